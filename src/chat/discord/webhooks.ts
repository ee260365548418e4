import { type APIMessage, type APIWebhook, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Log } from '../../runtime/log.ts';
import { ChatError, type PostLook } from '../chat.ts';
import type { ChannelFacts, ChannelFactsCache } from './channel-facts.ts';
import { hasCode } from './errors.ts';
import type { RenderedPart } from './render-message.ts';
import type { DiscordRest } from './rest.ts';
import type { ForumPost, Sender, SendOptions, Webhook } from './sender.ts';

/** Our own webhooks, one for each channel that needs one. */
export interface Webhooks {
  /** Ours in a channel, made where there is none; undefined where we may not, which the log says once. */
  of(channel: ChannelFacts): Promise<Webhook | undefined>;
  /** Ours in a channel, if there is one. */
  find(channel: ChannelFacts): Promise<Webhook | undefined>;
  /** Looks again next time: a permission changed, or the webhook is gone. */
  forget(channelId: string): void;
  /** Channels where we may have none. */
  refused(): number;
}

interface WebhooksOptions {
  readonly rest: DiscordRest;
  readonly channels: Pick<ChannelFactsCache, 'own'>;
  readonly log: Log;
}

const most = 5_000;

/** One webhook for each channel, found among those that are there or made, https://docs.discord.com/developers/resources/webhook. */
export function createWebhooks({ rest, channels, log }: WebhooksOptions): Webhooks {
  const known = new Map<string, Promise<Webhook | undefined>>();
  const refused = new Set<string>();
  return {
    of(channel) {
      const id = webhookChannel(channel);
      if (id === undefined) return Promise.resolve(undefined);
      const present = known.get(id);
      if (present) return present;
      const found = findOrMake(id);
      found.catch(() => known.delete(id));
      if (known.size >= most) known.clear();
      known.set(id, found);
      return found;
    },
    async find(channel) {
      const id = webhookChannel(channel);
      if (id === undefined || refused.has(id)) return undefined;
      return known.get(id) ?? unlessRefused(id, () => find(id));
    },
    forget(channelId) {
      known.delete(channelId);
      refused.delete(channelId);
    },
    refused: () => refused.size,
  };

  async function findOrMake(channelId: string): Promise<Webhook | undefined> {
    return unlessRefused(channelId, async () => (await find(channelId)) ?? (await make(channelId)));
  }

  async function unlessRefused(
    channelId: string,
    work: () => Promise<Webhook | undefined>,
  ): Promise<Webhook | undefined> {
    try {
      return await work();
    } catch (err) {
      if (!hasCode(err, ...whyNot)) throw err;
      refused.add(channelId);
      log.warn(
        { err, channel: channelId },
        'no own look here: Manage Webhooks is missing, or the channel is full of them',
      );
      return undefined;
    }
  }

  async function find(channelId: string): Promise<Webhook | undefined> {
    const all = (await rest.get(Routes.channelWebhooks(channelId))) as APIWebhook[];
    const { applicationId } = await channels.own();
    const ours = all.find(({ application_id: owner, token }) => owner === applicationId && token !== undefined);
    return ours && addressOf(ours);
  }

  async function make(channelId: string): Promise<Webhook | undefined> {
    return addressOf(
      (await rest.post(Routes.channelWebhooks(channelId), { body: { name: 'Kurzwelle' } })) as APIWebhook,
    );
  }
}

const whyNot = [
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MaximumNumberOfWebhooksReached,
] as const;

function addressOf({ id, token }: APIWebhook): Webhook | undefined {
  return token === undefined ? undefined : { id, token };
}

/** Threads have those of the channel or forum they are in; direct messages come from the bot itself. */
function webhookChannel({ id, kind, parentId }: ChannelFacts): string | undefined {
  if (kind === 'thread') return parentId;
  return kind === 'direct' ? undefined : id;
}

interface WebhookPostsOptions {
  readonly sender: Sender;
  readonly webhooks: Webhooks;
}

/** Messages in a look of their own: sent, edited and removed through our webhook, which alone may edit what it sent. */
export function createWebhookPosts({ sender, webhooks }: WebhookPostsOptions) {
  return {
    /** Undefined where there can be no webhook: the message then comes from the bot itself. */
    async send(
      channel: ChannelFacts,
      part: RenderedPart,
      { look, ...options }: SendOptions & { readonly look: PostLook; readonly forumPost?: ForumPost },
    ): Promise<APIMessage | undefined> {
      const send = (webhook: Webhook | undefined) =>
        webhook && sender.webhookMessage(webhook, part, { ...options, ...nameAndPicture(look), ...threadOf(channel) });
      try {
        return await send(await webhooks.of(channel));
      } catch (error) {
        if (!hasCode(error, RESTJSONErrorCodes.UnknownWebhook)) throw error;
        // Somebody deleted it.
        webhooks.forget(channel.parentId ?? channel.id);
        webhooks.forget(channel.id);
        return await send(await webhooks.of(channel));
      }
    },

    async edit(
      channel: ChannelFacts,
      present: APIMessage,
      part: RenderedPart,
      mention: { mention?: string },
    ): Promise<void> {
      await sender.editWebhookMessage(await webhookOf(channel, present), present.id, part, {
        ...mention,
        ...threadOf(channel),
      });
    },

    async remove(channel: ChannelFacts, present: APIMessage): Promise<void> {
      await sender.removeWebhookMessage(await webhookOf(channel, present), present.id, threadOf(channel));
    },
  };

  async function webhookOf(channel: ChannelFacts, { webhook_id: id }: APIMessage): Promise<Webhook> {
    const webhook = await webhooks.of(channel);
    if (webhook && webhook.id === id) return webhook;
    throw new ChatError('The webhook that posted this message is gone, so it cannot be changed', { kind: 'rejected' });
  }
}

function nameAndPicture({ name, pictureUrl }: PostLook) {
  return { ...(name && { username: name }), ...(pictureUrl && { avatarUrl: pictureUrl }) };
}

function threadOf({ id, kind }: ChannelFacts): { threadId?: string } {
  return kind === 'thread' ? { threadId: id } : {};
}
