import {
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type APIThreadChannel,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord.js';
import type { DiscordRest } from './discord-rest.ts';
import type { RenderedPart } from './render-message.ts';
import { type Seal, sealedBody, uploadsOf } from './sealed-request.ts';
import type { Webhook } from './webhooks.ts';

/** An interaction, as far as answering it goes. */
export interface InteractionRef {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

/** How a message is sent besides what it says. */
export interface SendOptions {
  readonly quiet?: boolean;
  readonly mention?: string;
}

export type Sender = ReturnType<typeof createSender>;

/** The one place that sends messages to Discord: whatever leaves here is sealed by `sealedBody`. */
export function createSender(rest: DiscordRest) {
  return {
    async message(channelId: string, part: RenderedPart, { nonce, ...options }: SendOptions & { nonce: string }) {
      const body = { ...sealedBody(part, sealOf(options)), nonce, enforce_nonce: true };
      return (await rest.post(Routes.channelMessages(channelId), { body, ...uploadsOf(part) })) as APIMessage;
    },

    /** A post of a forum: a thread with its first message. */
    async forumPost(
      forumId: string,
      part: RenderedPart,
      { name, tags, ...options }: SendOptions & { name: string; tags: readonly string[] },
    ) {
      const message = sealedBody(part, sealOf(options));
      const body = { name, message, ...(tags.length > 0 && { applied_tags: tags }) };
      return (await rest.post(Routes.threads(forumId), { body, ...uploadsOf(part) })) as APIThreadChannel & {
        message: APIMessage;
      };
    },

    async editMessage(channelId: string, messageId: string, part: RenderedPart, seal: Seal = {}) {
      await rest.patch(Routes.channelMessage(channelId, messageId), {
        body: sealedBody(part, seal),
        ...uploadsOf(part),
      });
    },

    /** Needs no right of the bot's: who has a webhook's token may send. */
    async webhookMessage(
      { id, token }: Webhook,
      part: RenderedPart,
      {
        threadId,
        username,
        avatarUrl,
        ...options
      }: SendOptions & Partial<Record<'threadId' | 'username' | 'avatarUrl', string>>,
    ) {
      const body = {
        ...sealedBody(part, sealOf(options)),
        ...(username && { username }),
        ...(avatarUrl && { avatar_url: avatarUrl }),
      };
      const query = new URLSearchParams({ wait: 'true', with_components: 'true', ...inThread(threadId) });
      return (await rest.post(Routes.webhook(id, token), {
        body,
        query,
        auth: false,
        ...uploadsOf(part),
      })) as APIMessage;
    },

    async editWebhookMessage(
      { id, token }: Webhook,
      messageId: string,
      part: RenderedPart,
      { threadId, ...seal }: Seal & { readonly threadId?: string },
    ) {
      const query = new URLSearchParams({ with_components: 'true', ...inThread(threadId) });
      const body = sealedBody(part, seal);
      await rest.patch(Routes.webhookMessage(id, token, messageId), { body, query, auth: false, ...uploadsOf(part) });
    },

    async removeWebhookMessage(
      { id, token }: Webhook,
      messageId: string,
      { threadId }: { readonly threadId?: string },
    ) {
      const query = new URLSearchParams(inThread(threadId));
      await rest.delete(Routes.webhookMessage(id, token, messageId), { query, auth: false });
    },

    async defer({ id, token }: InteractionRef, { onlyAsker }: { onlyAsker: boolean }) {
      const data = onlyAsker ? { data: { flags: MessageFlags.Ephemeral } } : {};
      await respond(id, token, { type: InteractionResponseType.DeferredChannelMessageWithSource, ...data });
    },

    /** Keeps the message whose button was pressed, without a sign of waiting. */
    async deferUpdate({ id, token }: InteractionRef) {
      await respond(id, token, { type: InteractionResponseType.DeferredMessageUpdate });
    },

    async answer({ id, token }: InteractionRef, part: RenderedPart, { onlyAsker }: { onlyAsker: boolean }) {
      const data = sealedBody(part, { flags: ephemeralFlag(onlyAsker) });
      await respond(id, token, { type: InteractionResponseType.ChannelMessageWithSource, data }, part);
    },

    async update({ id, token }: InteractionRef, part: RenderedPart) {
      await respond(id, token, { type: InteractionResponseType.UpdateMessage, data: sealedBody(part) }, part);
    },

    async openModal({ id, token }: InteractionRef, data: APIModalInteractionResponseCallbackData) {
      await respond(id, token, { type: InteractionResponseType.Modal, data });
    },

    async suggest({ id, token }: InteractionRef, choices: readonly { name: string; value: string }[]) {
      await respond(id, token, {
        type: InteractionResponseType.ApplicationCommandAutocompleteResult,
        data: { choices },
      });
    },

    async editOriginal({ applicationId, token }: InteractionRef, part: RenderedPart) {
      const route = Routes.webhookMessage(applicationId, token, '@original');
      await rest.patch(route, { body: sealedBody(part), auth: false, ...uploadsOf(part) });
    },

    async removeOriginal({ applicationId, token }: InteractionRef) {
      await rest.delete(Routes.webhookMessage(applicationId, token, '@original'), { auth: false });
    },

    async followUp(
      { applicationId, token }: InteractionRef,
      part: RenderedPart,
      { onlyAsker }: { onlyAsker: boolean },
    ) {
      const body = sealedBody(part, { flags: ephemeralFlag(onlyAsker) });
      await rest.post(Routes.webhook(applicationId, token), { body, auth: false, ...uploadsOf(part) });
    },
  };

  async function respond(id: string, token: string, body: object, part?: RenderedPart): Promise<void> {
    await rest.post(Routes.interactionCallback(id, token), { body, auth: false, ...(part && uploadsOf(part)) });
  }
}

function ephemeralFlag(onlyAsker: boolean): number {
  return onlyAsker ? MessageFlags.Ephemeral : 0;
}

function inThread(threadId: string | undefined): { thread_id?: string } {
  return threadId === undefined ? {} : { thread_id: threadId };
}

function sealOf({ quiet = false, mention }: SendOptions): Seal {
  return { flags: quiet ? MessageFlags.SuppressNotifications : 0, ...(mention !== undefined && { mention }) };
}
