import { createDiscordPreview } from '../../../src/chat/discord/preview.ts';
import type { LocalServerOptions } from '../../../src/chat/local/server.ts';
import { createSlackPreview } from '../../../src/chat/slack/preview.ts';
import { commands } from './sample-service.ts';

const slack = createSlackPreview({ slashCommand: '/dw', names: commands.map(({ name }) => name) });
const discord = createDiscordPreview('components');

/** The adapters' own renderers, as the service hands them to the page. */
export const samplePreviews: NonNullable<LocalServerOptions['previews']> = async (message, options) => ({
  slack: slack(message, options),
  discord: discord(message, options),
});
