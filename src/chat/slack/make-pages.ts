import type { Message } from '../message.ts';
import { type CommandNaming, nameCommands } from './name-commands.ts';
import { type RenderOptions, renderMessage, type SlackPayload } from './render-message.ts';
import type { SlackApi } from './slack-api.ts';
import type { PictureUploader } from './upload-pictures.ts';

/** A message as Slack messages to be read one after the other, its pictures uploaded. */
export type PageMaker = (
  message: Message,
  options?: Omit<RenderOptions, 'pictures'>,
) => Promise<readonly SlackPayload[]>;

interface PageMakerOptions {
  readonly api: SlackApi;
  readonly workspaceId: string;
  readonly naming: CommandNaming;
  /** Absent where pictures are switched off. */
  readonly upload?: PictureUploader | undefined;
}

/** For one workspace: files belong to it. */
export function createPageMaker({ api, workspaceId, naming, upload }: PageMakerOptions): PageMaker {
  return async (message, options) => {
    const named = nameCommands(message, naming);
    const pictures = await upload?.(named, workspaceId, api);
    return renderMessage(named, { ...options, ...(pictures && { pictures }) });
  };
}
