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

/** An interaction, as far as answering it goes. */
export interface InteractionRef {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

export type Sender = ReturnType<typeof createSender>;

/** The one place that sends messages to Discord: whatever leaves here mentions nobody. */
export function createSender(rest: DiscordRest) {
  return {
    async message(channelId: string, part: RenderedPart, { nonce, quiet = false }: { nonce: string; quiet?: boolean }) {
      const body = { ...sealed(part, quiet ? MessageFlags.SuppressNotifications : 0), nonce, enforce_nonce: true };
      return (await rest.post(Routes.channelMessages(channelId), { body })) as APIMessage;
    },

    /** A post of a forum: a thread with its first message. */
    async forumPost(
      forumId: string,
      part: RenderedPart,
      { name, tags, quiet = false }: { name: string; tags: readonly string[]; quiet?: boolean },
    ) {
      const message = sealed(part, quiet ? MessageFlags.SuppressNotifications : 0);
      const body = { name, message, ...(tags.length > 0 && { applied_tags: tags }) };
      return (await rest.post(Routes.threads(forumId), { body })) as APIThreadChannel & { message: APIMessage };
    },

    async editMessage(channelId: string, messageId: string, part: RenderedPart) {
      await rest.patch(Routes.channelMessage(channelId, messageId), { body: sealed(part) });
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
      const data = sealed(part, ephemeralFlag(onlyAsker));
      await respond(id, token, { type: InteractionResponseType.ChannelMessageWithSource, data });
    },

    async update({ id, token }: InteractionRef, part: RenderedPart) {
      await respond(id, token, { type: InteractionResponseType.UpdateMessage, data: sealed(part) });
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
      await rest.patch(Routes.webhookMessage(applicationId, token, '@original'), { body: sealed(part), auth: false });
    },

    async removeOriginal({ applicationId, token }: InteractionRef) {
      await rest.delete(Routes.webhookMessage(applicationId, token, '@original'), { auth: false });
    },

    async followUp(
      { applicationId, token }: InteractionRef,
      part: RenderedPart,
      { onlyAsker }: { onlyAsker: boolean },
    ) {
      const body = sealed(part, ephemeralFlag(onlyAsker));
      await rest.post(Routes.webhook(applicationId, token), { body, auth: false });
    },
  };

  async function respond(id: string, token: string, body: object): Promise<void> {
    await rest.post(Routes.interactionCallback(id, token), { body, auth: false });
  }
}

function ephemeralFlag(onlyAsker: boolean): number {
  return onlyAsker ? MessageFlags.Ephemeral : 0;
}

function sealed(part: RenderedPart, flags = 0) {
  const all = part.flags | flags;
  return { ...part, flags: all, allowed_mentions: { parse: [] } };
}
