import type { Caller } from '../src/chat/chat.ts';
import type { Form, Message } from '../src/chat/message.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import { type Action, type ActionRequest, findStory, numberIn } from './action.ts';
import { doneWithUndo, removeWithUndo, spokenInterest } from './line-steps.ts';
import { nameInterest } from './name-interest.ts';
import { moveMessage, outlookOfSubscription, previewMessage, sendNowMessage } from './subscription-answers.ts';
import { editForm, lookForm, moveForm, pauseForm } from './subscription-forms.ts';
import { subscriptionMessage, subscriptionsMessage } from './subscriptions.ts';

/** The buttons of the subscription panel. */
export const subscriptionActions: Readonly<Record<string, Action>> = {
  'open-subscription': answersWith(async ({ id, caller, services, say }) =>
    subscriptionMessage(await services.subscriptions.get(caller, id), { services, say }),
  ),
  'preview-subscription': answersWith(previewMessage),
  'outlook-subscription': answersWith(outlookOfSubscription),
  'send-subscription': { managesChannel: true, ...answersWith(sendNowMessage) },
  'pause-subscription': opensForm(pauseForm),
  'resume-subscription': manages(async (subscription, { caller, services, say }) => {
    await services.subscriptions.resume(caller, subscription.id);
    return say.lines.resumed(spokenInterest(subscription.interest, { services, say }));
  }),
  'move-subscription': {
    managesChannel: true,
    run: (request) => (request.caller.inChannel ? opensForm(moveForm) : answersWith(moveMessage)).run(request),
  },
  'remove-subscription': {
    managesChannel: true,
    async run(request) {
      const removed = await request.services.subscriptions.get(request.caller, numberIn(request.value));
      const show = () => subscriptionsMessage(request.caller, request);
      return { kind: 'update', message: await removeWithUndo([removed], request, show) };
    },
  },
  'threads-of-subscription': manages(async ({ id, interest, look }, { caller, services, say }) => {
    const storyThreads = !look?.storyThreads;
    await services.subscriptions.setThreads(caller, id, storyThreads);
    const how = storyThreads ? say.subscription.byStory : say.subscription.inOnePost;
    return say.lines.understood(`${spokenInterest(interest, { services, say })}${say.comma}${how}`);
  }),
  'edit-subscription': opensForm(editForm),
  'look-of-subscription': opensForm(lookForm),
  'unmute-story': {
    managesChannel: true,
    async run(request) {
      const { value, caller, services, say } = request;
      const story = await findStory(numberIn(value), services.archive);
      await services.mutes.remove(caller, story.id);
      const undo = () => services.mutes.add(caller, story.id);
      const show = () => subscriptionsMessage(caller, request);
      return {
        kind: 'update',
        message: await doneWithUndo(say.service.mute.undone(story.title), undo, request, show),
      };
    },
  },
};

/** Makes a change to a subscription and says it in a line with Undo, above the updated panel. */
function manages(change: (present: Subscription, request: ActionRequest) => Promise<string>): Action {
  return {
    managesChannel: true,
    async run(request) {
      const { value, caller, services } = request;
      const before = await services.subscriptions.get(caller, numberIn(value));
      const done = await change(before, request);
      const undo = () => services.subscriptions.restore(caller, before);
      const show = () => subscriptionsMessage(caller, request);
      return { kind: 'update', message: await doneWithUndo(done, undo, request, show) };
    },
  };
}

function answersWith(write: (request: ActionRequest & { readonly id: number }) => Promise<Message>): Action {
  return {
    run: async (request) => ({ kind: 'answer', message: await write({ ...request, id: numberIn(request.value) }) }),
  };
}

function opensForm(formOf: (subscription: Subscription, say: Catalog, caller: Caller) => Form): Action {
  return {
    managesChannel: true,
    async run({ value, caller, services, say }) {
      const subscription = await services.subscriptions.get(caller, numberIn(value));
      const interest = nameInterest(subscription.interest, services, say);
      return { kind: 'form', form: formOf({ ...subscription, interest }, say, caller) };
    },
  };
}
