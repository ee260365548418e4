import type { Article, Sentence } from '../articles/article.ts';
import { runSync, type Yielding } from '../runtime/yield-to-event-loop.ts';
import { countLimits } from '../text/limits.ts';
import { endsInPause, marks } from '../text/marks.ts';
import type { ActorInText, ActorQuote, KnownActors, NamedMention } from './actor.ts';
import { mentionsAmong } from './find-mentions.ts';
import { findMetonyms } from './find-metonyms.ts';
import { quotesAmong } from './find-quotes.ts';
import { findRoles, type RoleInText } from './find-roles.ts';
import { findStatements } from './find-statements.ts';
import { type ActorGroup, gatherActors } from './gather-actors.ts';
import { type Token, tokensYielding } from './tokens.ts';

type SentenceAt = (offset: number) => number;

const outerMarks = new RegExp(`^[${marks.quote}]|,?(?:[${marks.quote}]|'')$`, 'gu');
const closingMark = new RegExp(`[${marks.closing}]$`, 'u');

/** What of an article its actors are read from. */
export type ReadableArticle = Pick<Article, 'headline' | 'language' | 'sentences'>;

export interface ArticleActors {
  readonly actors: ActorInText[];
  readonly quotes: ActorQuote[];
}

/** Extracts the actors of an article with their roles and statements, each with the index of its sentence. */
export function readActors(article: ReadableArticle, known?: KnownActors): ArticleActors {
  return runSync(readActorsYielding(article, known));
}

/** The same as work that yields, for the service's own thread: the longest article takes some 200 ms. */
export function* readActorsYielding(article: ReadableArticle, known?: KnownActors): Yielding<ArticleActors> {
  const { text, sentenceAt } = joinSentences(article.sentences);
  yield;
  const tokens = yield* tokensYielding(text, article.language);
  yield;
  const mentions = yield* mentionsAmong(text, tokens, article.language, known);
  const metonyms = findMetonyms(tokens, mentions, article.language);
  const starts = new Set(metonyms.flatMap((group) => group.mentions.map(({ start }) => start)));
  const named = mentions.filter(({ start }) => !starts.has(start));
  const groups = [...(yield* gatherActors(named, article.language, text)), ...metonyms].slice(0, countLimits.actors);
  const roles = yield* findRoles(text, mentions, article.language, tokens);
  const actors = groups.map((group) => toActor(group, roles, sentenceAt));
  yield;
  return { actors, quotes: yield* quotesOf(text, tokens, withNames(groups), sentenceAt) };
}

function withNames(groups: readonly ActorGroup[]): NamedMention[] {
  return groups
    .flatMap(({ name, mentions }) => mentions.map((mention) => ({ ...mention, name })))
    .sort((a, b) => a.start - b.start);
}

/** Direct quotations, short ones only if attributed, and reported statements, in text order. */
function* quotesOf(
  text: string,
  tokens: readonly Token[],
  mentions: readonly NamedMention[],
  sentenceAt: SentenceAt,
): Yielding<ActorQuote[]> {
  const quotations = (yield* quotesAmong(text, tokens, mentions)).map(({ start, end, speaker }) => ({
    start,
    words: text.slice(start, end).replace(outerMarks, ''),
    name: speaker?.name,
    direct: true,
  }));
  const statements = (yield* findStatements(text, tokens, mentions)).map(({ start, end, speaker }) => ({
    start,
    words: text.slice(start, end),
    name: speaker.name,
    direct: false,
  }));
  return [...quotations.filter(isAttributed), ...statements]
    .sort((a, b) => a.start - b.start)
    .map(({ start, words, name, direct }) => ({
      words,
      sentence: sentenceAt(start),
      ...(name ? { speakerName: name } : {}),
      direct,
    }));
}

function isAttributed({ words, name }: { readonly words: string; readonly name: string | undefined }): boolean {
  return words.split(/\s+/).length >= (name ? 2 : 4);
}

function toActor(group: ActorGroup, roles: readonly RoleInText[], sentenceAt: (offset: number) => number): ActorInText {
  const { kind, name, country, mentions } = group;
  const writtenAt = new Map(mentions.map((mention) => [mention.start, mention.text]));
  const own = roles.filter(({ start }) => writtenAt.has(start));
  return {
    kind,
    name,
    aliases: group.aliases ?? [...new Set(mentions.map(({ text }) => text))].filter((text) => text !== name),
    sentences: [...new Set(mentions.map(({ start }) => sentenceAt(start)))],
    roles: own.map(({ start, role, former }) => ({
      name: writtenAt.get(start) ?? name,
      role,
      sentence: sentenceAt(start),
      former,
    })),
    ...(country ? { country } : {}),
  };
}

/** All sentences as one text, with paragraphs and unended sentences (captions) separated, and a function from offsets to sentence indices. */
function joinSentences(sentences: Article['sentences']): { text: string; sentenceAt: SentenceAt } {
  // Joined at the end: looking at the last letter of a text that grows copies it each time.
  const parts: string[] = [];
  let length = 0;
  const starts: { offset: number; index: number }[] = [];
  let previous: Sentence | undefined;
  for (const sentence of sentences) {
    const isContinued =
      sentence.block === previous?.block && (endsInPause(previous.text) || closingMark.test(previous.text));
    const gap = length === 0 ? '' : isContinued ? ' ' : '\n\n';
    starts.push({ offset: length + gap.length, index: sentence.index });
    parts.push(gap, sentence.text);
    length += gap.length + sentence.text.length;
    previous = sentence;
  }
  const sentenceAt = (offset: number) => {
    let [from, to] = [0, starts.length];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if ((starts[middle]?.offset ?? 0) <= offset) from = middle;
      else to = middle;
    }
    return starts[from]?.index ?? 0;
  };
  return { text: parts.join(''), sentenceAt };
}
