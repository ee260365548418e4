import { onTestFinished } from 'vitest';
import { createLocalChat } from '../../../src/chat/local/local-chat.ts';
import { type LocalServerOptions, startLocalServer } from '../../../src/chat/local/server.ts';
import { createMemoryPosts } from '../../fakes/memory-posts.ts';
import { sampleOperator } from './sample-operator.ts';
import { samplePreviews } from './sample-previews.ts';
import { commands, sampleHandlers } from './sample-service.ts';

export const newsroom = { platform: 'local', workspaceId: 'local', channelId: 'newsroom' } as const;

/** The local chat with the sample commands behind a server on a free port, for one test. */
export async function startLocalService(options: Partial<LocalServerOptions> = {}) {
  const chat = createLocalChat({
    posts: createMemoryPosts(),
    clock: { now: () => Temporal.Now.instant() },
    channels: [{ id: 'newsroom', purpose: 'What matters, twice a day' }, { id: 'asia-desk' }],
  });
  const { promise: followed, resolve: follow } = Promise.withResolvers<void>();
  const { watch } = chat;
  chat.watch = (listener) => {
    follow();
    return watch(listener);
  };
  const handlers = sampleHandlers();
  await chat.start(handlers);
  const server = await startLocalServer({
    chat,
    commands,
    plainTextCommand: 'ask',
    previews: samplePreviews,
    operator: sampleOperator,
    status: async () => ({ ready: true }),
    ...options,
  });
  onTestFinished(() => server.stop());
  /** `followed`: once a page has opened its stream of events; what is posted earlier it finds as it loads, and announces to nobody. */
  return { chat, handlers, server, url: server.url, followed };
}
