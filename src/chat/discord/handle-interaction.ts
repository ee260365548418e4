import type { APIInteraction } from 'discord.js';
import type { Log } from '../../runtime/log.ts';
import { UserError } from '../../user-error.ts';
import type { Catalog } from '../../wording/catalog.ts';
import type { Caller, ChannelRef, ChatHandlers, CompletionCall, Responder } from '../chat.ts';
import { wordsFor } from '../chat-calls.ts';
import type { CommandQueue, QueueOptions } from '../command-queue.ts';
import type { Message } from '../message.ts';
import { paragraph } from '../write.ts';
import { createInteractionResponder, type InteractionResponder } from './interaction-responder.ts';
import type { InteractionRef, InteractionSender } from './interaction-sender.ts';
import { limits } from './limits.ts';
import { type Arrival, type ReadingOptions, readInteraction } from './read-interaction.ts';
import type { Rendering } from './render-blocks.ts';
import { type MessageStyle, styleOf } from './render-message.ts';
import { shortLabel } from './text.ts';
import type { TextBudget } from './text-budget.ts';

interface InteractionOptions {
  readonly handlers: ChatHandlers;
  readonly sender: InteractionSender;
  readonly style: MessageStyle;
  readonly budget: TextBudget;
  readonly rendering: () => Rendering;
  readonly reading: ReadingOptions;
  readonly queue: Pick<CommandQueue, 'run'>;
  readonly post: (channel: ChannelRef, message: Message) => Promise<unknown>;
  readonly log: Log;
  /** Logs and counts what could not be read; gives its id. */
  readonly onUnreadable: (err: unknown, facts: object) => string;
  /** How long a handler may stay silent before we acknowledge for it. */
  readonly holdAfterMs?: number;
}

/** Hands an interaction to the service and sees to it that it is answered. Never throws. */
export async function handleInteraction(raw: APIInteraction, options: InteractionOptions): Promise<void> {
  const interaction = { id: raw.id, token: raw.token, applicationId: raw.application_id };
  const arrival = readOrReport(raw, options);
  try {
    if (arrival.kind === 'completion') await suggest(arrival.call, interaction, options);
    else await answer(arrival, raw, interaction, options);
  } catch (err) {
    options.log.error({ err, interaction: raw.id, kind: arrival.kind }, 'an interaction failed');
  }
}

/** What cannot be read is answered all the same, with the id that the log has it under. */
type Answerable = Exclude<Arrival, { kind: 'completion' }> | Unreadable;

type Unreadable =
  | { readonly kind: 'unreadable'; readonly errorId: string }
  | { readonly kind: 'refused'; readonly why: UserError };

function readOrReport(raw: APIInteraction, { reading, onUnreadable }: InteractionOptions): Arrival | Unreadable {
  try {
    return readInteraction(raw, reading);
  } catch (err) {
    if (err instanceof UserError) return { kind: 'refused', why: err };
    return { kind: 'unreadable', errorId: onUnreadable(err, { interaction: raw.id }) };
  }
}

const defaultHoldMs = 1_500;
const suggestWithinMs = 900;

async function answer(
  arrival: Answerable,
  raw: APIInteraction,
  interaction: InteractionRef,
  options: InteractionOptions,
): Promise<void> {
  const { channel: here } = readInteractionCaller(raw);
  const caller = 'call' in arrival ? arrival.call.caller : readInteractionCaller(raw);
  const pressed = 'message' in raw ? raw.message : undefined;
  const responder = createInteractionResponder({
    ...options,
    style: pressed ? styleOf(pressed) : options.style,
    interaction,
    caller,
    isComponent: pressed !== undefined,
    aboutChannelId: caller.channel.channelId === here.channelId ? undefined : caller.channel.channelId,
    async sayInChannel(message) {
      if (here.channelId !== '') await options.post(here, message);
    },
  });
  const hold = setTimeout(() => {
    responder.hold().catch((err) => options.log.warn({ err, interaction: raw.id }, 'an interaction was not held'));
  }, options.holdAfterMs ?? defaultHoldMs);
  const place = createQueuePlace(options.queue);
  try {
    // A button is answered by what it leads to, so that it waits before, though not long; all else is acknowledged first.
    if (arrival.kind === 'action') await place.take({ isUrgent: true });
    await handle(arrival, inTurn(responder, place), options.handlers);
    if (!responder.isAnswered) {
      const text = unansweredText(arrival, await wordsFor(caller, options.handlers));
      await responder.respond({ summary: text, blocks: [paragraph(text)] }, { onlyCaller: true });
    }
  } finally {
    place.giveBack();
    clearTimeout(hold);
  }
}

function unansweredText(arrival: Answerable, say: Catalog): string {
  if (arrival.kind === 'refused') return arrival.why.textIn(say);
  return arrival.kind === 'unreadable' ? say.refusals.unexpected(arrival.errorId) : say.refusals.otherVersion;
}

async function handle(arrival: Answerable, responder: Responder, handlers: ChatHandlers): Promise<void> {
  if (arrival.kind === 'command') await handlers.onCommand(arrival.call, forCaller(arrival.call.caller, responder));
  else if (arrival.kind === 'action') await handlers.onAction(arrival.call, responder);
  else if (arrival.kind === 'message-command') await handlers.onMessageCommand?.(arrival.call, responder);
  else if (arrival.kind === 'form') await handlers.onForm(arrival.call, responder);
}

/** Outside of servers that added the bot nobody else is shown an answer, unless its caller shares it. */
function forCaller({ isElsewhere = false }: Caller, responder: Responder): Responder {
  if (!isElsewhere) return responder;
  return {
    ...responder,
    acknowledge: () => responder.acknowledge({ onlyCaller: true }),
    respond: (message, how) => responder.respond(message, { ...how, onlyCaller: true }),
  };
}

/** After the acknowledgement the work waits for its place in the queue: computing an answer delays others' acknowledgements. */
function inTurn(responder: InteractionResponder, place: QueuePlace): Responder {
  return {
    ...responder,
    async acknowledge(how) {
      await responder.acknowledge(how);
      await place.take();
    },
  };
}

function readInteractionCaller(raw: APIInteraction) {
  const channel = {
    platform: 'discord' as const,
    workspaceId: raw.guild_id ?? '@me',
    channelId: raw.channel?.id ?? '',
  };
  return { channel, userId: '', userName: '', mayManage: false, locale: 'locale' in raw ? raw.locale : 'en-US' };
}

/** Suggestions that come too late are of no use, so none are shown rather than an error. */
async function suggest(call: CompletionCall, interaction: InteractionRef, { handlers, sender }: InteractionOptions) {
  const late = new Promise<readonly never[]>((resolve) => setTimeout(resolve, suggestWithinMs, []).unref());
  const found = await Promise.race([handlers.complete(call), late]);
  const choices = found.flatMap(({ label, value }) => {
    const name = shortLabel(label, limits.choiceName);
    const kept = value.length <= limits.choiceValue ? value : shortLabel(value, limits.choiceValue).replace(/…$/u, '');
    return name && kept ? [{ name, value: kept }] : [];
  });
  await sender.suggest(interaction, choices.slice(0, limits.choices));
}

/** A place in the command queue: taken once, and released when the work is done. */
interface QueuePlace {
  /** Resolves when the place comes up. */
  take(options?: QueueOptions): Promise<void>;
  giveBack(): void;
}

/** For work that must send something before its place comes up: an interaction is acknowledged while its answer still waits. */
function createQueuePlace(queue: Pick<CommandQueue, 'run'>): QueuePlace {
  const turn = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  let isTaken = false;
  return {
    take(options) {
      if (!isTaken) {
        isTaken = true;
        void queue.run(() => {
          turn.resolve();
          return done.promise;
        }, options);
      }
      return turn.promise;
    },
    giveBack: done.resolve,
  };
}
