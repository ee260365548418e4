import type { Message, MessageBlock, Span } from '../src/chat/message.ts';
import { context, heading, paragraph, words } from '../src/chat/write.ts';
import { parseLanguage } from '../src/subscriptions/parse-language.ts';
import { defineCommand, type Outlook } from './define-command.ts';

export const preview = defineCommand({
  name: 'preview',
  description: 'What the last seven days would have brought, before you subscribe',
  example: 'preview actor:"Park Jin" OR "forced labor"',
  shareable: true,
  options: {
    interest: {
      description: 'Topic, words, actor:, story:, region:, language:, with AND, OR, NOT',
      required: true,
      completes: 'interest',
    },
    language: { description: "Language of the articles; default the channel's", completes: 'language' },
  },
  async run({ interest, language }, { asker, services }) {
    const settings = await services.settings.of(asker.channel);
    const reader = { zone: settings.zone, language: language ? parseLanguage(language) : settings.language };
    return outlookMessage(await services.briefings.outlook(interest, reader), [
      context('Have it posted here with ', words(`/subscribe ${interest}`, 'code'), '.'),
    ]);
  },
});

const titlesPerDay = 4;

/** Days with their titles and counts, newest first. */
export function outlookMessage(
  { title, topicName = title, accent, days }: Outlook,
  foot: readonly MessageBlock[],
): Message {
  const articles = days.reduce((sum, day) => sum + day.articles, 0);
  const stories = days.reduce((sum, day) => sum + day.stories.length, 0);
  const summary = `${topicName}, the last ${days.length} days: ${counted(articles, 'article')}`;
  const perDay = Math.round(stories / days.length);
  const rate =
    articles === 0
      ? 'Nothing. Try fewer words, or other names for the same.'
      : `${counted(articles, 'article')}, ${perDay < 1 ? 'less than one story' : `about ${counted(perDay, 'story', 'stories')}`} a day.`;
  return {
    summary,
    ...(accent ? { accent } : {}),
    blocks: [
      heading(`${topicName}: the last ${days.length} days`),
      paragraph(rate),
      ...days.filter((day) => day.articles > 0).flatMap(dayBlocks),
      ...foot,
    ],
  };
}

function dayBlocks({ date, articles, stories }: Outlook['days'][number]): MessageBlock[] {
  const name = date.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
  const more = stories.length - titlesPerDay;
  const items = stories
    .slice(0, titlesPerDay)
    .map(({ title, url, articles: count }): Span[] => [
      { kind: 'link', text: title, url },
      ...(count > 1 ? [words(` · ${count} articles`, 'muted')] : []),
    ]);
  return [
    paragraph(words(name, 'strong'), ` · ${counted(articles, 'article')}`),
    {
      kind: 'list',
      items: more > 0 ? [...items, [words(`and ${counted(more, 'more story', 'more stories')}`)]] : items,
    },
  ];
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
