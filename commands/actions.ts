import { answerMessage } from '../src/answers/answer-message.ts';
import type { Asker } from '../src/chat/chat.ts';
import type { Form, Message } from '../src/chat/message.ts';
import { heading, paragraph, words } from '../src/chat/write.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import { UserError } from '../src/user-error.ts';
import type { CommandServices } from './define-command.ts';
import { subscribedMessage } from './subscribe.ts';
import { moveMessage, outlookOfSubscription, previewMessage, sendNowMessage } from './subscription-answers.ts';
import { editForm, lookForm, pauseForm } from './subscription-forms.ts';
import { subscriptionMessage, subscriptionsMessage } from './subscriptions.ts';

/** What a pressed button leads to: an answer to the asker, the pressed message anew, or a form. */
export type ActionOutcome =
  | { readonly kind: 'answer'; readonly message: Message }
  | { readonly kind: 'update'; readonly message: Message }
  | { readonly kind: 'form'; readonly form: Form };

export interface ActionRequest {
  readonly value: string;
  readonly asker: Asker;
  readonly services: CommandServices;
}

/** `value` came from a message that may be a year old or made up: it is looked up, never trusted. */
export interface Action {
  readonly managesChannel?: boolean;
  run(request: ActionRequest): Promise<ActionOutcome>;
}

/** Every button and select, by the name its messages carry. */
export const actions: Readonly<Record<string, Action>> = {
  background: { run: async ({ value, services }) => answer(answerMessage(await services.answers.background(value))) },
  who: { run: async ({ value, services }) => answer(answerMessage(await services.answers.who(numberIn(value)))) },
  story: { run: async ({ value, services }) => answer(answerMessage(await services.answers.story(value))) },
  search: { run: async ({ value, services }) => answer(answerMessage(await services.answers.search(value))) },
  'whos-who': { run: async ({ value, services }) => answer(await whosWhoMessage(numberIn(value), services)) },
  'open-subscription': {
    run: async ({ value, asker, services }) =>
      answer(await subscriptionMessage(await services.subscriptions.get(asker, numberIn(value)), services)),
  },
  'preview-subscription': tells(previewMessage),
  'outlook-subscription': tells(outlookOfSubscription),
  'send-subscription': { managesChannel: true, ...tells(sendNowMessage) },
  'pause-subscription': opensForm(pauseForm),
  'resume-subscription': manages(async ({ value, asker, services }) => {
    await services.subscriptions.resume(asker, numberIn(value));
  }),
  'move-subscription': { managesChannel: true, ...tells(moveMessage) },
  'remove-subscription': manages(async ({ value, asker, services }) => {
    await services.subscriptions.remove(asker, numberIn(value));
  }),
  'edit-subscription': opensForm(editForm),
  'look-of-subscription': opensForm(lookForm),
};

export interface FormRequest {
  readonly reference: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly asker: Asker;
  readonly services: CommandServices;
}

/** Every form, by the name it carries. All of them manage the channel. */
export const forms: Readonly<Record<string, (request: FormRequest) => Promise<Message>>> = {
  'edit-subscription': async ({ reference, answers, asker, services }) => {
    const { interest = '', times, days, zone, length, stories } = answers;
    const wish = { interest, times, days, zone, length, stories };
    return subscribedMessage(await services.subscriptions.change(asker, numberIn(reference), wish), services);
  },
  'look-of-subscription': async ({ reference, answers, asker, services }) => {
    const { mention, name, picture, color } = answers;
    const style = { mention, name, picture, color };
    return subscriptionMessage(await services.subscriptions.dress(asker, numberIn(reference), style), services);
  },
  'pause-subscription': async ({ reference, answers, asker, services }) => {
    await services.subscriptions.pause(asker, numberIn(reference), answers.until);
    return subscriptionsMessage(asker, services);
  },
};

function manages(change: (request: ActionRequest) => Promise<void>): Action {
  return {
    managesChannel: true,
    async run(request) {
      await change(request);
      return { kind: 'update', message: await subscriptionsMessage(request.asker, request.services) };
    },
  };
}

function tells(tell: (request: ActionRequest & { readonly id: number }) => Promise<Message>): Action {
  return { run: async (request) => answer(await tell({ ...request, id: numberIn(request.value) })) };
}

function opensForm(formOf: (subscription: Subscription) => Form): Action {
  return {
    managesChannel: true,
    run: async ({ value, asker, services }) => ({
      kind: 'form',
      form: formOf(await services.subscriptions.get(asker, numberIn(value))),
    }),
  };
}

function answer(message: Message): ActionOutcome {
  return { kind: 'answer', message };
}

const listedActors = 8;

/** Who a story's articles name most, with the newest role the archive gives; a button for each profile. */
async function whosWhoMessage(storyId: number, { archive, zone }: CommandServices): Promise<Message> {
  const story = await archive.findStory(storyId);
  if (!story) throw new UserError('That story is no longer in the archive. Search for it with /search.');
  const articles = await archive.listArticles({ storyId });
  const found = await archive.actorsIn(
    articles.map(({ id }) => id),
    listedActors,
  );
  const rows = await Promise.all(
    found.map(async ({ actor, articles: count }) => {
      const [role] = await archive.rolesOf(actor.id);
      const named = `${count} of ${articles.length} ${articles.length === 1 ? 'article' : 'articles'}`;
      return role
        ? [
            words(actor.name, 'strong'),
            words(`  ${role.former ? 'former ' : ''}${role.role} (`),
            { kind: 'time' as const, at: role.publishedAt.toString(), zone, precision: 'day' as const },
            words(`) · ${named}`),
          ]
        : [words(actor.name, 'strong'), words(`  ${actor.kind} · ${named}`)];
    }),
  );
  return {
    summary: `Who's who: ${story.title}`,
    blocks: [
      heading(`Who's who: ${story.title}`),
      rows.length > 0 ? { kind: 'list', items: rows } : paragraph('Its articles name nobody.'),
      {
        kind: 'actions',
        items: found
          .slice(0, 5)
          .map(({ actor }) => ({ kind: 'button' as const, label: actor.name, action: 'who', value: String(actor.id) })),
      },
    ],
  };
}

function numberIn(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new UserError('That button leads nowhere any more. Give the command again.');
  return number;
}
