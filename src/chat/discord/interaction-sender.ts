import {
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord.js';
import type { RenderedPart } from './render-message.ts';
import type { DiscordRest } from './rest.ts';
import { type Seal, sealedBody, sendWithPictures, uploadsOf } from './sender.ts';

/** An interaction, as far as answering it goes. */
export interface InteractionRef {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

/** Answers interactions by their tokens. */
export type InteractionSender = ReturnType<typeof createInteractionSender>;

/** Sends the answers to interactions, which need their token and no right of the bot's. */
export function createInteractionSender(rest: DiscordRest) {
  return {
    async defer({ id, token }: InteractionRef, { onlyCaller }: { onlyCaller: boolean }) {
      const data = onlyCaller ? { data: { flags: MessageFlags.Ephemeral } } : {};
      await respond(id, token, { type: InteractionResponseType.DeferredChannelMessageWithSource, ...data });
    },

    /** Keeps the message whose button was pressed, without a sign of waiting. */
    async deferUpdate({ id, token }: InteractionRef) {
      await respond(id, token, { type: InteractionResponseType.DeferredMessageUpdate });
    },

    async answer({ id, token }: InteractionRef, part: RenderedPart, { onlyCaller }: { onlyCaller: boolean }) {
      await sendWithPictures(part, async (each) => {
        const data = sealedBody(each, sealOf(onlyCaller));
        await respond(id, token, { type: InteractionResponseType.ChannelMessageWithSource, data }, each);
      });
    },

    async update({ id, token }: InteractionRef, part: RenderedPart) {
      await sendWithPictures(part, (each) =>
        respond(id, token, { type: InteractionResponseType.UpdateMessage, data: sealedBody(each) }, each),
      );
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
      await sendWithPictures(part, (each) =>
        rest.patch(route, { body: sealedBody(each), auth: false, ...uploadsOf(each) }),
      );
    },

    async removeOriginal({ applicationId, token }: InteractionRef) {
      await rest.delete(Routes.webhookMessage(applicationId, token, '@original'), { auth: false });
    },

    async followUp(
      { applicationId, token }: InteractionRef,
      part: RenderedPart,
      { onlyCaller }: { onlyCaller: boolean },
    ) {
      const route = Routes.webhook(applicationId, token);
      await sendWithPictures(part, (each) =>
        rest.post(route, { body: sealedBody(each, sealOf(onlyCaller)), auth: false, ...uploadsOf(each) }),
      );
    },
  };

  async function respond(id: string, token: string, body: object, part?: RenderedPart): Promise<void> {
    await rest.post(Routes.interactionCallback(id, token), { body, auth: false, ...(part && uploadsOf(part)) });
  }
}

function sealOf(onlyCaller: boolean): Seal {
  return { flags: onlyCaller ? MessageFlags.Ephemeral : 0 };
}
