import { checkRights } from '../src/chat/check-call.ts';
import type { ActionItem, Message } from '../src/chat/message.ts';
import { paragraph } from '../src/chat/write.ts';
import type { TypedSubscription } from '../src/subscriptions/read-wish.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import { baseLanguage } from '../src/text/terms.ts';
import type { Action, ActionRequest } from './action.ts';
import { nameInterest } from './name-interest.ts';

type Context = Pick<ActionRequest, 'caller' | 'services' | 'say'> & {
  /** Where the buttons are pressed, if not in the caller's channel: then by this person alone. */
  readonly askedIn?: string;
};

/** A button of a question: what it says, and what it does. */
export interface Choice {
  readonly label: string;
  readonly managesChannel?: boolean;
  run(): Promise<Message>;
}

/** A question with a button for each answer, the likeliest first. */
export function askBack(question: Message, choices: readonly Choice[], request: Context): Message {
  const items = choices.map(
    (choice, index): ActionItem => ({ ...stepButton(choice, request), ...(index === 0 && { tone: 'primary' }) }),
  );
  return { ...question, blocks: [...question.blocks, { kind: 'actions', items }] };
}

function stepButton(
  { label, managesChannel = true, run }: Choice,
  { caller, services, askedIn }: Context,
): Extract<ActionItem, { kind: 'button' }> {
  const here = { channelId: caller.channel.channelId, managesChannel };
  const where = askedIn === undefined ? here : { channelId: askedIn, managesChannel: false, userId: caller.userId };
  return { kind: 'button', label, action: 'take-step', value: services.steps.keep({ ...where, run }) };
}

/** The message with a button that takes back what it reports; `after` is what is shown once that is done. */
export function withUndo(
  message: Message,
  undo: () => Promise<unknown>,
  request: Context,
  after?: () => Promise<Message>,
): Message {
  const { undone, undo: label } = request.say.lines;
  const run = async (): Promise<Message> => {
    await undo();
    const shown = await after?.();
    return { summary: undone, blocks: [paragraph(undone), ...(shown?.blocks ?? [])] };
  };
  const button = { ...stepButton({ label, run }, request), isUndo: true };
  return { ...message, blocks: [...message.blocks, { kind: 'actions', items: [button] }] };
}

/** What was done, in a line with Undo, above what is shown of it: before and after that is the same view. */
export async function doneWithUndo(
  summary: string,
  undo: () => Promise<unknown>,
  request: Context,
  show: () => Promise<Message>,
): Promise<Message> {
  const done = withUndo({ summary, blocks: [paragraph(summary)] }, undo, request, show);
  return { summary, blocks: [...done.blocks, ...(await show()).blocks] };
}

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A subscription as it would be typed. */
export function typedAgain({ interest, as, schedule, language, length, maxStories }: Subscription): TypedSubscription {
  const days = schedule.days.map((day) => dayNames[day - 1]).join(', ');
  const times = schedule.times.join(', ');
  return { interest, as, times, days, zone: schedule.zone, language, length, stories: String(maxStories) };
}

/** An interest as a person would say it: a topic by its name, anything else as it is typed. */
export function spokenInterest(interest: string, { services, say }: Pick<Context, 'services' | 'say'>): string {
  const name = services.topics.find(({ id }) => id === interest)?.name;
  return name?.[baseLanguage(say.locale)] ?? name?.en ?? nameInterest(interest, services, say);
}

/** Removes subscriptions; Undo puts them back under other numbers, and each continues where its last briefing ended. */
export async function removeWithUndo(
  list: readonly Subscription[],
  request: Context,
  show: () => Promise<Message> = async () => ({ summary: '', blocks: [] }),
): Promise<Message> {
  const { caller, services, say } = request;
  for (const { id } of list) await services.subscriptions.remove(caller, id);
  return doneWithUndo(say.lines.removed(listNames(list, request)), () => restoreAll(list, request), request, show);
}

/** Subscriptions by what they are about, as a person would say it. */
export function listNames(list: readonly Subscription[], request: Pick<Context, 'services' | 'say'>): string {
  return list.map(({ interest }) => spokenInterest(interest, request)).join(request.say.comma);
}

/** Puts subscriptions back as they were. */
export async function restoreAll(list: readonly Subscription[], { caller, services }: Context): Promise<void> {
  for (const before of list) await services.subscriptions.restore(caller, before);
}

/** A button of a question or of Undo: done once, in its channel, by whoever may, for ten minutes. */
export const takeStep: Action = {
  async run({ value, caller, services, say }) {
    const step = services.steps.find(value);
    const isTheirs = step?.userId === undefined || step.userId === caller.userId;
    if (!step || !isTheirs || step.channelId !== caller.channel.channelId) {
      const { tooLate } = say.lines;
      return { kind: 'answer', message: { summary: tooLate, blocks: [paragraph(tooLate)] } };
    }
    checkRights(step.managesChannel, caller);
    services.steps.drop(value);
    return { kind: 'update', message: await step.run() };
  },
};
