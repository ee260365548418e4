import type { Message } from '../src/chat/message.ts';
import { context, heading, paragraph, words } from '../src/chat/write.ts';
import { languageName } from '../src/language/language-name.ts';
import { describeSchedule } from '../src/subscriptions/schedule.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import { languageChoices, lengthChoices } from './brief.ts';
import { type CommandServices, defineCommand } from './define-command.ts';

export const subscribe = defineCommand({
  name: 'subscribe',
  description: 'Have briefings posted to this channel on a schedule',
  example: 'subscribe asia times:08:00 days:weekdays zone:Seoul',
  onlyAsker: false,
  managesChannel: true,
  options: {
    interest: { description: 'Topic, words with AND, OR, NOT, or everything', required: true, completes: 'interest' },
    times: { description: 'Local times, such as 08:00 or "8am and 5pm"; default 08:00' },
    days: { description: 'daily, weekdays, weekends, or names; default daily' },
    zone: { description: "City or IANA zone; default the channel's", completes: 'zone' },
    length: { description: 'How much of each story', choices: lengthChoices },
    language: { description: 'Language of the articles', choices: languageChoices },
  },
  async run(wish, { asker, services }) {
    const subscription = await services.subscriptions.add(asker, wish);
    return subscribedMessage(subscription, services);
  },
});

/** What was agreed, in words a person can check, and when the first briefing comes. */
export function subscribedMessage(subscription: Subscription, services: CommandServices): Message {
  const next = services.subscriptions.next(subscription);
  const { zone } = subscription.schedule;
  return {
    summary: `Subscribed to ${subscription.interest}, ${describeSchedule(subscription.schedule)}`,
    ...(services.topics.some(({ id }) => id === subscription.interest) ? { accent: subscription.interest } : {}),
    blocks: [
      heading(`Subscription ${subscription.id}: ${subscription.interest}`, 2),
      paragraph(
        `${capitalize(describeSchedule(subscription.schedule))}, ${subscription.length}, in ${languageName(subscription.language)}.`,
      ),
      ...(next ? [paragraph('Next briefing: ', { kind: 'time', at: next.toString(), zone, precision: 'minute' })] : []),
      context('Change it with ', words('/subscriptions', 'code'), '.'),
      {
        kind: 'actions',
        items: [
          { kind: 'button', label: 'Preview', action: 'preview-subscription', value: String(subscription.id) },
          { kind: 'button', label: 'Edit', action: 'edit-subscription', value: String(subscription.id) },
        ],
      },
    ],
  };
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
