import type { Message } from '../src/chat/message.ts';
import { context, heading, paragraph, words } from '../src/chat/write.ts';
import { languageName } from '../src/language/language-name.ts';
import { isQuiet } from '../src/subscriptions/parse-quiet.ts';
import type { Subscription } from '../src/subscriptions/subscription.ts';
import { describeWhen } from '../src/subscriptions/told-as.ts';
import { lengthChoices } from './brief.ts';
import { type CommandServices, defineCommand } from './define-command.ts';

const toldAsChoices = [
  { label: 'Briefings', value: 'digest' },
  { label: 'Alerts when a story breaks', value: 'alerts' },
  { label: 'Both', value: 'both' },
] as const;

export const subscribe = defineCommand({
  name: 'subscribe',
  description: 'Have briefings posted to this channel on a schedule',
  example: 'subscribe asia times:"weekdays at 8am" zone:Seoul',
  onlyAsker: false,
  managesChannel: true,
  options: {
    interest: {
      description: 'Topic, words, actor:, story:, region:, language:, with AND, OR, NOT; or everything',
      required: true,
      completes: 'interest',
    },
    times: { description: 'Such as 08:00, "8am and 5pm" or "weekdays at noon"; default 08:00', completes: 'times' },
    days: { description: 'daily, weekdays, weekends, or names; default daily', completes: 'days' },
    zone: { description: "City or IANA zone; default the channel's", completes: 'zone' },
    length: { description: 'How much of each story', choices: lengthChoices },
    language: { description: "Language of the articles; default the channel's", completes: 'language' },
    stories: { description: 'At most so many stories, 1 to 20; further ones by title' },
    as: {
      description: 'Briefings at these times (default), alerts when a story breaks, or both',
      choices: toldAsChoices,
    },
  },
  async run(wish, { asker, services }) {
    const subscription = await services.subscriptions.add(asker, wish);
    return subscribedMessage(subscription, services);
  },
});

/** What was agreed, in words a person can check, and when the first briefing comes. */
export async function subscribedMessage(subscription: Subscription, services: CommandServices): Promise<Message> {
  const { id, interest, schedule } = subscription;
  const next = services.subscriptions.next(subscription);
  const { quiet, zone: channelZone } = await services.settings.of(subscription.channel);
  const value = String(id);
  return {
    summary: `Subscribed to ${interest}, ${describeWhen(subscription)}`,
    ...(services.topics.some((topic) => topic.id === interest) ? { accent: interest } : {}),
    blocks: [
      heading(`Subscription ${id}: ${interest}`, 2),
      paragraph(`${capitalize(describeSubscription(subscription))}.`),
      ...(next
        ? [
            paragraph('Next briefing: ', {
              kind: 'time',
              at: next.toString(),
              zone: schedule.zone,
              precision: 'minute',
            }),
          ]
        : []),
      ...(next && quiet && isQuiet(quiet, next, channelZone)
        ? [context("That is in this channel's quiet hours: it comes without a sound.")]
        : []),
      context('Change it with ', words('/subscriptions', 'code'), '.'),
      {
        kind: 'actions',
        items: [
          { kind: 'button', label: 'Last 7 days', action: 'outlook-subscription', value },
          { kind: 'button', label: 'Preview', action: 'preview-subscription', value },
          { kind: 'button', label: 'Edit', action: 'edit-subscription', value },
        ],
      },
    ],
  };
}

/** "weekdays at 08:00 (Seoul), short, in English, at most 5 stories". */
export function describeSubscription(subscription: Subscription): string {
  const { as, length, language, maxStories } = subscription;
  const most = `at most ${maxStories} ${maxStories === 1 ? 'story' : 'stories'}`;
  const when = `${describeWhen(subscription)}, `;
  return as === 'alerts'
    ? `${when}in ${languageName(language)}`
    : `${when}${length}, in ${languageName(language)}, ${most}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
