import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import { findQuotedSpans } from '../actors/quote-marks.ts';
import { type Article, headlineAsSentence, revisedAt, type Sentence } from '../articles/article.ts';
import { isBoilerplate } from '../articles/boilerplate.ts';
import { isSelfContained } from '../briefings/statements/sentence-fitness.ts';
import { mapYielding } from '../runtime/yield-to-event-loop.ts';
import { findCountry } from '../text/countries.ts';
import { phrasalVerb } from '../text/phrasal-verbs.ts';
import { fold, termOf, type Word, wordsOf } from '../text/terms.ts';

/** The content of a text, for comparison. */
export interface Content {
  readonly terms: ReadonlySet<string>;
  /** Codes of the states named, in any form: "French" and "France" are FR. */
  readonly countries: ReadonlySet<string>;
}

/** A sentence of an article with what answers need: its words, its content, and whether it is self-contained. */
export interface ArticleSentence extends Content {
  readonly article: Article;
  readonly sentence: Sentence;
  /** Folded words in order. */
  readonly words: readonly string[];
  /** The subhead above it; a question there ("Why is it important?") is answered by the section. */
  readonly subhead?: { readonly text: string } & Content;
  /** Opens with a pronoun or connective, so that a reader needs the sentence before. */
  readonly needsContext: boolean;
  /** Begins within a quotation, or is all of one: another sentence says who speaks. */
  readonly isSpeakerless: boolean;
}

/** Cached, since an answer examines an article several times. */
const cache = new WeakMap<Article, readonly ArticleSentence[]>();

/** The sentences of an article that have content, in reading order. */
export function readSentences(article: Article): readonly ArticleSentence[] {
  const known = cache.get(article);
  if (known) return known;
  const lines = recallSentences(article) ?? readAllSentences(article);
  cached.set(keyOf(article), lines);
  cache.set(article, lines);
  return lines;
}

/** The headline as a sentence, which is evidence as any other: in teasers half of the facts stand there. */
export function headlineOf(article: Article): ArticleSentence {
  return toArticleSentence(article, headlineAsSentence(article), { isSpeakerless: false });
}

/** Those of many articles, yielding to the event loop between articles. */
export function readSentencesYielding(articles: readonly Article[]): Promise<readonly (readonly ArticleSentence[])[]> {
  return mapYielding(articles, readSentences);
}

function readAllSentences(article: Article): readonly ArticleSentence[] {
  const subheads = subheadsOf(article);
  const speakerless = withoutSpeaker(article);
  return article.sentences
    .filter(({ text }) => !isBoilerplate(text))
    .map((sentence) => {
      const subhead = subheads[sentence.block];
      return toArticleSentence(article, sentence, {
        isSpeakerless: speakerless.has(sentence.index),
        ...(subhead && { subhead }),
      });
    });
}

/** The indices of sentences that begin within a quotation or are nothing else. A quotation may run over several paragraphs. */
function withoutSpeaker({ sentences }: Article): ReadonlySet<number> {
  const found = new Set<number>();
  const places: { readonly index: number; readonly start: number; readonly end: number }[] = [];
  let text = '';
  let block: number | undefined;
  for (const sentence of sentences) {
    if (block !== undefined) text += sentence.block === block ? ' ' : '\n';
    places.push({ index: sentence.index, start: text.length, end: text.length + sentence.text.length });
    text += sentence.text;
    block = sentence.block;
  }
  const spans = findQuotedSpans(text);
  let at = 0;
  for (const { index, start, end } of places) {
    while ((spans[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
    const span = spans[at];
    if (span && (span.start < start || (span.start === start && span.end >= end))) found.add(index);
  }
  return found;
}

/** The subhead above each block. */
function subheadsOf({ blocks, language }: Article): readonly ArticleSentence['subhead'][] {
  let current: ArticleSentence['subhead'];
  return blocks.map(({ kind, text }) => {
    if (kind === 'subhead') current = { text, ...readContent(text, language) };
    return current;
  });
}

function toArticleSentence(
  article: Article,
  sentence: Sentence,
  around: Pick<ArticleSentence, 'subhead' | 'isSpeakerless'>,
): ArticleSentence {
  const words = wordsOf(sentence.text, article.language);
  return {
    article,
    sentence,
    words: words.map(({ text }) => fold(text)),
    ...contentOf(words, article.language),
    ...around,
    needsContext: !isSelfContained(sentence.text, article.language) || relativeTime.test(sentence.text),
  };
}

/** "Two years later, ...": relative to the sentence before. */
const relativeTime =
  /^(?:(?:Just|Only|About|Barely|Less than|More than|Some) )?(?:An?|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|A few|Some|\d+) (?:hour|day|week|month|year|decade)s? (?:later|earlier|before that|after that)(?!\p{L})|^(?:The (?:next|following|previous) (?:day|morning|week|month|year)|Weeks|Months|Years|Days|Hours) ?(?:later|earlier)?,|^(?:Ein|Zwei|Drei|Vier|Fünf|Sechs|Sieben|Acht|Neun|Zehn|Wenige|Einige|\d+) (?:Stunden?|Tage?|Wochen?|Monate?|Jahre?|Jahrzehnte?) (?:später|zuvor|danach|davor)(?!\p{L})/u;

/** The terms of a text and the states it names. */
export function readContent(text: string, language: string): Content {
  return contentOf(wordsOf(text, language), language);
}

/** The terms of words and the states they name. */
function contentOf(words: readonly Word[], language: string): Content {
  return {
    terms: new Set(words.flatMap(({ text: word }, index) => termsAt(word, words[index + 1]?.text, language))),
    countries: countriesIn(words, language),
  };
}

/** A word's term, and the phrasal verb's if it is one with the next word ("stepped down"). */
function termsAt(word: string, next: string | undefined, language: string): readonly string[] {
  const verb = phrasalVerb(word, next, language);
  return [word, ...(verb === undefined ? [] : [verb])].flatMap((each) => termOf(each, language) ?? []);
}

/** The states that a run of words names, by name or demonym of one or two words. A capital city does not stand for its state. */
export function countriesIn(words: readonly Word[], language: string): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const [index, { text, start }] of words.entries()) {
    if (!/^\p{Lu}/u.test(text) && !isGermanAdjective(text, language)) continue;
    const next = words[index + 1];
    const pair =
      next && next.start - (start + text.length) === 1 ? findCountry(`${text} ${next.text}`, language) : undefined;
    const found = pair ?? findCountry(text, language);
    if (found && found.by !== 'capital') codes.add(found.code);
  }
  return codes;
}

/** "pakistanische" names its state like "Pakistani" does. */
function isGermanAdjective(word: string, language: string): boolean {
  return language.startsWith('de') && /isch(?:e[mnrs]?)?$/u.test(word);
}

/** Whether two sentences are near duplicates: most terms of the shorter one are in the other. */
export function areAlike(one: ArticleSentence, other: ArticleSentence, share = 0.65): boolean {
  const shorter = Math.min(one.terms.size, other.terms.size);
  return shorter > 0 && [...one.terms].filter((term) => other.terms.has(term)).length / shorter >= share;
}

/** Neither shown already nor much like what is. */
export function isNew(line: ArticleSentence, shown: readonly ArticleSentence[]): boolean {
  return shown.every((other) => other.sentence !== line.sentence && !areAlike(other, line));
}

/** The first of these, at most so many, none much like another or like what is shown. */
export function pickNew(
  lines: readonly ArticleSentence[],
  most: number,
  shown: readonly ArticleSentence[] = [],
): readonly ArticleSentence[] {
  const picked: ArticleSentence[] = [];
  for (const line of lines) if (picked.length < most && isNew(line, [...shown, ...picked])) picked.push(line);
  return picked;
}

/** Newest article first, in reading order within an article. */
export function newestFirst(one: ArticleSentence, other: ArticleSentence): number {
  return byArticle(other, one) || one.sentence.index - other.sentence.index;
}

/** Oldest article first, in reading order within an article. */
export function oldestFirst(one: ArticleSentence, other: ArticleSentence): number {
  return byArticle(one, other) || one.sentence.index - other.sentence.index;
}

function byArticle({ article: one }: ArticleSentence, { article: other }: ArticleSentence): number {
  return Temporal.Instant.compare(revisedAt(one), revisedAt(other)) || one.id.localeCompare(other.id);
}

/** How long these sentences are together. */
export function charactersOf(lines: readonly ArticleSentence[]): number {
  return lines.reduce((sum, { sentence }) => sum + sentence.text.length, 0);
}

/** The number of analyzed articles in the cache, some 80 KB each: those that people ask about today. */
const mostArticles = 200;
const cached = new LRUCache<string, readonly ArticleSentence[]>({ max: mostArticles });

/** The sentences of an article as analyzed for an earlier answer; undefined if there are none, or if the text has changed. */
function recallSentences(article: Article): readonly ArticleSentence[] | undefined {
  const lines = cached.get(keyOf(article));
  const before = lines?.[0]?.article;
  if (!lines || !before || !isSameText(before, article)) return undefined;
  return before === article ? lines : lines.map((line) => ({ ...line, article }));
}

function keyOf({ id, revision }: Article): string {
  return `${id}#${revision}`;
}

/** Ids are unique only within an archive; a command over files may read other texts under the same ids. */
function isSameText(one: Article, other: Article): boolean {
  const textOf = ({ language, sentences, blocks }: Article) => ({ language, sentences, blocks });
  return isDeepStrictEqual(textOf(one), textOf(other));
}
