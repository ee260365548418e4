import type { Article } from '../articles/article.ts';
import type { ActorInText, ActorQuote, KnownActors, RoleMention } from './actor.ts';
import { findMentions } from './find-mentions.ts';
import { findQuotes } from './find-quotes.ts';
import { findRoles } from './find-roles.ts';
import { type ActorGroup, gatherActors } from './gather-actors.ts';

/** Reads who an article speaks of, in what roles, and what they said. Everything is tied to the article's sentences. */
export function readActors(
  article: Pick<Article, 'headline' | 'language' | 'sentences'>,
  known?: KnownActors,
): { actors: ActorInText[]; quotes: ActorQuote[] } {
  const { text, sentenceAt } = joinSentences(article.sentences);
  const mentions = findMentions(text, article.language, known);
  const groups = gatherActors(mentions, article.language);
  const roles = findRoles(text, mentions, article.language);
  const actors = groups.map((group) => toActor(group, roles, sentenceAt));
  const quotes = findQuotes(text, article.language, known).map(({ start, end, speaker }) => ({
    words: text.slice(start + 1, end - 1).trim(),
    sentence: sentenceAt(start),
    ...(speaker?.name ? { speakerName: speaker.name } : {}),
    direct: true,
  }));
  return { actors, quotes };
}

function toActor(
  group: ActorGroup,
  roles: ReturnType<typeof findRoles>,
  sentenceAt: (offset: number) => number,
): ActorInText {
  const { kind, name, country, mentions } = group;
  const starts = new Set(mentions.map(({ start }) => start));
  const own = roles.filter(({ start }) => starts.has(start));
  return {
    kind,
    name,
    aliases: [...new Set(mentions.map(({ text }) => text))].filter((text) => text !== name),
    sentences: [...new Set(mentions.map(({ start }) => sentenceAt(start)))],
    roles: own.map(({ start, role, former }): RoleMention => {
      const written = mentions.find((mention) => mention.start === start)?.text ?? name;
      return { name: written, role, sentence: sentenceAt(start), former };
    }),
    ...(country ? { country } : {}),
  };
}

/** One text of all sentences, paragraphs kept apart, and the way back from an offset to its sentence's index. */
function joinSentences(sentences: Article['sentences']): { text: string; sentenceAt: (offset: number) => number } {
  let text = '';
  const starts: { offset: number; index: number }[] = [];
  let block: number | undefined;
  for (const sentence of sentences) {
    if (text !== '') text += sentence.block === block ? ' ' : '\n\n';
    starts.push({ offset: text.length, index: sentence.index });
    text += sentence.text;
    block = sentence.block;
  }
  const sentenceAt = (offset: number) => starts.findLast((start) => start.offset <= offset)?.index ?? 0;
  return { text, sentenceAt };
}
