import { setTimeout } from 'node:timers/promises';
import { createOutbox } from '../../src/deliveries/outbox.ts';
import { createShiftedClock } from '../../src/runtime/clock.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { systemTimer } from '../../src/runtime/timer.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createOutboxStorage } from '../../src/storage/outbox.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { PlatformChat } from '../fakes/fake-platform-chat.ts';
import { platformAt } from '../fakes/fake-platform-server.ts';

/**
 * Delivers until it is killed: `crash-child.ts <data directory> <platform's URL> <discord or slack> <instant at which its clock starts>`.
 * Says "ready" before its first tick and "idle" after each that left nothing to do.
 */
const [dataDir = '', url = '', platform = '', start = ''] = process.argv.slice(2);
const clock = createShiftedClock(Temporal.Instant.from(start));
const storage = createStorage(await openDatabase(dataDir));
const outbox = createOutbox({
  storage: createOutboxStorage(storage),
  chats: [
    new PlatformChat({
      platform: platform === 'slack' ? 'slack' : 'discord',
      api: platformAt(url, { searches: platform === 'slack' }),
    }),
  ],
  compose: async ({ interest, language, length, windowStart }, { id, windowEnd }) => ({
    id,
    interest,
    language,
    length,
    windowStart: windowStart.toString(),
    windowEnd: windowEnd.toString(),
    stories: [],
    also: [],
    wordCount: 0,
  }),
  tell: () => ({ summary: 'News', blocks: [] }),
  clock,
  timer: systemTimer,
  log: silentLog,
});
process.stdout.write('ready\n');
for (;;) {
  await outbox.tick();
  process.stdout.write('idle\n');
  await setTimeout(20);
}
