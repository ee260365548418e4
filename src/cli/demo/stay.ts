import { commands } from '../../../commands/index.ts';
import type { LocalChat } from '../../chat/local/local-chat.ts';
import { type LocalServer, startLocalServer } from '../../chat/local/server.ts';
import { stopSignal } from '../../lifecycle/shutdown.ts';
import { pageExtras } from '../../lifecycle/start-server.ts';
import { startTick } from '../../runtime/cron.ts';
import type { Newsroom } from '../../services/newsroom.ts';
import type { createNewsroomOutbox } from '../../services/outbox.ts';
import type { createNewsroomPoller } from '../../services/poller.ts';
import { clockTime, say, zone } from './demo-config.ts';

interface StayOptions {
  readonly newsroom: Newsroom;
  readonly chat: LocalChat;
  readonly wantedPort: number;
  readonly outbox: ReturnType<typeof createNewsroomOutbox>;
  readonly poller: ReturnType<typeof createNewsroomPoller>;
}

/** Serves the local page, on the wanted port or another, until Ctrl-C. */
export async function stay({ newsroom, chat, wantedPort, outbox, poller }: StayOptions): Promise<void> {
  const server = await startPage(newsroom, chat, wantedPort);
  const tick = async (): Promise<void> => {
    await poller.pollDue();
    await outbox.tick();
  };
  const work = () => tick().catch((err: unknown) => newsroom.log.error({ err }, 'a tick failed'));
  // The demo's minutes begin at any second of the real ones.
  const cron = startTick(work, { everySeconds: 5 });
  say(`
Read and ask on the local page: ${server.url}
Beside each message it shows what Slack or Discord would be sent.
It is 19 July 2022 there. Try:
  /who Park Jin
  /background South Korea Japan talks
  /ask When does the Supreme Court decide?
  /story flood
  /brief sports since:3d
  /subscribe asia times:${clockTime(newsroom.clock.now().toZonedDateTimeISO(zone).add({ minutes: 2 }))} zone:Berlin     (posts in two minutes)
Ctrl-C ends.`);
  await stopSignal();
  await cron.stop();
  await Promise.all([poller.stop(), outbox.stop()]);
  await server.stop();
}

/** On the requested port, or on any free one if that is taken. */
async function startPage(newsroom: Newsroom, chat: LocalChat, port: number): Promise<LocalServer> {
  const options = {
    chat,
    commands,
    plainTextCommand: 'ask',
    ...pageExtras(newsroom),
    previewFirst: 'slack' as const,
    status: async () => ({ ready: true, ...(await newsroom.services.status()) }),
    onError: (err: unknown) => newsroom.log.error({ err }, 'request failed'),
  };
  try {
    return await startLocalServer({ ...options, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    say(`Port ${port} is in use; using another.`);
    return startLocalServer({ ...options, port: 0 });
  }
}
