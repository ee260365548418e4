import type { Caller } from '../src/chat/chat.ts';
import type { Message } from '../src/chat/message.ts';
import { UserError } from '../src/user-error.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import { type Action, checkStories, numberIn } from './action.ts';
import { actorActions } from './actor-actions.ts';
import type { CommandServices } from './define-command.ts';
import { firstDayActions } from './first-day.ts';
import { doneWithUndo, spokenInterest, takeStep, withUndo } from './line-steps.ts';
import { overviewActions } from './overview.ts';
import { subscribeTo } from './preview.ts';
import { reportActions } from './report-line.ts';
import { storyActions } from './story-actions.ts';
import { understood } from './subscribe.ts';
import { subscriptionActions } from './subscription-actions.ts';
import { movedMessage } from './subscription-answers.ts';
import { subscriptionMessage, subscriptionsMessage } from './subscriptions.ts';

/** The handlers of all buttons and selects, by action id. `share` is handled by dispatch itself. */
export const actions: Readonly<Record<string, Action>> = {
  ...storyActions,
  ...actorActions,
  ...subscriptionActions,
  'take-step': takeStep,
  'subscribe-to': subscribeTo,
  ...firstDayActions,
  ...overviewActions,
  ...reportActions,
};

/** A submitted form: its subject, and the answers by field name. */
export interface FormRequest {
  readonly reference: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly caller: Caller;
  /** The caller in the channel that they picked in the form. */
  readonly callerInPicked?: Caller;
  readonly services: CommandServices;
  readonly say: Catalog;
}

/** The handlers of all forms, by form id. All of them require the right to manage the channel, and offer Undo. */
export const forms: Readonly<Record<string, (request: FormRequest) => Promise<Message>>> = {
  'edit-subscription': async (request) => {
    const { interest = '', times, days, zone, length, stories } = request.answers;
    await checkStories(interest, request.services.archive);
    const wish = { interest, times, days, zone, length, stories };
    return changed(request, async (id) => {
      const subscription = await request.services.subscriptions.change(request.caller, id, wish);
      return understood(subscription, request);
    });
  },
  'look-of-subscription': (request) => {
    const { mention, name, picture, color, publish } = request.answers;
    return changed(request, async (id) => {
      const { look } = await request.services.subscriptions.get(request.caller, id);
      // What the form does not ask for here stays as it is.
      const style = {
        mention,
        publish,
        ...(request.caller.hasLooks === false ? { name: look?.name, picture: look?.pictureUrl } : { name, picture }),
        color: request.caller.channel.platform === 'slack' ? look?.color : color,
      };
      return subscriptionMessage(
        await request.services.subscriptions.setAppearance(request.caller, id, style),
        request,
      );
    });
  },
  'move-subscription': async (request) => {
    const { reference, caller, callerInPicked, services } = request;
    if (!callerInPicked) throw new UserError(({ refusals }) => refusals.oldForm);
    const obstacle = await callerInPicked.cannotPost?.();
    if (obstacle) throw new UserError(obstacle, { field: 'channel' });
    const id = numberIn(reference);
    await services.subscriptions.offer(caller, id);
    const moved = await services.subscriptions.take(callerInPicked, reference);
    const back = async () => {
      await services.subscriptions.offer(callerInPicked, id);
      await services.subscriptions.take(caller, reference);
    };
    return withUndo(await movedMessage(moved, request), back, request);
  },
  'pause-subscription': async (request) => {
    const { caller, services, say, reference, answers } = request;
    const before = await services.subscriptions.get(caller, numberIn(reference));
    await services.subscriptions.pause(caller, before.id, answers.until);
    const undo = () => services.subscriptions.restore(caller, before);
    const show = () => subscriptionsMessage(caller, request);
    return doneWithUndo(say.lines.paused(spokenInterest(before.interest, request)), undo, request, show);
  },
};

/** The message on a change to the form's subscription, with Undo. */
async function changed(request: FormRequest, change: (id: number) => Promise<Message>): Promise<Message> {
  const { caller, services, reference } = request;
  const before = await services.subscriptions.get(caller, numberIn(reference));
  return withUndo(await change(before.id), () => services.subscriptions.restore(caller, before), request);
}
