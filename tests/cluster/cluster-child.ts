import { setTimeout } from 'node:timers/promises';
import { createOutbox } from '../../src/deliveries/outbox.ts';
import { systemTimer } from '../../src/runtime/clock.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { openPostgresDatabase } from '../../src/storage/database.ts';
import { createOutboxStorage } from '../../src/storage/deliveries/outbox.ts';
import { createAdvisoryLocks } from '../../src/storage/postgres/advisory-locks.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { emptyBriefing } from '../fakes/empty-briefing.ts';
import { PlatformChat } from '../fakes/fake-platform-chat.ts';
import { platformAt } from '../fakes/fake-platform-server.ts';
import { createFastClock } from './fast-clock.ts';

/**
 * One of several that deliver from one database until they are killed: `cluster-child.ts <database's URL> <platform's URL>
 * <discord or slack> <instant from which the clock runs> <how many times faster>`. Says "ready" before its first tick. A database that is
 * away is waited for.
 */
const [databaseUrl = '', platformUrl = '', platform = '', start = '', times = '1'] = process.argv.slice(2);
const clock = createFastClock(Temporal.Instant.from(start), Number(times));
const storage = createStorage(await untilOpen());
const outbox = createOutbox({
  storage: createOutboxStorage(storage),
  chats: [
    new PlatformChat({
      platform: platform === 'slack' ? 'slack' : 'discord',
      // Discord's nonce is forgotten after minutes, so that adapter too looks into the channel's history.
      api: platformAt(platformUrl, { searches: true }),
    }),
  ],
  compose: emptyBriefing,
  tell: () => ({ summary: 'News', blocks: [] }),
  locks: createAdvisoryLocks(databaseUrl),
  clock,
  timer: systemTimer,
  log: silentLog,
});

async function untilOpen() {
  for (;;) {
    try {
      return await openPostgresDatabase(databaseUrl, { poolSize: 6 });
    } catch {
      await setTimeout(200);
    }
  }
}

process.stdout.write('ready\n');
for (;;) {
  await outbox.tick().catch(() => undefined);
  await setTimeout(50);
}
