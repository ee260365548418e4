import type { Asker } from '../src/chat/chat.ts';
import type { Message } from '../src/chat/message.ts';
import { UserError } from '../src/user-error.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import { type Action, checkStories, numberIn } from './action.ts';
import { actorActions } from './actor-actions.ts';
import type { CommandServices } from './define-command.ts';
import { firstDayActions } from './first-day.ts';
import { takeStep } from './line-steps.ts';
import { overviewActions } from './overview.ts';
import { subscribeTo } from './preview.ts';
import { reportActions } from './report-line.ts';
import { storyActions } from './story-actions.ts';
import { subscribedMessage } from './subscribe.ts';
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
  readonly asker: Asker;
  /** The asker in the channel that they picked in the form. */
  readonly askerInPicked?: Asker;
  readonly services: CommandServices;
  readonly say: Catalog;
}

/** The handlers of all forms, by form id. All of them require the right to manage the channel. */
export const forms: Readonly<Record<string, (request: FormRequest) => Promise<Message>>> = {
  'edit-subscription': async ({ reference, answers, asker, services, say }) => {
    const { interest = '', times, days, zone, length, stories } = answers;
    await checkStories(interest, services.archive);
    const wish = { interest, times, days, zone, length, stories };
    return subscribedMessage(await services.subscriptions.change(asker, numberIn(reference), wish), { services, say });
  },
  'look-of-subscription': async ({ reference, answers, asker, services, say }) => {
    const { mention, name, picture, color, publish } = answers;
    const style = { mention, name, picture, color, publish };
    return subscriptionMessage(await services.subscriptions.setAppearance(asker, numberIn(reference), style), {
      services,
      say,
    });
  },
  'move-subscription': async ({ reference, asker, askerInPicked, services, say }) => {
    if (!askerInPicked) throw new UserError(({ refusals }) => refusals.oldForm);
    await services.subscriptions.offer(asker, numberIn(reference));
    return movedMessage(await services.subscriptions.take(askerInPicked, reference), { services, say });
  },
  'pause-subscription': async ({ reference, answers, asker, services, say }) => {
    await services.subscriptions.pause(asker, numberIn(reference), answers.until);
    return subscriptionsMessage(asker, { services, say });
  },
};
