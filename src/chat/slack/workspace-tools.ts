import type { Log } from '../../runtime/log.ts';
import { type Askers, createAskers } from './askers.ts';
import type { SlackCommand } from './listen.ts';
import { createPageMaker } from './make-pages.ts';
import { createPeople } from './people.ts';
import { createPoster } from './post-messages.ts';
import type { AnswerTools } from './responders.ts';
import type { SlackFeatures } from './scopes.ts';
import { createPictureUploader } from './upload-pictures.ts';
import type { SlackWorkspaces } from './workspaces.ts';

/** What posting and answering use in one workspace. */
export interface WorkspaceTools extends AnswerTools {
  readonly askers: Askers;
}

interface ToolboxOptions {
  readonly workspaces: SlackWorkspaces;
  readonly commands: readonly SlackCommand[];
  readonly slashCommand?: string;
  readonly admins?: readonly string[];
  readonly features: SlackFeatures;
  readonly log: Log;
}

/** The tools of each workspace, made when it is first heard of. */
export function createToolbox(options: ToolboxOptions): (workspaceId: string) => WorkspaceTools {
  const { admins = [], commands, features, log, slashCommand = '/dw', workspaces } = options;
  const known = new Map<string, WorkspaceTools>();
  const naming = { slashCommand, names: commands.map(({ name }) => name) };
  const people = createPeople({ log });
  const upload = features.pictures ? createPictureUploader({ log }) : undefined;

  return (workspaceId) => {
    const found = known.get(workspaceId);
    if (found) return found;
    const api = workspaces.api(workspaceId);
    const pages = createPageMaker({ api, workspaceId, naming, upload });
    const poster = createPoster({ api, pages, log });
    const tools = { api, naming, pages, poster, askers: createAskers({ api, workspaceId, people, admins }) };
    known.set(workspaceId, tools);
    return tools;
  };
}
