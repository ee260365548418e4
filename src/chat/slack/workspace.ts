import type { App, Context } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import type { ChannelRef, ChatHandlers } from '../chat.ts';
import type { Command } from '../command.ts';
import type { CommandQueue } from '../command-queue.ts';
import { type Callers, createCallers, createPeople } from './callers.ts';
import type { SlackFeatures } from './manifest.ts';
import { type BlockSupport, createBlockSupport } from './newer-blocks.ts';
import { createPageSize } from './pages.ts';
import { createPoster, type MessagePoster } from './post.ts';
import { type CommandNaming, createPageMaker, type PageMaker } from './render-message.ts';
import type { SlackApi } from './slack-api.ts';
import { createPictureUploader } from './upload-pictures.ts';
import type { SlackWorkspaces } from './workspaces.ts';

/** What Slack's text parsing, forms and help need of a command. */
export type SlackCommand = Pick<Command, 'name' | 'description' | 'example' | 'options'> &
  Partial<Pick<Command, 'managesChannel'>>;

/** A workspace in which something was said or pressed, with what answering there uses. */
export interface Workspace extends AnswerTools {
  readonly workspaceId: string;
  readonly callers: Callers;
  readonly commands: readonly SlackCommand[];
  readonly handlers: ChatHandlers;
  readonly log: Log;
}

/** What listening uses. */
export interface Listening {
  readonly app: App;
  readonly queue: CommandQueue;
  workspaceOf(context: Context): Workspace;
}

/** What every way of answering uses. */
export interface AnswerTools {
  readonly api: SlackApi;
  readonly poster: MessagePoster;
  readonly pages: PageMaker;
  readonly support: BlockSupport;
  readonly naming: CommandNaming;
}

/** What posting and answering use in one workspace. */
export interface WorkspaceTools extends AnswerTools {
  readonly callers: Callers;
}

interface ToolboxOptions {
  readonly workspaces: SlackWorkspaces;
  readonly commands: readonly SlackCommand[];
  readonly slashCommand?: string;
  readonly admins?: readonly string[];
  readonly features: SlackFeatures;
  /** A message went as plain text, for Slack took it no other way. */
  readonly onPlain?: (channel: ChannelRef) => void;
  readonly log: Log;
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** The tools of each workspace, created with its first request. */
export function createToolbox(options: ToolboxOptions): (workspaceId: string) => WorkspaceTools {
  const { admins = [], commands, features, log, onPlain, sleep, slashCommand = '/dw', workspaces } = options;
  const pageSize = createPageSize();
  const known = new Map<string, WorkspaceTools>();
  const naming = { slashCommand, names: commands.map(({ name }) => name) };
  const people = createPeople({ log });
  const upload = features.pictures ? createPictureUploader({ log }) : undefined;

  return (workspaceId) => {
    const found = known.get(workspaceId);
    if (found) return found;
    const api = workspaces.api(workspaceId);
    const support = createBlockSupport();
    const pages = createPageMaker({ api, workspaceId, naming, upload, pageSize, support });
    const poster = createPoster({
      api,
      pages,
      pageSize,
      support,
      log,
      ...(onPlain && { onPlain }),
      ...(sleep && { sleep }),
    });
    const tools = {
      api,
      naming,
      pages,
      poster,
      support,
      callers: createCallers({ api, workspaceId, people, admins, hasLooks: features.looks }),
    };
    known.set(workspaceId, tools);
    return tools;
  };
}
