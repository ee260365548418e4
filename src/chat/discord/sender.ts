import { type APIMessage, type APIThreadChannel, MessageFlags, Routes } from 'discord.js';
import type { DiscordRest } from './discord-rest.ts';
import { inOpenThread } from './in-open-thread.ts';
import type { RenderedPart } from './render-message.ts';
import { type Seal, sealedBody, uploadsOf } from './sealed-request.ts';
import { sendWithPictures } from './send-with-pictures.ts';
import type { Webhook } from './webhooks.ts';

/** How a message is sent besides what it says. */
export interface SendOptions {
  readonly quiet?: boolean;
  readonly mention?: string;
}

/** What opens a thread in a forum. */
export interface ForumPost {
  readonly name: string;
  /** Ids of the forum's tags. */
  readonly tags: readonly string[];
}

interface WebhookSendOptions extends SendOptions {
  readonly threadId?: string;
  readonly username?: string;
  readonly avatarUrl?: string;
  readonly forumPost?: ForumPost;
}

export type Sender = ReturnType<typeof createSender>;

/**
 * The one place that sends messages to Discord: whatever leaves here is sealed by `sealedBody`. What has no nonce, posts of webhooks and in
 * forums, goes over `once`: asked a second time after a time-out, Discord would post it twice.
 */
export function createSender(rest: DiscordRest, once: Pick<DiscordRest, 'post'>) {
  return {
    async message(
      channelId: string,
      part: RenderedPart,
      { nonce, replyTo, ...options }: SendOptions & { readonly nonce: string; readonly replyTo?: string },
    ) {
      const reference = replyTo !== undefined && {
        message_reference: { message_id: replyTo, fail_if_not_exists: false },
      };
      const extras = { nonce, enforce_nonce: true, ...reference };
      return sendWithPictures(part, async (each) => {
        const body = { ...sealedBody(each, sealOf(options)), ...extras };
        return (await rest.post(Routes.channelMessages(channelId), { body, ...uploadsOf(each) })) as APIMessage;
      });
    },

    /** For ten seconds, or until the next message. */
    async typing(channelId: string) {
      await rest.post(Routes.channelTyping(channelId));
    },

    /** A post of a forum: a thread with its first message. */
    async forumPost(forumId: string, part: RenderedPart, { name, tags, ...options }: SendOptions & ForumPost) {
      return sendWithPictures(part, async (each) => {
        const message = sealedBody(each, sealOf(options));
        const body = { name, message, ...(tags.length > 0 && { applied_tags: tags }) };
        return (await once.post(Routes.threads(forumId), { body, ...uploadsOf(each) })) as APIThreadChannel & {
          message: APIMessage;
        };
      });
    },

    async editMessage(channelId: string, messageId: string, part: RenderedPart, seal: Seal = {}) {
      const route = Routes.channelMessage(channelId, messageId);
      await sendWithPictures(part, (each) =>
        inOpenThread(channelId, rest, () => rest.patch(route, { body: sealedBody(each, seal), ...uploadsOf(each) })),
      );
    },

    /** Needs no right of the bot's: who has a webhook's token may send. With `forumPost` it opens a post of the webhook's forum. */
    async webhookMessage(
      { id, token }: Webhook,
      part: RenderedPart,
      { threadId, username, avatarUrl, forumPost, ...options }: WebhookSendOptions,
    ) {
      const extras = {
        ...(username && { username }),
        ...(avatarUrl && { avatar_url: avatarUrl }),
        ...(forumPost && { thread_name: forumPost.name }),
        ...(forumPost && forumPost.tags.length > 0 && { applied_tags: forumPost.tags }),
      };
      const query = new URLSearchParams({ wait: 'true', with_components: 'true', ...inThread(threadId) });
      return sendWithPictures(part, async (each) => {
        const body = { ...sealedBody(each, sealOf(options)), ...extras };
        return (await once.post(Routes.webhook(id, token), {
          body,
          query,
          auth: false,
          ...uploadsOf(each),
        })) as APIMessage;
      });
    },

    async editWebhookMessage(
      { id, token }: Webhook,
      messageId: string,
      part: RenderedPart,
      { threadId, ...seal }: Seal & { readonly threadId?: string },
    ) {
      const query = new URLSearchParams({ with_components: 'true', ...inThread(threadId) });
      const route = Routes.webhookMessage(id, token, messageId);
      await sendWithPictures(part, (each) =>
        inOpenThread(threadId, rest, () =>
          rest.patch(route, { body: sealedBody(each, seal), query, auth: false, ...uploadsOf(each) }),
        ),
      );
    },

    async removeWebhookMessage(
      { id, token }: Webhook,
      messageId: string,
      { threadId }: { readonly threadId?: string },
    ) {
      const query = new URLSearchParams(inThread(threadId));
      await inOpenThread(threadId, rest, () =>
        rest.delete(Routes.webhookMessage(id, token, messageId), { query, auth: false }),
      );
    },
  };
}

function inThread(threadId: string | undefined): { thread_id?: string } {
  return threadId === undefined ? {} : { thread_id: threadId };
}

function sealOf({ quiet = false, mention }: SendOptions): Seal {
  return { flags: quiet ? MessageFlags.SuppressNotifications : 0, ...(mention !== undefined && { mention }) };
}
