import type { Caller } from '../src/chat/chat.ts';
import { checkRights } from '../src/chat/check-call.ts';
import type { ActionItem, Message } from '../src/chat/message.ts';
import { context } from '../src/chat/write.ts';
import type { TypedSubscription } from '../src/subscriptions/read-wish.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import { type ActionRequest, numberIn } from './action.ts';
import { typedAgain } from './line-steps.ts';
import { subscribeOrAsk } from './subscribe.ts';

type Request = Pick<ActionRequest, 'caller' | 'services' | 'say'>;

/**
 * Subscribes the channel where the caller manages it, else the caller in their direct messages. Throws UserError where they may not and the
 * platform has no direct messages.
 */
export async function subscribeInPlace(wish: TypedSubscription, request: Request): Promise<Message> {
  return request.caller.mayManage ? subscribeOrAsk(wish, request) : subscribePerson(wish, request);
}

/** A subscription of the channel as one of the caller's own: "Send it to me". */
export async function sendToMe({ value, caller, services, say }: ActionRequest): Promise<Message> {
  const subscription = await services.subscriptions.get(caller, numberIn(value));
  return subscribePerson(typedAgain(subscription), { caller, services, say });
}

async function subscribePerson(wish: TypedSubscription, { caller, services, say }: Request): Promise<Message> {
  const channel = await caller.directMessages?.();
  if (!channel) {
    checkRights(true, { ...caller, mayManage: false });
    return { summary: '', blocks: [] };
  }
  const { whyNotManage: _here, cannotPost: _there, ...who } = caller;
  const person: Caller = { ...who, channel, mayManage: true };
  const message = await subscribeOrAsk(wish, { caller: person, services, say, askedIn: caller.channel.channelId });
  return { ...message, blocks: [...message.blocks, context(say.firstDay.comesToYou)] };
}

/** The button "Send it to me" of a subscription, where the platform has direct messages and this is none of them. */
export function sendToMeButton(id: string, { directMessages }: Caller, { firstDay }: Catalog): readonly ActionItem[] {
  return directMessages ? [{ kind: 'button', label: firstDay.sendToMe, action: 'send-to-me', value: id }] : [];
}
