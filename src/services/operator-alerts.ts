import { type ChannelRef, type Chat, ChatError, type Platform } from '../chat/chat.ts';
import type { Message } from '../chat/message.ts';
import { heading, paragraph } from '../chat/write.ts';
import type { Config } from '../config/config.ts';
import type { DeadEnd } from '../deliveries/delivery.ts';
import { alertMessage } from '../ingest/feed-alerts.ts';
import type { PollerOptions } from '../ingest/poll-feeds.ts';
import type { Log } from '../runtime/log.ts';
import type { Trouble, TroubleSource } from '../runtime/watch.ts';
import type { ChannelStore } from '../subscriptions/channel-settings.ts';
import type { Catalog } from '../wording/catalog.ts';
import { en } from '../wording/en/index.ts';
import { type Reason, reason, reasonWords } from '../wording/reason.ts';
import { wordingFor } from '../wording/wording-for.ts';

interface OperatorPostOptions {
  readonly config: Config;
  readonly log: Log;
  readonly storage: { readonly channels: Pick<ChannelStore, 'find'> };
}

/** Posts to the operator's channel, in its language, where one is configured; the log has it in any case. False where a later try may help. */
export function createOperatorPost(
  { config, log, storage }: OperatorPostOptions,
  chats: readonly Chat[],
): (messageIn: (say: Catalog) => Message) => Promise<boolean> {
  const { channel } = config.alerts;
  return async (messageIn) => {
    if (!channel) return true;
    const chat = chats.find(({ platform }) => platform === channel.platform);
    try {
      if (!chat) throw new Error(`No chat runs for ${channel.platform}`);
      await chat.post(channel, messageIn(wordingFor(await languageOf(channel))));
      return true;
    } catch (err) {
      log.error({ err, ...channel }, "an alert could not be posted to the operator's channel");
      // What a later try cannot fix is in the log, and is not tried again each minute.
      return !(err instanceof ChatError && err.kind === 'retryable');
    }
  };

  /** An unreadable archive may be the very problem to report. */
  async function languageOf(of: ChannelRef): Promise<string | undefined> {
    try {
      return (await storage.channels.find(of))?.language;
    } catch (err) {
      log.warn({ err, ...of }, "the language of the operator's channel could not be read");
      return undefined;
    }
  }
}

/** Alerts the operator to feeds that cannot be read, and when they can again. */
export function createFeedAlerts(
  newsroom: OperatorPostOptions,
  chats: readonly Chat[],
): NonNullable<PollerOptions['onAlert']> {
  const post = createOperatorPost(newsroom, chats);
  return (alert) => post((say) => alertMessage(alert, newsroom.config.briefings.zone, say));
}

/** What is older when it is first seen is no news. */
const newsHours = 72;

/** Subscriptions whose last briefing did not arrive; over once one is sent again, or the subscription is gone. */
export function deadDeliveries(find: () => Promise<readonly DeadEnd[]>, now: () => Temporal.Instant): TroubleSource {
  return {
    name: 'delivery',
    async look(isReported) {
      const since = now().subtract({ hours: newsHours });
      const ends = (await find()).map((end) => ({ ...end, key: `subscription ${end.subscriptionId}` }));
      return ends
        .filter(({ key, dueAt }) => isReported(key) || Temporal.Instant.compare(dueAt, since) > 0)
        .map(({ key, deliveryId, channel, reason: why }) => ({
          key,
          title: reason('dead', { platform: channel.platform, channel: channel.channelId }),
          text: reason('deadHelp', { reason: why, id: deliveryId }),
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
    async look(isReported) {
      const free = (await readFree()) / megabyte;
      if (free >= leastMegabytes * (isReported(key) ? clearFactor : 1)) return [];
      return [
        {
          key,
          title: reason('diskNearlyFull'),
          text: reason('diskHelp', { megabytes: String(Math.floor(free)), folder: dataDir }),
        },
      ];
    },
  };
}

/** A damaged archive; ends only with the process, since the next one starts on another archive. */
export function archiveDamaged(found: () => { readonly text: string } | undefined): TroubleSource {
  return {
    name: 'archive',
    async look() {
      const damage = found();
      return damage
        ? [
            {
              key: 'damage',
              title: reason('archiveDamaged'),
              text: reason('archiveDamagedHelp', { what: damage.text }),
            },
          ]
        : [];
    },
  };
}

/** The state of a chat's connection, as far as it is known. */
export interface ConnectionState {
  readonly platform: Platform;
  /** What is wrong now; undefined where nothing is. */
  problem(): Reason | undefined;
}

/** Short losses are normal: platforms close connections every few hours. */
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
        return [
          { key: platform, title: reason('unreachable', { platform }), text: reason('unreachableHelp', { what }) },
        ];
      });
    },
  };
}

/** What the operator reads, in their language. */
export function troubleMessage(
  { title, text }: Pick<Trouble, 'title' | 'text'>,
  kind: 'began' | 'ended',
  say: Catalog = en,
): Message {
  const words = reasonWords(title, say);
  const shown = kind === 'began' ? words : say.trouble.over(words);
  return { summary: shown, blocks: [heading(shown), paragraph(reasonWords(text, say))] };
}
