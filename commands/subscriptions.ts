import type { Asker } from '../src/chat/chat.ts';
import type { Message, MessageBlock, Span } from '../src/chat/message.ts';
import { context, heading, paragraph, words } from '../src/chat/write.ts';
import { languageName } from '../src/language/language-name.ts';
import { describeSchedule } from '../src/subscriptions/schedule.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import { type CommandServices, defineCommand } from './define-command.ts';

export const subscriptions = defineCommand({
  name: 'subscriptions',
  description: "This channel's subscriptions: last and next run, pause, resume, edit, preview, remove",
  example: 'subscriptions',
  options: {},
  async run(_options, { asker, services }) {
    return subscriptionsMessage(asker, services);
  },
});

/** The panel: every subscription of the channel with its buttons. */
export async function subscriptionsMessage(asker: Asker, services: CommandServices): Promise<Message> {
  const list = await services.subscriptions.ofChannel(asker);
  if (list.length === 0) {
    return {
      summary: 'This channel has no subscriptions',
      blocks: [
        paragraph('This channel has no subscriptions yet.'),
        context('Start one with ', words('/subscribe', 'code'), '.'),
      ],
    };
  }
  const blocks: MessageBlock[] = [heading("This channel's subscriptions")];
  for (const subscription of list) blocks.push(...(await subscriptionBlocks(subscription, services)));
  return { summary: `${list.length} ${list.length === 1 ? 'subscription' : 'subscriptions'} of this channel`, blocks };
}

async function subscriptionBlocks(subscription: Subscription, services: CommandServices): Promise<MessageBlock[]> {
  const { id, schedule, state, reason } = subscription;
  const last = await services.subscriptions.lastSent(id);
  const next = state === 'active' ? services.subscriptions.next(subscription) : undefined;
  const time = (at: Temporal.Instant): Span => ({
    kind: 'time',
    at: at.toString(),
    zone: schedule.zone,
    precision: 'minute',
  });
  const runs: Span[] = [
    words(last ? 'Last: ' : 'Last: none yet'),
    ...(last ? [time(last)] : []),
    words(next ? ' · Next: ' : ''),
    ...(next ? [time(next)] : []),
  ];
  const value = String(id);
  return [
    heading(`${id}  ${subscription.interest}${state === 'active' ? '' : ` (${state})`}`, 2),
    paragraph(`${describeSchedule(schedule)}, ${subscription.length}, in ${languageName(subscription.language)}`),
    ...(reason ? [paragraph(`${reason}. Nothing is lost; resume it when the cause is mended.`)] : []),
    { kind: 'context', spans: runs.filter((span) => span.kind !== 'text' || span.text !== '') },
    {
      kind: 'actions',
      items: [
        { kind: 'button', label: 'Preview', action: 'preview-subscription', value },
        state === 'active'
          ? { kind: 'button', label: 'Pause', action: 'pause-subscription', value }
          : { kind: 'button', label: 'Resume', action: 'resume-subscription', value, tone: 'primary' },
        { kind: 'button', label: 'Edit', action: 'edit-subscription', value },
        { kind: 'button', label: 'Remove', action: 'remove-subscription', value, tone: 'danger' },
      ],
    },
  ];
}
