import type { Message, MessageBlock, Span } from '../src/chat/message.ts';
import { context, heading, paragraph, words } from '../src/chat/write.ts';
import { parseLanguage } from '../src/subscriptions/parse-language.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import { en } from '../src/wording/en/index.ts';
import { capitalized, weekdayAndDay } from '../src/wording/formats.ts';
import type { Action } from './action.ts';
import { defineCommand, type Outlook } from './define-command.ts';
import { describeRate } from './subscribe.ts';
import { subscribeInPlace } from './subscribe-in-place.ts';

const { preview: described, shared } = en.commands;

export const preview = defineCommand({
  name: 'preview',
  description: described.description,
  example: 'preview actor:"Park Jin" OR "forced labor"',
  shareable: true,
  options: {
    interest: { description: described.interest, required: true, completes: 'interest' },
    language: { description: shared.language, completes: 'language' },
  },
  async run({ interest, language }, { caller, services, say }) {
    const settings = await services.settings.of(caller.channel);
    const articles = language ? parseLanguage(language) : settings.language;
    const reader = { zone: settings.zone, language: articles, reader: say.locale };
    const foot = subscribeFoot(interest, language === undefined ? undefined : articles, say);
    return outlookMessage(await services.briefings.outlook(interest, reader), say, [foot]);
  },
});

/** What fits into a button of Discord, with its action. */
const longestValue = 70;

/** A button that subscribes to what was looked at; for a longer interest the command. */
function subscribeFoot(interest: string, language: string | undefined, say: Catalog): MessageBlock {
  const value = `${language ?? ''}:${interest}`;
  if (value.length > longestValue) return context(say.service.outlook.subscribe(`/subscribe ${interest}`));
  const label = say.slack.subscribe;
  return { kind: 'actions', items: [{ kind: 'button', label, action: 'subscribe-to', value, tone: 'primary' }] };
}

/** The button's press: subscribes as the command would. */
export const subscribeTo: Action = {
  async run({ value, ...request }) {
    const [, language = '', interest = ''] = /^([\w-]*):([\s\S]+)$/u.exec(value) ?? [];
    const message = await subscribeInPlace({ interest, ...(language && { language }) }, request);
    return { kind: 'answer', message };
  },
};

const titlesPerDay = 4;

/** Days with their titles and counts, newest first. */
export function outlookMessage(
  { title, topicName = title, accent, days, daysRead }: Outlook,
  say: Catalog,
  foot: readonly MessageBlock[] = [],
): Message {
  const texts = say.service.outlook;
  const articles = days.reduce((sum, day) => sum + day.articles, 0);
  const rate = describeRate({ days, daysRead }, say);
  return {
    summary: `${texts.title(topicName)}${say.colon}${texts.articles(articles)}`,
    ...(accent ? { accent } : {}),
    blocks: [
      heading(texts.title(topicName)),
      paragraph(
        articles === 0 ? texts.nothing : `${texts.articles(articles)}${say.comma}${rate}${say.errors.fullStop}`,
      ),
      ...days.filter((day) => day.articles > 0).flatMap((day) => dayBlocks(day, say)),
      ...foot,
    ],
  };
}

function dayBlocks({ date, articles, stories }: Outlook['days'][number], say: Catalog): MessageBlock[] {
  const texts = say.service.outlook;
  const more = stories.length - titlesPerDay;
  const items = stories
    .slice(0, titlesPerDay)
    .map(({ title, url, articles: count }): Span[] => [
      { kind: 'link', text: title, url },
      ...(count > 1 ? [words(` · ${texts.articles(count)}`, 'muted')] : []),
    ]);
  return [
    paragraph(words(capitalized(weekdayAndDay(date, say), say), 'strong'), ` · ${texts.articles(articles)}`),
    { kind: 'list', items: more > 0 ? [...items, [words(texts.more(more))]] : items },
  ];
}
