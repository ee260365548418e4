import type { LocalChat } from '../../chat/local/local-chat.ts';
import type { Message } from '../../chat/message.ts';
import { parseHere } from '../../ingest/document-parser.ts';
import type { createShiftedClock } from '../../runtime/clock.ts';
import type { createHttp } from '../../runtime/http.ts';
import type { Newsroom } from '../../services/newsroom.ts';
import { createNewsroomOutbox } from '../../services/outbox.ts';
import { createNewsroomPoller } from '../../services/poller.ts';
import { dayTime, nameOf, say, step, subscribeChannels, zone } from './demo-config.ts';

/** The first poll archives silently; two mornings later the second briefing shows what is new since the first. */
export const firstPoll = Temporal.ZonedDateTime.from(`2022-07-17T20:00[${zone}]`);
const lastPoll = Temporal.ZonedDateTime.from(`2022-07-19T08:00[${zone}]`);

interface ReplayOptions {
  readonly newsroom: Newsroom;
  readonly chat: LocalChat;
  readonly clock: ReturnType<typeof createShiftedClock>;
  readonly http: ReturnType<typeof createHttp>;
}

/** Polls and delivers hour by hour, saying what happens. Gives the newsroom's briefing, and outbox and poller to continue with. */
export async function replay({ newsroom, chat, clock, http }: ReplayOptions) {
  const totals = { polls: 0, stored: 0 };
  const poller = createNewsroomPoller(newsroom, {
    http,
    // The sample edition is ours; a thread would take half as much memory again.
    documents: parseHere,
    onPolled(feed, result) {
      totals.polls++;
      if (result.kind === 'failed') say(`  ${feed.id}: ${result.problem}`);
      if (result.kind === 'read') totals.stored += result.stored;
    },
  });
  let briefing: Message | undefined;
  const outbox = createNewsroomOutbox(newsroom, [chat], {
    onDelivered(delivery, subscription, message) {
      const [title, , ...counts] = message.summary.split(' · ').slice(0, 4);
      const summary = counts.length > 0 ? counts.join(' · ') : 'nothing new';
      step('Posted', `${dayTime(delivery.dueAt)}  ${nameOf(subscription.channel)}${title} · ${summary}`);
      if (subscription.channel.channelId === 'newsroom') briefing = message;
    },
  });
  await newsroom.storage.feeds.register(newsroom.config.feeds.list);
  await poller.pollDue();
  step('First read', `${dayTime(firstPoll.toInstant())}  ${totals.stored} articles archived, none of them posted`);
  await subscribeChannels(newsroom, chat);
  const first = { ...totals };
  for (
    let now = firstPoll.add({ hours: 1 });
    Temporal.ZonedDateTime.compare(now, lastPoll) <= 0;
    now = now.add({ hours: 1 })
  ) {
    // Shortly before the hour, as a service that polls every quarter would have; the slots are at the hour.
    clock.jumpTo(now.subtract({ minutes: 5 }).toInstant());
    await poller.pollDue();
    clock.jumpTo(now.toInstant());
    await outbox.tick();
  }
  step('Since then', `${totals.stored - first.stored} articles new or revised, in ${totals.polls - first.polls} polls`);
  const [stories, multiple] = await countStories(newsroom);
  step('Stories', `${stories}, ${multiple} of them covered by several articles`);
  return { briefing, outbox, poller };
}

async function countStories({ archive }: Newsroom): Promise<readonly [number, number]> {
  const stories = await archive.listStories({ limit: 1_000 });
  return [stories.length, stories.filter(({ articleCount }) => articleCount > 1).length];
}
