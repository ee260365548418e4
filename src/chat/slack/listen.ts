import type { App, Context } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import type { ChatHandlers } from '../chat.ts';
import type { Command } from '../command.ts';
import type { CommandQueue } from '../command-queue.ts';
import type { Askers } from './askers.ts';
import { ignoreRepeats } from './ignore-repeats.ts';
import { listenToButtons } from './listen-to-buttons.ts';
import { listenToChannels } from './listen-to-channels.ts';
import { listenToCommands } from './listen-to-commands.ts';
import { listenToForms } from './listen-to-forms.ts';
import { listenToHome } from './listen-to-home.ts';
import { listenToLinks } from './listen-to-links.ts';
import { listenToShortcuts } from './listen-to-shortcuts.ts';
import type { AnswerTools } from './responders.ts';

/** What Slack's text parsing, forms and help need of a command. */
export type SlackCommand = Pick<Command, 'name' | 'description' | 'example' | 'options'> &
  Partial<Pick<Command, 'managesChannel'>>;

/** A workspace in which something was said or pressed, with what answering there uses. */
export interface Workspace extends AnswerTools {
  readonly workspaceId: string;
  readonly askers: Askers;
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

/** Hands everything that Slack sends to the handlers. */
export function listen(listening: Listening): void {
  ignoreRepeats(listening.app);
  listenToCommands(listening);
  listenToShortcuts(listening);
  listenToButtons(listening);
  listenToForms(listening);
  listenToHome(listening);
  listenToLinks(listening);
  listenToChannels(listening);
}
