import { type Article, headlineSentence, type Sentence } from '../articles/article.ts';
import { runSync, type Yielding } from '../runtime/yield-to-event-loop.ts';
import { countLimits } from '../text/limits.ts';
import { endsInPause, marks } from '../text/marks.ts';
import { fold } from '../text/terms.ts';
import type { ActorInText, ActorQuote, KnownActors, Mention, NamedMention } from './actor.ts';
import { mentionsAmong } from './find-mentions.ts';
import { findMetonyms } from './find-metonyms.ts';
import { quotesAmong } from './find-quotes.ts';
import { findRoles, type RoleInText } from './find-roles.ts';
import { findStatements } from './find-statements.ts';
import { type ActorGroup, gatherActors } from './gather-actors.ts';
import { isGivenName } from './name-words.ts';
import { type Token, tokensOf, tokensYielding } from './tokens.ts';

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
  const actors = yield* withRolesOfHeadline(
    groups.map((group) => toActor(group, roles, sentenceAt)),
    article,
    known,
  );
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

/**
 * The actors with the roles that the headline ascribes to persons: to those whom the text names, and to others by their full name. A headline
 * is a sentence of its own, whose capitals are no evidence for the text; in title case they are none for itself.
 */
function* withRolesOfHeadline(
  actors: readonly ActorInText[],
  { headline, language }: ReadableArticle,
  known: KnownActors | undefined,
): Yielding<ActorInText[]> {
  const tokens = tokensOf(headline, language);
  if (tokens.some(({ inTitleCase }) => inTitleCase)) return [...actors];
  const mentions = yield* mentionsAmong(headline, tokens, language, known);
  const roles = yield* findRoles(headline, mentions, language, tokens);
  const all = [...actors];
  for (const { start, role, former } of roles) {
    const mention = mentions.find((each) => each.start === start);
    const at = all.findIndex((actor) => mention && isNamedBy(actor, mention));
    const actor = all[at] ?? (mention && isFullName(mention.text) ? personNamed(mention.text) : undefined);
    if (!mention || !actor) continue;
    const own = { name: mention.text, role, sentence: headlineSentence, former };
    const sentences = [...new Set([headlineSentence, ...actor.sentences])];
    all.splice(at < 0 ? all.length : at, 1, { ...actor, sentences, roles: [...actor.roles, own] });
  }
  return all;
}

/** By a name or spelling of it, or the last word of a person's name. */
function isNamedBy({ kind, name, aliases }: ActorInText, { text }: Mention): boolean {
  return kind === 'person' && [name, ...aliases].some((one) => one === text || one.endsWith(` ${text}`));
}

function isFullName(name: string): boolean {
  const [first = '', ...rest] = name.split(' ');
  return rest.length > 0 && isGivenName(fold(first));
}

function personNamed(name: string): ActorInText {
  return { kind: 'person', name, aliases: [], sentences: [], roles: [] };
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
