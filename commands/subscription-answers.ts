import type { Message, MessageBlock } from '../src/chat/message.ts';
import { context, paragraph } from '../src/chat/write.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import type { ActionRequest } from './action.ts';
import { nameInterest } from './name-interest.ts';
import { outlookMessage } from './preview.ts';
import { subscribedMessage } from './subscribe.ts';

type Request = ActionRequest & { readonly id: number };

/** A preview of the next briefing, with its actions. */
export async function previewMessage({ id, caller, services, say }: Request): Promise<Message> {
  const message = await services.briefings.preview(await services.subscriptions.get(caller, id));
  const value = String(id);
  const { lastDays, sendNow } = say.subscription;
  const more: MessageBlock = {
    kind: 'actions',
    items: [
      { kind: 'button', label: lastDays, action: 'outlook-subscription', value },
      { kind: 'button', label: sendNow, action: 'send-subscription', value },
    ],
  };
  return { ...message, blocks: [...message.blocks, more] };
}

export async function outlookOfSubscription({ id, caller, services, say }: Request): Promise<Message> {
  const { interest, language, schedule } = await services.subscriptions.get(caller, id);
  return outlookMessage(
    await services.briefings.outlook(interest, { language, zone: schedule.zone, reader: say.locale }),
    say,
  );
}

export async function sendNowMessage({ id, caller, services, say }: Request): Promise<Message> {
  const subscription = await services.subscriptions.get(caller, id);
  const sent = await services.briefings.sendNow(subscription);
  const { sending, underWay, nothingNew, newestTold } = say.subscription;
  const summary = { planned: sending, 'under-way': underWay, 'nothing-new': nothingNew }[sent.kind];
  if (sent.kind !== 'nothing-new') return { summary, blocks: [paragraph(summary)] };
  const since = {
    kind: 'time',
    at: sent.since.toString(),
    zone: subscription.schedule.zone,
    precision: 'minute',
  } as const;
  return { summary, blocks: [paragraph(summary), context(`${newestTold}${say.colon}`, since)] };
}

export async function moveMessage({ id, caller, services, say }: Request): Promise<Message> {
  const { interest } = await services.subscriptions.offer(caller, id);
  const { canMove, moveThere, moveRules } = say.subscription;
  return {
    summary: canMove(String(id)),
    blocks: [paragraph(moveThere(nameInterest(interest, services, say), `/move ${id}`)), context(moveRules)],
  };
}

/** Shown in the channel that it was moved from, so without buttons: they would act on this channel. */
export async function movedMessage(
  subscription: Subscription,
  { services, say }: Pick<ActionRequest, 'services' | 'say'>,
): Promise<Message> {
  const { blocks, ...message } = await subscribedMessage(subscription, { services, say });
  const where = paragraph(`${say.subscription.form.channel}${say.colon}`, {
    kind: 'channel',
    id: subscription.channel.channelId,
  });
  return { ...message, blocks: [...blocks.filter(({ kind }) => kind !== 'actions'), where] };
}
