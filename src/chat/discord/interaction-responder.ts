import { randomBytes } from 'node:crypto';
import { RESTJSONErrorCodes } from 'discord.js';
import type { Log } from '../../runtime/log.ts';
import type { Catalog } from '../../wording/catalog.ts';
import { wordingFor } from '../../wording/wording-for.ts';
import type { Caller, Responder } from '../chat.ts';
import type { Form, Message } from '../message.ts';
import { withShareButton } from '../share.ts';
import { paragraph } from '../write.ts';
import { aboutChannel, formAboutChannel, renderForm } from './components.ts';
import { hasCode } from './errors.ts';
import type { InteractionRef, InteractionSender } from './interaction-sender.ts';
import { limits } from './limits.ts';
import type { Rendering } from './render-blocks.ts';
import { type MessageStyle, type RenderedPart, renderMessage } from './render-message.ts';
import type { TextBudget } from './text-budget.ts';

interface ResponderOptions extends LateAnswerOptions {
  readonly interaction: InteractionRef;
  /** Of a message whose button was pressed, `update` replaces that message. */
  readonly isComponent: boolean;
  readonly sender: InteractionSender;
  readonly budget: TextBudget;
  readonly rendering: () => Rendering;
  /** Another channel than the interaction's, that what is answered is about. */
  readonly aboutChannelId?: string | undefined;
  readonly style: MessageStyle;
}

/** The port's responder, with what keeps Discord's times. */
export interface InteractionResponder extends Responder {
  /** Acknowledges by itself if nothing was said yet: Discord gives up after three seconds. */
  hold(): Promise<void>;
  /** Whether anything was said to the caller, in whatever way. */
  readonly isAnswered: boolean;
}

/**
 * `silent` -> `deferred` (a waiting indicator, for everybody or only the caller), `held` (a pressed button without such an indicator) -> `answered`. A late or
 * failed answer ends in a plain message with an error id.
 */
type State = 'silent' | 'deferred' | 'held' | 'answered';

/** Answers one interaction within the times Discord sets. */
export function createInteractionResponder(options: ResponderOptions): InteractionResponder {
  const { interaction, isComponent, sender, style, budget, rendering, aboutChannelId: about } = options;
  const render = (message: Message) =>
    renderMessage(about ? aboutChannel(message, about) : message, style, undefined, rendering());
  const inTime = createInTime(options);
  let state: State = 'silent';
  let deferredForCaller = true;
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
    acknowledge: ({ onlyCaller }) =>
      inTurn(async () => {
        if (state === 'silent') await defer(onlyCaller);
      }),
    respond: (said, { onlyCaller, share }) => {
      const message = onlyCaller && share !== undefined ? withShareButton(said, share) : said;
      return inTurn(() => safely(() => fitting(() => respond(render(message), onlyCaller))));
    },
    update: (message) =>
      inTurn(() =>
        safely(() => fitting(() => (isComponent ? update(render(message)) : respond(render(message), true)))),
      ),
    opensForms: true,
    openForm: (form) => inTurn(() => safely(() => openForm(form))),
  };

  async function defer(onlyCaller: boolean): Promise<void> {
    deferredForCaller = onlyCaller;
    await sender.defer(interaction, { onlyCaller });
    state = 'deferred';
  }

  async function holdButton(): Promise<void> {
    await sender.deferUpdate(interaction);
    state = 'held';
  }

  async function respond([first, ...others]: readonly RenderedPart[], onlyCaller: boolean): Promise<void> {
    if (!first) return;
    if (state === 'silent') await answerAtOnce(first, onlyCaller);
    else if (state === 'deferred' && deferredForCaller === onlyCaller) await sender.editOriginal(interaction, first);
    else {
      if (state === 'deferred') await removeSignOfWaiting();
      await sender.followUp(interaction, first, { onlyCaller });
    }
    state = 'answered';
    for (const part of others) await sender.followUp(interaction, part, { onlyCaller });
  }

  /** If Discord got our acknowledgement and its response was lost, the answer takes its place. */
  async function answerAtOnce(part: RenderedPart, onlyCaller: boolean): Promise<void> {
    try {
      await sender.answer(interaction, part, { onlyCaller });
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
    else if (state === 'deferred') return respond([first, ...others], deferredForCaller);
    else await sender.editOriginal(interaction, first);
    state = 'answered';
    for (const part of others) await sender.followUp(interaction, part, { onlyCaller: true });
  }

  async function openForm(form: Form): Promise<void> {
    if (state !== 'silent')
      return respond(renderMessage(tooLateForForm(wordingFor(options.caller.locale)), style), true);
    const inServer = options.caller.channel.workspaceId !== '@me';
    await sender.openModal(interaction, renderForm(about ? formAboutChannel(form, about) : form, { inServer }));
    state = 'answered';
  }

  /** Once the first page was sent, the rest is not divided into pages again. */
  async function fitting(work: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (state === 'answered' || !budget.learn(error)) throw error;
      }
    }
  }

  /** What could not be said in time is over, too: the channel got an answer. */
  async function safely(work: () => Promise<void>): Promise<void> {
    if (!(await inTime(work))) state = 'answered';
  }
}

function tooLateForForm({ refusals }: Catalog): Message {
  return { summary: refusals.formTooLate, blocks: [paragraph(refusals.formTooLate)] };
}

interface LateAnswerOptions {
  readonly caller: Caller;
  /** A plain message to the channel, when the interaction can be answered no more. */
  readonly sayInChannel: (message: Message) => Promise<void>;
  readonly log: Log;
  readonly nowMs?: () => number;
}

/** Answers are sent this long before their time is up. */
const safetyMs = 20_000;

/**
 * Runs what answers an interaction, from now on for as long as Discord waits. What comes too late, or fails, is said to be missing in the
 * channel, with an id that the log has; private answers are not repeated there. False where it came to that.
 */
function createInTime({
  caller: { channel, userId, locale },
  sayInChannel,
  log,
  nowMs = () => performance.now(),
}: LateAnswerOptions): (work: () => Promise<void>) => Promise<boolean> {
  const deadline = nowMs() + limits.tokenMs - safetyMs;
  return async (work) => {
    try {
      if (nowMs() > deadline) throw new Error('the answer came after the fifteen minutes that Discord waits');
      await work();
      return true;
    } catch (err) {
      const errorId = randomBytes(4).toString('hex');
      log.error({ err, errorId, channel: channel.channelId, user: userId }, 'an interaction was not answered');
      await sayInChannel(apology(errorId, wordingFor(locale)));
      return false;
    }
  };
}

function apology(errorId: string, { refusals }: Catalog): Message {
  const text = refusals.tooLate(errorId);
  return { summary: text, blocks: [paragraph(text)] };
}
