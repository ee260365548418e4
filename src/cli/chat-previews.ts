import { commands } from '../../commands/index.ts';
import type { Message } from '../chat/message.ts';
import type { MessagePreviews } from '../chat/preview.ts';
import type { Config } from '../config.ts';

/** Slack's and Discord's renderers for the local page; their code is loaded when somebody looks for the first time. */
export function createChatPreviews({ chat }: Pick<Config, 'chat'>) {
  const load = async () => {
    const [{ createSlackPreview }, { createDiscordPreview }] = await Promise.all([
      import('../chat/slack/preview.ts'),
      import('../chat/discord/preview.ts'),
    ]);
    const names = commands.map(({ name }) => name);
    return {
      slack: createSlackPreview({ slashCommand: chat.slack.command, names }),
      discord: createDiscordPreview(chat.discord.style),
    };
  };
  let renderers: ReturnType<typeof load> | undefined;

  return async (message: Message, options: { readonly deliveryId?: string }): Promise<MessagePreviews> => {
    renderers ??= load();
    const { slack, discord } = await renderers;
    return { slack: slack(message, options), discord: discord(message, options) };
  };
}
