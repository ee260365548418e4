import type { Message } from '../../src/chat/message.ts';
import { parseConfig } from '../../src/config/config.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { openNewsroom } from '../../src/services/newsroom.ts';
import { createNewsroomOutbox } from '../../src/services/outbox.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { FakeChat } from '../../tests/fakes/fake-chat.ts';
import { FakeClock } from '../../tests/fakes/fake-clock.ts';
import { dayOf, type StoredEvent, storedEvents } from './stored-events.ts';

interface ReplayOptions {
  /** ISO days: the first edition's, and the day after the last one's. */
  readonly from: string;
  readonly before: string;
  readonly language: string;
  /** Of stored articles, see stored-events.ts. */
  readonly files: readonly string[];
  /** Of each day, in UTC. */
  readonly slots: readonly string[];
  /** As `/subscribe` takes it. */
  readonly length?: string;
}

const daysOfHistory = 7;

/** Every briefing that a subscription to everything receives over stored material, in order, as it stands after the last correction. */
export async function replayEditions({
  from,
  before,
  language,
  files,
  slots,
  length,
}: ReplayOptions): Promise<readonly Message[]> {
  const start = Temporal.Instant.from(`${from}T05:59:00Z`);
  const clock = new FakeClock(start.subtract({ hours: 24 * daysOfHistory }).toString());
  const config = parseConfig('', 'bench');
  const newsroom = await openNewsroom({ config, db: await openMemoryDatabase(), clock, log: silentLog });
  const chat = new FakeChat();
  const outbox = createNewsroomOutbox(newsroom, [chat]);
  const events = spreadOverDays(storedEvents(files, { from: dayOf(clock.now()), before }));

  /** In order of time, with the clock going along. */
  async function archiveUntil(due: Temporal.Instant): Promise<void> {
    while (events[0] && Temporal.Instant.compare(events[0].at, due) < 0) {
      const [{ at, article }] = events.splice(0, 1) as [StoredEvent];
      if (Temporal.Instant.compare(at, clock.now()) > 0) clock.set(at.toString());
      await newsroom.archiver.archive(article, { archivedAt: at, isSeed: false });
    }
  }

  await archiveUntil(start);
  const channel = { platform: 'local', workspaceId: 'local', channelId: 'newsroom' } as const;
  const caller = { channel, userId: 'u1', userName: 'Reader', mayManage: true, locale: language };
  const wish = { interest: 'everything', times: slots.join(' '), zone: 'UTC', language };
  await newsroom.services.subscriptions.add(caller, { ...wish, ...(length === undefined ? {} : { length }) });
  for (let day = Temporal.PlainDate.from(from); day.toString() < before; day = day.add({ days: 1 })) {
    for (const slot of slots) {
      const due = day.toZonedDateTime({ timeZone: 'UTC', plainTime: slot }).toInstant();
      await archiveUntil(due);
      clock.set(due.toString());
      await outbox.tick();
    }
  }
  const messages = chat.sent.map(({ message }) => message);
  await outbox.stop();
  await newsroom.storage.close();
  return messages;
}

/** Where only days are stored, the articles of a day all have its noon: they are spread over it, in the order of their ids. */
function spreadOverDays(stored: readonly StoredEvent[]): StoredEvent[] {
  return [...Map.groupBy(stored, ({ at }) => at.toString()).values()].flatMap((together) => {
    const first = together[0];
    if (together.length < 2 || !first || !first.at.toString().endsWith('T12:00:00Z')) return together;
    return together.map(({ at, article }, index) => {
      const moved = at.add({ minutes: Math.round(((index + 0.5) / together.length - 0.5) * 24 * 60) });
      return { at: moved, article: { ...article, publishedAt: moved } };
    });
  });
}
