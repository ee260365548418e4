import type { Asker } from '../src/chat/chat.ts';
import { checkRights } from '../src/chat/check-call.ts';
import type { ActionItem, Message } from '../src/chat/message.ts';
import { context } from '../src/chat/write.ts';
import type { TypedSubscription } from '../src/subscriptions/read-wish.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import { type ActionRequest, numberIn } from './action.ts';
import { typedAgain } from './line-steps.ts';
import { subscribeOrAsk } from './subscribe.ts';

type Request = Pick<ActionRequest, 'asker' | 'services' | 'say'>;

/**
 * Subscribes the channel where the asker manages it, else the asker in their direct messages. Throws UserError where they may not and the
 * platform has no direct messages.
 */
export async function subscribeInPlace(wish: TypedSubscription, request: Request): Promise<Message> {
  return request.asker.mayManage ? subscribeOrAsk(wish, request) : subscribePerson(wish, request);
}

/** A subscription of the channel as one of the asker's own: "Send it to me". */
export async function sendToMe({ value, asker, services, say }: ActionRequest): Promise<Message> {
  const subscription = await services.subscriptions.get(asker, numberIn(value));
  return subscribePerson(typedAgain(subscription), { asker, services, say });
}

async function subscribePerson(wish: TypedSubscription, { asker, services, say }: Request): Promise<Message> {
  const channel = await asker.directMessages?.();
  if (!channel) {
    checkRights(true, { ...asker, mayManage: false });
    return { summary: '', blocks: [] };
  }
  const { whyNotManage: _here, cannotPost: _there, ...who } = asker;
  const person: Asker = { ...who, channel, mayManage: true };
  const message = await subscribeOrAsk(wish, { asker: person, services, say, askedIn: asker.channel.channelId });
  return { ...message, blocks: [...message.blocks, context(say.firstDay.comesToYou)] };
}

/** The button "Send it to me" of a subscription, where the platform has direct messages and this is none of them. */
export function sendToMeButton(id: string, { directMessages }: Asker, { firstDay }: Catalog): readonly ActionItem[] {
  return directMessages ? [{ kind: 'button', label: firstDay.sendToMe, action: 'send-to-me', value: id }] : [];
}
