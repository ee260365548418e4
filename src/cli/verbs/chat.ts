import { commands } from '../../../commands/index.ts';
import { createLocalChat } from '../../chat/local/local-chat.ts';
import { runTerminalChat } from '../../chat/local/terminal-chat.ts';
import { createHandlers } from '../../services/handlers.ts';
import { type AnswerSourceOptions, openForAnswers } from '../temporary-newsroom.ts';

/** `kurzwelle chat`: use the slash commands in this terminal or the sources given. */
export async function chat(options: AnswerSourceOptions): Promise<void> {
  const newsroom = await openForAnswers(options);
  const [channelId = 'newsroom'] = newsroom.config.chat.local.channels;
  const local = createLocalChat({
    posts: newsroom.storage.localPosts,
    clock: newsroom.clock,
    channels: [{ id: channelId }],
  });
  const handlers = createHandlers(newsroom);
  await local.start(handlers);
  await runTerminalChat({
    commands,
    handlers,
    caller: {
      channel: { platform: 'local', workspaceId: local.workspaceId, channelId },
      userId: 'terminal',
      userName: 'Reader',
      mayManage: true,
      locale: Intl.DateTimeFormat().resolvedOptions().locale,
    },
    input: process.stdin,
    output: process.stdout,
    plainTextCommand: 'ask',
    width: () => process.stdout.columns ?? 80,
    color: process.stdout.isTTY === true && !process.env.NO_COLOR,
    chat: local,
  });
  await local.stop();
  await newsroom.charts.stop();
  await newsroom.storage.close();
}
