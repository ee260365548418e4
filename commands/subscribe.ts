import type { CommandContext } from '../src/chat/command.ts';
import type { Message } from '../src/chat/message.ts';
import { context, heading, paragraph } from '../src/chat/write.ts';
import { isQuiet } from '../src/subscriptions/parse-quiet.ts';
import { describeWhen, type Subscription } from '../src/subscriptions/subscription.ts';
import { baseLanguage } from '../src/text/terms.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import { en } from '../src/wording/en/index.ts';
import { capitalized, nameOfLanguage } from '../src/wording/formats.ts';
import { checkStories } from './action.ts';
import { lengthChoices } from './brief.ts';
import { type CommandServices, defineCommand } from './define-command.ts';
import { nameInterest } from './name-interest.ts';

const { subscribe: described, shared, choices } = en.commands;

const deliveryModes = [
  { label: choices.digest, value: 'digest' },
  { label: choices.alerts, value: 'alerts' },
  { label: choices.both, value: 'both' },
] as const;

const threadChoices = [
  { label: choices.story, value: 'story' },
  { label: choices.off, value: 'off' },
] as const;

export const subscribe = defineCommand({
  name: 'subscribe',
  description: described.description,
  example: 'subscribe asia times:"weekdays at 8am" zone:Seoul',
  takesChannel: true,
  onlyAsker: false,
  managesChannel: true,
  options: {
    interest: { description: described.interest, required: true, completes: 'interest' },
    times: { description: described.times, completes: 'times' },
    days: { description: described.days, completes: 'days' },
    zone: { description: described.zone, completes: 'zone' },
    length: { description: shared.length, choices: lengthChoices },
    language: { description: shared.language, completes: 'language' },
    stories: { description: described.stories },
    as: { description: described.as, choices: deliveryModes },
    threads: { description: described.threads, choices: threadChoices, only: 'discord' },
  },
  async run(wish, { asker, services, say }) {
    await checkStories(wish.interest, services.archive);
    const subscription = await services.subscriptions.add(asker, wish);
    return subscribedMessage(subscription, { services, say });
  },
});

/** A confirmation of the subscription for the user to check, with the time of the first briefing. */
export async function subscribedMessage(
  subscription: Subscription,
  { services, say }: Pick<CommandContext<CommandServices>, 'services' | 'say'>,
): Promise<Message> {
  const { id, interest, schedule } = subscription;
  const next = services.subscriptions.next(subscription);
  const { quiet, zone: channelZone } = await services.settings.of(subscription.channel);
  const texts = say.subscription;
  const value = String(id);
  const named = nameInterest(interest, services, say);
  return {
    summary: texts.subscribedTo(named, describeWhen(subscription, say)),
    ...(services.topics.some((topic) => topic.id === interest) ? { accent: interest } : {}),
    blocks: [
      heading(texts.title(value, named), 2),
      paragraph(`${capitalized(describeSubscription(subscription, say), say)}${say.errors.fullStop}`),
      ...(next
        ? [
            paragraph(`${texts.nextBriefing}${say.colon}`, {
              kind: 'time',
              at: next.toString(),
              zone: schedule.zone,
              precision: 'minute',
            }),
          ]
        : []),
      ...(next && quiet && isQuiet(quiet, next, channelZone) ? [context(texts.inQuietHours)] : []),
      ...(isRead(subscription, services) ? [] : [context(texts.noFeedsIn(nameOfLanguage(subscription.language, say)))]),
      context(texts.changeWith),
      {
        kind: 'actions',
        items: [
          { kind: 'button', label: texts.lastDays, action: 'outlook-subscription', value },
          { kind: 'button', label: texts.preview, action: 'preview-subscription', value },
          { kind: 'button', label: texts.edit, action: 'edit-subscription', value },
        ],
      },
    ],
  };
}

/** Whether any feed has its language; an interest may name other languages. */
function isRead({ language, interest }: Subscription, { languages }: Pick<CommandServices, 'languages'>): boolean {
  return interest.includes('language:') || languages.some((read) => baseLanguage(read) === baseLanguage(language));
}

/** "weekdays at 08:00 (Seoul), short, in English, at most 5 stories". */
export function describeSubscription(subscription: Subscription, say: Catalog): string {
  const { as, length, language, maxStories, look } = subscription;
  const texts = say.subscription;
  const when = describeWhen(subscription, say);
  const spoken = texts.articlesIn(nameOfLanguage(language, say));
  const parts = as === 'alerts' ? [when, spoken] : [when, texts.lengths[length], spoken, texts.atMost(maxStories)];
  return [...parts, ...(look?.storyThreads ? [texts.byStory] : [])].join(say.comma);
}
