import type { ChannelRef, Platform } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import { heading, paragraph } from '../chat/write.ts';
import type { Trouble, TroubleSource } from '../runtime/watch.ts';

/** A delivery that was given up, with nothing sent to its subscription since. */
export interface DeadEnd {
  readonly deliveryId: string;
  readonly subscriptionId: number;
  readonly channel: ChannelRef;
  readonly dueAt: Temporal.Instant;
  readonly reason: string;
}

/** What is older when it is first seen is no news. */
const newsHours = 72;

/** Subscriptions whose last briefing did not arrive; over once one is sent again, or the subscription is gone. */
export function deadDeliveries(find: () => Promise<readonly DeadEnd[]>, now: () => Temporal.Instant): TroubleSource {
  return {
    name: 'delivery',
    async look(isTold) {
      const since = now().subtract({ hours: newsHours });
      const ends = (await find()).map((end) => ({ ...end, key: `subscription ${end.subscriptionId}` }));
      return ends
        .filter(({ key, dueAt }) => isTold(key) || Temporal.Instant.compare(dueAt, since) > 0)
        .map(({ key, deliveryId, channel, reason }) => ({
          key,
          title: `A briefing could not be delivered (${channel.platform}, ${channel.channelId})`,
          text: `${reason}. See it with: kurzwelle deliveries show ${deliveryId}; try it again with: kurzwelle deliveries retry ${deliveryId}`,
        }));
    },
  };
}

const megabyte = 2 ** 20;
/** Space comes and goes a little; the all-clear waits for so much more. */
const clearFactor = 1.2;

/** Little room left where the archive is. */
export function diskNearlyFull(
  readFree: () => Promise<number>,
  { dataDir, leastMegabytes }: { readonly dataDir: string; readonly leastMegabytes: number },
): TroubleSource {
  const key = 'space';
  return {
    name: 'disk',
    async look(isTold) {
      const free = (await readFree()) / megabyte;
      if (free >= leastMegabytes * (isTold(key) ? clearFactor : 1)) return [];
      return [
        {
          key,
          title: 'The disk is nearly full',
          text: `${Math.floor(free)} MB are left where ${dataDir} is. When it is full nothing more is archived or delivered; free some space.`,
        },
      ];
    },
  };
}

/** How a chat's connection stands, as far as it is known. */
export interface ConnectionState {
  readonly platform: Platform;
  /** What is wrong now; undefined where nothing is. */
  problem(): string | undefined;
}

/** Short losses are usual: connections are made anew every few hours. */
const patienceMinutes = 3;

/** Chats that cannot be reached for minutes. */
export function chatsDown(chats: readonly ConnectionState[], now: () => Temporal.Instant): TroubleSource {
  const since = new Map<Platform, Temporal.Instant>();
  return {
    name: 'chat',
    async look() {
      return chats.flatMap(({ platform, problem }): readonly Trouble[] => {
        const what = problem();
        if (what === undefined) {
          since.delete(platform);
          return [];
        }
        const began = since.get(platform) ?? now();
        since.set(platform, began);
        const downMinutes = began.until(now()).total('minutes');
        if (downMinutes < patienceMinutes) return [];
        const text = `${what}. It is tried again all the time; kurzwelle doctor says what can be done.`;
        return [{ key: platform, title: `${platform} cannot be reached`, text }];
      });
    },
  };
}

/** What the operator reads. */
export function troubleMessage({ title, text }: Pick<Trouble, 'title' | 'text'>, kind: 'began' | 'ended'): Message {
  const shown = kind === 'began' ? title : `Over: ${title}`;
  return { summary: shown, blocks: [heading(shown), paragraph(text)] };
}
