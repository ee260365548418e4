import type { CommandContext } from '../src/chat/command.ts';
import type { Choice, Message } from '../src/chat/message.ts';
import { context, heading, paragraph } from '../src/chat/write.ts';
import { isQuiet } from '../src/subscriptions/parse-quiet.ts';
import type { TypedSubscription } from '../src/subscriptions/read-wish.ts';
import { describeWhen, type Subscription } from '../src/subscriptions/subscription.ts';
import { baseLanguage } from '../src/text/terms.ts';
import { type Catalog, localize } from '../src/wording/catalog.ts';
import { en } from '../src/wording/en/index.ts';
import { capitalized, nameOfLanguage } from '../src/wording/formats.ts';
import { checkStories } from './action.ts';
import { lengthChoices } from './brief.ts';
import { type CommandServices, defineCommand, type Outlook } from './define-command.ts';
import { askBack, spokenInterest, withUndo } from './line-steps.ts';
import { nameInterest } from './name-interest.ts';

const { subscribe: described, shared, choices } = en.commands;

const deliveryModes = [
  { label: choices.digest, value: 'digest' },
  { label: choices.alerts, value: 'alerts' },
  { label: choices.both, value: 'both' },
  { label: choices.week, value: 'week' },
] as const;

const threadChoices = [
  { label: choices.story, value: 'story' },
  { label: choices.off, value: 'off' },
] as const;

export const subscribe = defineCommand({
  name: 'subscribe',
  description: described.description,
  example: 'subscribe asia times:"weekdays at 8am" zone:Seoul',
  opensForm: true,
  takesChannel: true,
  onlyCaller: false,
  managesChannel: true,
  options: {
    interest: { description: described.interest, required: true, completes: 'interest' },
    without: { description: shared.without, completes: 'without' },
    times: { description: described.times, completes: 'times' },
    days: { description: described.days, completes: 'days' },
    zone: { description: described.zone, completes: 'zone' },
    length: { description: shared.length, choices: lengthChoices },
    language: { description: shared.language, completes: 'language' },
    stories: { description: described.stories },
    as: { description: described.as, choices: deliveryModes },
    threads: { description: described.threads, choices: threadChoices, only: 'discord' },
  },
  run: (wish, request) => subscribeOrAsk(wish, request),
});

/**
 * Subscribes, with Undo. Where a part of the interest is in no article of the last week it asks first, with what may have been meant, and
 * nothing is saved before a button is pressed. `confirm` writes the answer. Throws UserError for a wish that cannot be.
 */
export async function subscribeOrAsk(
  wish: TypedSubscription,
  request: CommandContext<CommandServices> & { readonly askedIn?: string },
  confirm: (subscription: Subscription, stories: string | undefined) => Promise<Message> = (subscription, stories) =>
    subscribedMessage(subscription, request, stories),
): Promise<Message> {
  const { caller, services, say } = request;
  await checkStories(wish.interest, services.archive);
  const prepared = await services.subscriptions.prepare(caller, wish);
  const obstacle = await caller.cannotPost?.();
  if (obstacle) {
    const { cannotPost: _known, ...later } = caller;
    const run = () => subscribeOrAsk(wish, { ...request, caller: later }, confirm);
    const text = localize(obstacle, say);
    return askBack({ summary: text, blocks: [paragraph(text)] }, [{ label: say.firstDay.saveAnyway, run }], request);
  }
  const add = async (interest: string): Promise<Message> => {
    const subscription = await services.subscriptions.add(caller, { ...wish, interest });
    const message = await confirm(subscription, await storiesADay(subscription, request));
    return withUndo(message, () => services.subscriptions.remove(caller, subscription.id), request);
  };
  const [dead] = await services.briefings.deadParts(prepared.interest, prepared.language);
  if (dead === undefined) return add(wish.interest);
  const { nothingOn, didYouMean, keepIt } = say.lines;
  const words = dead.replaceAll(/\b(?:actor|region):|"/gu, '');
  const meant = await meantInstead(words, request);
  const [likeliest] = meant;
  const hasRead = await readsForDays(services);
  // An archive that has read nothing yet knows no words, but topics.
  if (!hasRead && !likeliest) return add(wish.interest);
  const question = [
    ...(hasRead ? [nothingOn(words)] : []),
    ...(likeliest ? [didYouMean(meant.map(({ label }) => label).join(' / '))] : []),
  ].join(' ');
  const { interest } = prepared;
  const choices = [
    ...meant.map(({ label, value }) => ({ label, run: () => add(interest.replace(dead, value)) })),
    { label: keepIt, run: () => add(wish.interest) },
  ];
  return askBack({ summary: question, blocks: [paragraph(question)] }, choices, request);
}

const mostMeant = 2;

/** What words that match nothing may have been meant for: topics and countries a slip away, people of the archive. */
async function meantInstead(
  words: string,
  { services, say }: Pick<CommandContext<CommandServices>, 'services' | 'say'>,
): Promise<readonly Choice[]> {
  const suggested = (await services.suggestInterests(words, say)).filter(({ value }) => !value.endsWith(':'));
  const named = suggested.map(({ label, value }) => ({ label: label.replace(/ \([^()]*\)$/u, ''), value }));
  const people = (await services.archive.similarActors(words, 1)).map(({ name }) => ({
    label: name,
    value: `actor:"${name}"`,
  }));
  return (named.length > 0 ? named : people).slice(0, mostMeant);
}

async function readsForDays({ archive, now }: CommandServices): Promise<boolean> {
  const [any] = await archive.listArticles({ since: now().subtract({ hours: 7 * 24 }), limit: 1 });
  return any !== undefined;
}

/** "about 6 stories per day", by the last week; undefined for a story alone. */
async function storiesADay(
  { interest, language, schedule }: Subscription,
  { services, say }: Pick<CommandContext<CommandServices>, 'services' | 'say'>,
): Promise<string | undefined> {
  // A single story is reported whenever it develops, however often that is.
  if (interest.startsWith('story:')) return undefined;
  const outlook = await services.briefings.outlook(interest, { language, zone: schedule.zone, reader: say.locale });
  return describeRate(outlook, say);
}

/** How many stories a day an outlook has, over the days that were read. */
export function describeRate(
  { days, daysRead }: Pick<Outlook, 'days' | 'daysRead'>,
  { service: { outlook } }: Catalog,
): string {
  const perDay = Math.round(days.reduce((sum, { stories }) => sum + stories.length, 0) / Math.max(1, daysRead));
  return perDay < 1 ? outlook.lessThanOne : outlook.about(perDay);
}

/** What was understood of a new or changed subscription, in one line, above the confirmation: "Understood: Asia, daily at 08:00 (Seoul), about 6 stories per day." */
export async function understood(
  subscription: Subscription,
  request: Pick<CommandContext<CommandServices>, 'services' | 'say'>,
  stories?: string,
): Promise<Message> {
  const { say } = request;
  const rate = stories ?? (await storiesADay(subscription, request));
  const parts = [
    spokenInterest(subscription.interest, request),
    describeWhen(subscription, say),
    ...(rate ? [rate] : []),
  ];
  const shown = await subscribedMessage(subscription, request);
  return { ...shown, blocks: [paragraph(say.lines.understood(parts.join(say.comma))), ...shown.blocks] };
}

/** A confirmation of the subscription for the user to check, with the time of the first briefing. */
export async function subscribedMessage(
  subscription: Subscription,
  { services, say }: Pick<CommandContext<CommandServices>, 'services' | 'say'>,
  stories?: string,
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
      ...(stories === undefined ? [] : [context(`${capitalized(stories, say)}${say.errors.fullStop}`)]),
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
      ...(next && quiet && subscription.channel.platform !== 'slack' && isQuiet(quiet, next, channelZone)
        ? [context(texts.inQuietHours)]
        : []),
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
