import { checkRights } from '../src/chat/check-call.ts';
import type { ActionItem, Message } from '../src/chat/message.ts';
import { paragraph } from '../src/chat/write.ts';
import type { TypedSubscription } from '../src/subscriptions/read-wish.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import { baseLanguage } from '../src/text/terms.ts';
import type { Action, ActionRequest } from './action.ts';
import { nameInterest } from './name-interest.ts';

type Context = Pick<ActionRequest, 'asker' | 'services' | 'say'> & {
  /** Where the buttons are pressed, if not in the asker's channel: then by this person alone. */
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
  { asker, services, askedIn }: Context,
): Extract<ActionItem, { kind: 'button' }> {
  const here = { channelId: asker.channel.channelId, managesChannel };
  const where = askedIn === undefined ? here : { channelId: askedIn, managesChannel: false, userId: asker.userId };
  return { kind: 'button', label, action: 'take-step', value: services.steps.keep({ ...where, run }) };
}

/** The message with a button that takes back what it reports. */
export function withUndo(message: Message, undo: () => Promise<unknown>, request: Context): Message {
  const { undone, undo: label } = request.say.lines;
  const run = async (): Promise<Message> => {
    await undo();
    return { summary: undone, blocks: [paragraph(undone)] };
  };
  return { ...message, blocks: [...message.blocks, { kind: 'actions', items: [stepButton({ label, run }, request)] }] };
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

/** Removes subscriptions; Undo makes them anew, paused where they were, under other numbers. */
export async function removeWithUndo(list: readonly Subscription[], request: Context): Promise<Message> {
  const { asker, services, say } = request;
  for (const { id } of list) await services.subscriptions.remove(asker, id);
  const names = list.map(({ interest }) => spokenInterest(interest, request)).join(say.comma);
  const summary = say.lines.removed(names);
  const undo = async () => {
    for (const removed of list) {
      const { id } = await services.subscriptions.add(asker, typedAgain(removed));
      const { mention, look } = removed;
      if (mention !== undefined || look !== undefined)
        await services.subscriptions.setAppearance(asker, id, {
          mention,
          name: look?.name,
          picture: look?.pictureUrl,
          color: look?.color,
        });
      if (removed.state === 'paused') await services.subscriptions.pause(asker, id);
    }
  };
  return withUndo({ summary, blocks: [paragraph(summary)] }, undo, request);
}

/** A button of a question or of Undo: done once, in its channel, by whoever may, for ten minutes. */
export const takeStep: Action = {
  async run({ value, asker, services, say }) {
    const step = services.steps.find(value);
    const isTheirs = step?.userId === undefined || step.userId === asker.userId;
    if (!step || !isTheirs || step.channelId !== asker.channel.channelId) {
      const { tooLate } = say.lines;
      return { kind: 'answer', message: { summary: tooLate, blocks: [paragraph(tooLate)] } };
    }
    checkRights(step.managesChannel, asker);
    services.steps.drop(value);
    return { kind: 'update', message: await step.run() };
  },
};
