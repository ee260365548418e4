import { setTimeout } from 'node:timers/promises';
import type { BriefingStory } from '../../src/briefings/briefing.ts';
import { defaultRankWeights } from '../../src/briefings/ranking/rank-factors.ts';
import { createOutbox } from '../../src/deliveries/outbox.ts';
import { planAlerts } from '../../src/deliveries/plan-alerts.ts';
import { createShiftedClock, systemTimer } from '../../src/runtime/clock.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { createOutboxStorage } from '../../src/storage/deliveries/outbox.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { createInterestReader } from '../../src/subscriptions/interest-reader.ts';
import { emptyBriefing } from '../fakes/empty-briefing.ts';
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
  compose: async (subscription, delivery) => ({
    ...(await emptyBriefing(subscription, delivery)),
    stories: delivery.storyId === undefined ? [] : [storyNumbered(delivery.storyId)],
  }),
  tell: () => ({ summary: 'News', blocks: [] }),
  planAlerts: (now) =>
    planAlerts({
      sources: storage.alerts.sources([]),
      readInterest: createInterestReader(new Map(), storage.interests),
      rule: { articles: 3, hours: 1, topPlaces: 0, perDay: 9, consequence: 0 },
      weights: defaultRankWeights,
      topLanguages: new Set(),
      now,
      log: silentLog,
    }),
  clock,
  timer: systemTimer,
  log: silentLog,
});
function storyNumbered(storyId: number): BriefingStory {
  return {
    storyId: String(storyId),
    title: 'News',
    titleArticleId: '',
    url: '',
    topics: [],
    isUpdate: false,
    statements: [],
    moved: [],
    articleCount: 3,
    publishedAt: [],
    agencies: [],
    publishers: ['DW'],
  };
}

process.stdout.write('ready\n');
for (;;) {
  await outbox.tick();
  process.stdout.write('idle\n');
  await setTimeout(20);
}
