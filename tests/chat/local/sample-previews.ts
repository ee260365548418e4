import { createDiscordPreview, previewDiscordForm } from '../../../src/chat/discord/preview.ts';
import type { Previews } from '../../../src/chat/preview.ts';
import { createSlackPreview, previewSlackForm } from '../../../src/chat/slack/preview.ts';
import { commands } from './sample-service.ts';

const slack = createSlackPreview({ slashCommand: '/dw', names: commands.map(({ name }) => name) });
const discord = createDiscordPreview('components');

/** The adapters' own renderers, as the service hands them to the page. */
export const samplePreviews: Previews = {
  ofMessage: async (message, options) => ({ slack: slack(message, options), discord: discord(message, options) }),
  ofForm: async (form, locale) => ({ slack: previewSlackForm(form, locale), discord: previewDiscordForm(form) }),
};
