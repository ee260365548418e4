import type { Asker } from '../src/chat/chat.ts';
import type { Form, Message } from '../src/chat/message.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import { type Action, type ActionRequest, numberIn } from './action.ts';
import { removeWithUndo } from './line-steps.ts';
import { nameInterest } from './name-interest.ts';
import { moveMessage, outlookOfSubscription, previewMessage, sendNowMessage } from './subscription-answers.ts';
import { editForm, lookForm, moveForm, pauseForm } from './subscription-forms.ts';
import { subscriptionMessage, subscriptionsMessage } from './subscriptions.ts';

/** The buttons of the subscription panel. */
export const subscriptionActions: Readonly<Record<string, Action>> = {
  'open-subscription': answersWith(async ({ id, asker, services, say }) =>
    subscriptionMessage(await services.subscriptions.get(asker, id), { services, say }),
  ),
  'preview-subscription': answersWith(previewMessage),
  'outlook-subscription': answersWith(outlookOfSubscription),
  'send-subscription': { managesChannel: true, ...answersWith(sendNowMessage) },
  'pause-subscription': opensForm(pauseForm),
  'resume-subscription': manages(async ({ value, asker, services }) => {
    await services.subscriptions.resume(asker, numberIn(value));
  }),
  'move-subscription': {
    managesChannel: true,
    run: (request) => (hasChannelPicker(request.asker) ? opensForm(moveForm) : answersWith(moveMessage)).run(request),
  },
  'remove-subscription': {
    managesChannel: true,
    async run(request) {
      const removed = await request.services.subscriptions.get(request.asker, numberIn(request.value));
      const { summary, blocks } = await removeWithUndo([removed], request);
      const panel = await subscriptionsMessage(request.asker, request);
      return { kind: 'update', message: { summary, blocks: [...blocks, ...panel.blocks] } };
    },
  },
  'threads-of-subscription': manages(async ({ value, asker, services }) => {
    const { id, look } = await services.subscriptions.get(asker, numberIn(value));
    await services.subscriptions.setThreads(asker, id, !look?.storyThreads);
  }),
  'edit-subscription': opensForm(editForm),
  'look-of-subscription': opensForm(lookForm),
  'unmute-story': manages(async ({ value, asker, services }) => {
    await services.mutes.remove(asker, numberIn(value));
  }),
};

/** Makes a change, and shows the updated panel. */
function manages(change: (request: ActionRequest) => Promise<void>): Action {
  return {
    managesChannel: true,
    async run(request) {
      await change(request);
      return { kind: 'update', message: await subscriptionsMessage(request.asker, request) };
    },
  };
}

function answersWith(write: (request: ActionRequest & { readonly id: number }) => Promise<Message>): Action {
  return {
    run: async (request) => ({ kind: 'answer', message: await write({ ...request, id: numberIn(request.value) }) }),
  };
}

function opensForm(formOf: (subscription: Subscription, say: Catalog) => Form): Action {
  return {
    managesChannel: true,
    async run({ value, asker, services, say }) {
      const subscription = await services.subscriptions.get(asker, numberIn(value));
      const interest = nameInterest(subscription.interest, services, say);
      return { kind: 'form', form: formOf({ ...subscription, interest }, say) };
    },
  };
}

/** Servers of Discord let people pick a channel in a form; elsewhere they say `/move` in the other channel. */
function hasChannelPicker({ channel: { platform, workspaceId } }: Asker): boolean {
  return platform === 'discord' && workspaceId !== '@me';
}
