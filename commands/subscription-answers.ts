import type { Message, MessageBlock } from '../src/chat/message.ts';
import { context, paragraph, words } from '../src/chat/write.ts';
import type { ActionRequest } from './action.ts';
import type { SentNow } from './define-command.ts';
import { outlookMessage } from './preview.ts';

type Request = ActionRequest & { readonly id: number };

/** The next briefing as it would be now, with what can be done about it. */
export async function previewMessage({ id, asker, services }: Request): Promise<Message> {
  const message = await services.briefings.preview(await services.subscriptions.get(asker, id));
  const value = String(id);
  const more: MessageBlock = {
    kind: 'actions',
    items: [
      { kind: 'button', label: 'Last 7 days', action: 'outlook-subscription', value },
      { kind: 'button', label: 'Send now', action: 'send-subscription', value },
    ],
  };
  return { ...message, blocks: [...message.blocks, more] };
}

export async function outlookOfSubscription({ id, asker, services }: Request): Promise<Message> {
  const { interest, language, schedule } = await services.subscriptions.get(asker, id);
  return outlookMessage(await services.briefings.outlook(interest, { language, zone: schedule.zone }), []);
}

export async function sendNowMessage({ id, asker, services }: Request): Promise<Message> {
  const subscription = await services.subscriptions.get(asker, id);
  const sent = await services.briefings.sendNow(subscription);
  return { summary: sendSummaries[sent.kind], blocks: [sentBlock(sent, subscription.schedule.zone)] };
}

const sendSummaries: Readonly<Record<SentNow['kind'], string>> = {
  planned: 'It is posted within a minute. The next briefing tells what comes after it.',
  'under-way': 'A briefing of this subscription is on its way already.',
  'nothing-new': 'There is nothing new, so nothing is posted.',
};

function sentBlock(sent: SentNow, zone: string): MessageBlock {
  if (sent.kind !== 'nothing-new') return paragraph(sendSummaries[sent.kind]);
  const since = { kind: 'time', at: sent.since.toString(), zone, precision: 'minute' } as const;
  return paragraph('There is nothing new since ', since, ', so nothing is posted.');
}

export async function moveMessage({ id, asker, services }: Request): Promise<Message> {
  const { interest } = await services.subscriptions.offer(asker, id);
  return {
    summary: `Subscription ${id} can be moved`,
    blocks: [
      paragraph(
        `Go to the channel where ${interest} is to be posted, and give `,
        words(`/move ${id}`, 'code'),
        ' there.',
      ),
      context('You must be allowed to manage that channel too. The offer is yours alone and holds for a day.'),
    ],
  };
}
