import { type APIMessage, RESTJSONErrorCodes } from 'discord.js';
import { ChatError, type PostLook } from '../chat.ts';
import type { ChannelFacts } from './channel-facts.ts';
import { hasCode } from './discord-error.ts';
import type { RenderedPart } from './render-message.ts';
import type { ForumPost, Sender, SendOptions } from './sender.ts';
import type { Webhook, Webhooks } from './webhooks.ts';

export interface WebhookPostsOptions {
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
