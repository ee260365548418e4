import { randomBytes } from 'node:crypto';
import { RESTJSONErrorCodes } from 'discord.js';
import type { Log } from '../../runtime/log.ts';
import type { Asker, Responder } from '../chat.ts';
import type { Form, Message } from '../message.ts';
import { withShareButton } from '../share.ts';
import { paragraph } from '../write.ts';
import { hasCode } from './discord-error.ts';
import type { InteractionRef, InteractionSender } from './interaction-sender.ts';
import { limits } from './limits.ts';
import { renderForm } from './render-form.ts';
import { type MessageStyle, type RenderedPart, renderMessage } from './render-message.ts';

export interface ResponderOptions {
  readonly interaction: InteractionRef;
  readonly asker: Asker;
  /** Of a message whose button was pressed, `update` replaces that message. */
  readonly isComponent: boolean;
  readonly sender: InteractionSender;
  readonly style: MessageStyle;
  /** A plain message to the channel, when the interaction can be answered no more. */
  readonly sayInChannel: (message: Message) => Promise<void>;
  readonly log: Log;
  readonly nowMs?: () => number;
}

export interface InteractionResponder extends Responder {
  /** Acknowledges by itself if nothing was said yet: Discord gives up after three seconds. */
  hold(): Promise<void>;
  /** Whether anything was said to the asker, in whatever way. */
  readonly isAnswered: boolean;
}

/**
 * `silent` -> `deferred` (a sign of waiting, for all or the asker), `held` (a pressed button without such a sign) -> `answered`. A late or
 * failed answer ends in a plain message with an error id.
 */
type State = 'silent' | 'deferred' | 'held' | 'answered';

/** Answers one interaction within the times Discord sets. */
export function createInteractionResponder(options: ResponderOptions): InteractionResponder {
  const { interaction, isComponent, sender, style, nowMs = () => performance.now() } = options;
  const deadline = nowMs() + limits.tokenMs - safetyMs;
  let state: State = 'silent';
  let deferredForAsker = true;
  // What is said is said in order, whatever the handler and the clock do at the same time.
  let turn: Promise<void> = Promise.resolve();

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  };

  return {
    get isAnswered() {
      return state === 'answered';
    },
    hold: () =>
      inTurn(async () => {
        if (state === 'silent') await (isComponent ? holdButton() : defer(true));
      }),
    acknowledge: ({ onlyAsker }) =>
      inTurn(async () => {
        if (state === 'silent') await defer(onlyAsker);
      }),
    respond: (said, { onlyAsker, share }) => {
      const message = onlyAsker && share !== undefined ? withShareButton(said, share) : said;
      return inTurn(() => safely(() => respond(renderMessage(message, style), onlyAsker)));
    },
    update: (message) =>
      inTurn(() =>
        safely(() =>
          isComponent ? update(renderMessage(message, style)) : respond(renderMessage(message, style), true),
        ),
      ),
    openForm: (form) => inTurn(() => safely(() => openForm(form))),
  };

  async function defer(onlyAsker: boolean): Promise<void> {
    deferredForAsker = onlyAsker;
    await sender.defer(interaction, { onlyAsker });
    state = 'deferred';
  }

  async function holdButton(): Promise<void> {
    await sender.deferUpdate(interaction);
    state = 'held';
  }

  async function respond([first, ...others]: readonly RenderedPart[], onlyAsker: boolean): Promise<void> {
    if (!first) return;
    if (state === 'silent') await answerAtOnce(first, onlyAsker);
    else if (state === 'deferred' && deferredForAsker === onlyAsker) await sender.editOriginal(interaction, first);
    else {
      if (state === 'deferred') await removeSignOfWaiting();
      await sender.followUp(interaction, first, { onlyAsker });
    }
    state = 'answered';
    for (const part of others) await sender.followUp(interaction, part, { onlyAsker });
  }

  /** Where Discord heard our acknowledgement, and we did not hear so, the answer takes its place. */
  async function answerAtOnce(part: RenderedPart, onlyAsker: boolean): Promise<void> {
    try {
      await sender.answer(interaction, part, { onlyAsker });
    } catch (error) {
      if (!hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw error;
      await sender.editOriginal(interaction, part);
    }
  }

  // One that is gone, or of which nothing was shown yet, is no reason to keep the answer back.
  async function removeSignOfWaiting(): Promise<void> {
    try {
      await sender.removeOriginal(interaction);
    } catch (error) {
      if (!hasCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
    }
  }

  async function update([first, ...others]: readonly RenderedPart[]): Promise<void> {
    if (!first) return;
    if (state === 'silent') await sender.update(interaction, first);
    else if (state === 'deferred') return respond([first, ...others], deferredForAsker);
    else await sender.editOriginal(interaction, first);
    state = 'answered';
    for (const part of others) await sender.followUp(interaction, part, { onlyAsker: true });
  }

  async function openForm(form: Form): Promise<void> {
    if (state !== 'silent') return respond(renderMessage(tooLateForForm, style), true);
    await sender.openModal(interaction, renderForm(form));
    state = 'answered';
  }

  /** Says what could not be said as an answer in the channel, with an id that the log has. Private answers are not repeated there. */
  async function safely(work: () => Promise<void>): Promise<void> {
    try {
      if (nowMs() > deadline) throw new Error('the answer came after the fifteen minutes that Discord waits');
      await work();
    } catch (err) {
      const errorId = randomBytes(4).toString('hex');
      const { channel, userId } = options.asker;
      options.log.error({ err, errorId, channel: channel.channelId, user: userId }, 'an interaction was not answered');
      state = 'answered';
      await options.sayInChannel(apology(errorId));
    }
  }
}

/** Answers are sent this long before their time is up. */
const safetyMs = 20_000;

const tooLateForForm: Message = {
  summary: 'The form could not open in time',
  blocks: [paragraph('The form could not open in time. Press the button again.')],
};

function apology(errorId: string): Message {
  const text = `An answer asked for here could not be shown in time. Ask again; if it stays, tell the operator this id: ${errorId}.`;
  return { summary: text, blocks: [paragraph(text)] };
}
