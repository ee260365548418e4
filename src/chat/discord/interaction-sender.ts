import {
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord.js';
import type { DiscordRest } from './discord-rest.ts';
import type { RenderedPart } from './render-message.ts';
import { sealedBody, uploadsOf } from './sealed-request.ts';

/** An interaction, as far as answering it goes. */
export interface InteractionRef {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

export type InteractionSender = ReturnType<typeof createInteractionSender>;

/** Sends the answers to interactions, which need their token and no right of the bot's. */
export function createInteractionSender(rest: DiscordRest) {
  return {
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
