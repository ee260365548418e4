import { renderTerminal } from '../src/chat/local/render-terminal.ts';
import { parseConfig } from '../src/config/config.ts';
import { silentLog } from '../src/runtime/log.ts';
import { openNewsroom } from '../src/services/newsroom.ts';
import { createNewsroomOutbox } from '../src/services/outbox.ts';
import { openMemoryDatabase } from '../src/storage/database.ts';
import { FakeChat } from '../tests/fakes/fake-chat.ts';
import { FakeClock } from '../tests/fakes/fake-clock.ts';
import { dayOf, type StoredEvent, storedEvents } from './lib/stored-events.ts';

/**
 * The morning and evening briefings of a subscription with default settings over stored DW material, one after the other, for reading; what a
 * correction changed stands as it was changed. Run from the project root, best into a file outside of it:
 * node bench/replay-briefings.ts <from> <before> <language> <file of articles>... > briefings.txt
 */
const [from = '', before = '', language = '', ...files] = process.argv.slice(2);
if (!/^\d{4}-\d\d-\d\d$/.test(from) || !/^\d{4}-\d\d-\d\d$/.test(before) || !language || files.length === 0)
  throw new Error('Give first day, day after the last, language and files: 2023-12-01 2024-01-01 en articles.jsonl.gz');
const daysOfHistory = 7;
const start = Temporal.Instant.from(`${from}T05:59:00Z`);
const clock = new FakeClock(start.subtract({ hours: 24 * daysOfHistory }).toString());
const config = parseConfig('', 'bench');
const newsroom = await openNewsroom({ config, db: await openMemoryDatabase(), clock, log: silentLog });
const chat = new FakeChat();
const outbox = createNewsroomOutbox(newsroom, [chat]);
const events = spreadOverDays(storedEvents(files, { from: dayOf(clock.now()), before }));
const slots = ['06:00', '18:00'];

await archiveUntil(start);
const channel = { platform: 'local', workspaceId: 'local', channelId: 'newsroom' } as const;
const asker = { channel, userId: 'u1', userName: 'Reader', mayManage: true, locale: language };
await newsroom.services.subscriptions.add(asker, {
  interest: 'everything',
  times: slots.join(' '),
  zone: 'UTC',
  language,
});
for (let day = Temporal.PlainDate.from(from); day.toString() < before; day = day.add({ days: 1 })) {
  for (const slot of slots) {
    const due = day.toZonedDateTime({ timeZone: 'UTC', plainTime: slot }).toInstant();
    await archiveUntil(due);
    clock.set(due.toString());
    await outbox.tick();
  }
}
for (const { message } of chat.sent)
  console.log(`${renderTerminal(message, { width: 140, color: false })}\n${'='.repeat(140)}`);
await outbox.stop();
await newsroom.storage.close();

/** In order of time, with the clock going along. */
async function archiveUntil(due: Temporal.Instant): Promise<void> {
  while (events[0] && Temporal.Instant.compare(events[0].at, due) < 0) {
    const [{ at, article } = events[0]] = events.splice(0, 1);
    if (Temporal.Instant.compare(at, clock.now()) > 0) clock.set(at.toString());
    await newsroom.archiver.archive(article, { archivedAt: at, isSeed: false });
  }
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
