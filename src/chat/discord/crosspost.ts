import { RateLimitError, Routes } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Log } from '../../runtime/log.ts';
import type { ChannelRef } from '../chat.ts';
import { limits } from './limits.ts';
import type { DiscordRest } from './rest.ts';

interface CrosspostOptions {
  readonly rest: Pick<DiscordRest, 'post'>;
  /** A post stays unpublished because the channel published as many as Discord allows in an hour. */
  readonly onUnpublished: (channel: ChannelRef) => void;
  readonly log: Log;
  readonly nowMs?: () => number;
}

const mostRemembered = 5_000;

/**
 * Publishes posts of announcement channels to the servers that follow them. What is beyond the hour's allowance stays a normal post: it is
 * not published later, when it is news no more. Other publishers in the channel count too, so Discord's own refusal is heeded as well. Never
 * throws: the post itself stays.
 */
export function createCrossposts({ rest, onUnpublished, log, nowMs = () => performance.now() }: CrosspostOptions) {
  /** By channel, when each publication of the last hour happened. */
  const published = new LRUCache<string, readonly number[]>({ max: mostRemembered });
  /** By channel, until when Discord refuses. */
  const blockedUntil = new LRUCache<string, number>({ max: mostRemembered });

  return {
    async publish(channel: ChannelRef, messageId: string): Promise<void> {
      const { channelId } = channel;
      const now = nowMs();
      const recent = (published.get(channelId) ?? []).filter((at) => at > now - limits.crosspostsWindowMs);
      if (recent.length >= limits.crossposts || now < (blockedUntil.get(channelId) ?? 0))
        return leave(channel, messageId);
      published.set(channelId, [...recent, now]);
      try {
        await rest.post(Routes.channelMessageCrosspost(channelId, messageId));
      } catch (err) {
        if (err instanceof RateLimitError) {
          blockedUntil.set(channelId, nowMs() + err.retryAfter);
          return leave(channel, messageId);
        }
        log.warn({ err, channel: channelId, message: messageId }, 'a post could not be published to followers');
      }
    },
  };

  function leave(channel: ChannelRef, message: string): void {
    log.warn(
      { channel: channel.channelId, message },
      'a post stays unpublished: the channel published as many as Discord allows an hour',
    );
    onUnpublished(channel);
  }
}
