import type { CommandServices, ServiceStatus } from '../../commands/define-command.ts';
import type { Config } from '../config/config.ts';
import { explain } from '../ingest/explain.ts';
import { feedStatus } from '../ingest/feed-health.ts';
import type { Storage } from '../storage/storage.ts';
import { createChannelSettings } from '../subscriptions/channel-settings.ts';
import { createSubscriptionManager, createSubscriptionMover } from '../subscriptions/manage-subscriptions.ts';
import { topicNames } from '../subscriptions/topic-names.ts';
import { createAnswerService } from './answer-service.ts';
import { articleOfLink } from './article-of-link.ts';
import { createBriefingService } from './briefing-service.ts';
import { createMentionChart } from './mention-chart.ts';
import { createMuteService } from './mute-stories.ts';
import type { Newsroom } from './newsroom.ts';

type NewsroomParts = Omit<Newsroom, 'archiver' | 'services'>;

/** What commands, buttons and completion use, over the parts of a newsroom. */
export function createServices(parts: NewsroomParts): CommandServices {
  const { config, storage, archive, desk, readInterest, charts, generation, damage, clock, log } = parts;
  const startedAt = clock.now();
  const now = () => clock.now();
  const settings = createChannelSettings({ store: storage.channels, defaults: config.briefings, now });
  return {
    archive,
    answers: createAnswerService(archive, clock, generation?.wordAnswer),
    briefings: createBriefingService({ config, storage, archive, desk, readInterest, settingsOf: settings.of, clock }),
    subscriptions: createSubscriptions({ config, storage, settingsOf: settings.of, now }),
    settings,
    mutes: createMuteService({ storage, settingsOf: settings.of, now }),
    findBriefing: storage.briefings.find,
    articleOf: (url) => articleOfLink(url, storage),
    mentionChart: createMentionChart({ archive, charts, log }),
    languages: [...new Set(config.feeds.list.map(({ language }) => language))],
    topics: config.topics,
    status: async () => ({
      ...(await readStatus({ config, storage, startedAt, now: clock.now() })),
      ...(generation ? { model: generation.status() } : {}),
      ...(damage.found() ? { archiveDamaged: true } : {}),
    }),
    explain: (what, whose = {}) =>
      explain(what, whose, {
        storage,
        topics: config.topics,
        feeds: config.feeds.list,
        zone: config.briefings.zone,
        now,
      }),
    now,
    zone: config.briefings.zone,
  };
}

function createSubscriptions({
  config,
  storage,
  settingsOf,
  now,
}: {
  readonly config: Config;
  readonly storage: Storage;
  readonly settingsOf: CommandServices['settings']['of'];
  readonly now: () => Temporal.Instant;
}): CommandServices['subscriptions'] {
  const store = storage.subscriptions;
  const manager = createSubscriptionManager({
    store,
    settingsOf,
    topics: topicNames(config.topics),
    defaults: config.briefings,
    now,
  });
  return {
    ...manager,
    ...createSubscriptionMover({ store, get: manager.get, settingsOf, now }),
    async lastSent(id) {
      return (await storage.deliveries.lastSentOf([id])).get(id);
    },
  };
}

/** What `/status` tells: the archive, its feeds, deliveries and subscriptions. */
async function readStatus({
  config,
  storage,
  startedAt,
  now,
}: {
  readonly config: Config;
  readonly storage: Storage;
  readonly startedAt: Temporal.Instant;
  readonly now: Temporal.Instant;
}): Promise<ServiceStatus> {
  const [extent, states, deliveries, subscriptions] = await Promise.all([
    storage.articles.extent(),
    storage.feeds.states(),
    storage.deliveries.counts(),
    storage.subscriptions.count(),
  ]);
  const rows = new Map(states.map((row) => [row.id, row]));
  return {
    startedAt,
    articles: extent.articles,
    ...(extent.since ? { since: extent.since } : {}),
    feeds: config.feeds.list.flatMap((feed) => {
      const row = rows.get(feed.id);
      return row ? feedStatus(feed, row, now) : [];
    }),
    deliveries,
    subscriptions,
  };
}
