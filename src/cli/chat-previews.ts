import { commands } from '../../commands/index.ts';
import type { Previews } from '../chat/preview.ts';
import type { Config } from '../config/config.ts';

/** Slack's and Discord's renderers for the local page; their code is loaded when somebody looks for the first time. */
export function createChatPreviews({ chat }: Pick<Config, 'chat'>): Previews {
  const load = async () => {
    const [slack, discord] = await Promise.all([
      import('../chat/slack/preview.ts'),
      import('../chat/discord/preview.ts'),
    ]);
    const names = commands.map(({ name }) => name);
    return {
      slack: slack.createSlackPreview({ slashCommand: chat.slack.command, names }),
      discord: discord.createDiscordPreview(chat.discord.style),
      slackForm: slack.previewSlackForm,
      discordForm: discord.previewDiscordForm,
    };
  };
  let renderers: ReturnType<typeof load> | undefined;
  const loaded = () => {
    renderers ??= load();
    return renderers;
  };

  return {
    async ofMessage(message, options) {
      const { slack, discord } = await loaded();
      return { slack: slack(message, options), discord: discord(message, options) };
    },
    async ofForm(form, locale) {
      const { slackForm, discordForm } = await loaded();
      return { slack: slackForm(form, locale), discord: discordForm(form) };
    },
  };
}
