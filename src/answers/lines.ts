import type { Article, Sentence } from '../articles/article.ts';
import { isFurniture } from '../articles/furniture.ts';
import { revisedAt } from '../articles/revised-at.ts';
import { standsAlone } from '../briefings/statements/sentence-fitness.ts';
import { findCountry } from '../text/countries.ts';
import { phrasalVerb } from '../text/phrasal-verbs.ts';
import { fold, termOf, type Word, wordsOf } from '../text/terms.ts';
import { mapYielding } from '../yielding.ts';
import { keepLines, recallLines } from './recent-lines.ts';

/** What a text holds, for comparing. */
export interface Content {
  readonly terms: ReadonlySet<string>;
  /** Codes of the states named, by whatever name: "French" and "France" are FR. */
  readonly countries: ReadonlySet<string>;
}

/** A sentence of an article with what answers look at: its words, its content, and whether it can be read alone. */
export interface Line extends Content {
  readonly article: Article;
  readonly sentence: Sentence;
  /** Folded words in order. */
  readonly words: readonly string[];
  /** The subhead it stands under; a question there ("Why is it important?") is what its lines answer. */
  readonly subhead?: { readonly text: string } & Content;
  /** Opens with a pronoun or connective: a reader needs the sentence before. */
  readonly leans: boolean;
}

/** An answer looks at an article several times. */
const read = new WeakMap<Article, readonly Line[]>();

/** The sentences of an article that say something, in reading order. */
export function readLines(article: Article): readonly Line[] {
  const known = read.get(article);
  if (known) return known;
  const lines = recallLines(article) ?? readAll(article);
  keepLines(article, lines);
  read.set(article, lines);
  return lines;
}

/** Those of many articles, yielding to the event loop between articles. */
export function readLinesYielding(articles: readonly Article[]): Promise<readonly (readonly Line[])[]> {
  return mapYielding(articles, readLines);
}

function readAll(article: Article): readonly Line[] {
  const subheads = subheadsOf(article);
  return article.sentences
    .filter(({ text }) => !isFurniture(text))
    .map((sentence) => readLine(article, sentence, subheads[sentence.block]));
}

/** For each block the subhead above it. */
function subheadsOf({ blocks, language }: Article): readonly Line['subhead'][] {
  let current: Line['subhead'];
  return blocks.map(({ kind, text }) => {
    if (kind === 'subhead') current = { text, ...readContent(text, language) };
    return current;
  });
}

function readLine(article: Article, sentence: Sentence, subhead: Line['subhead']): Line {
  const words = wordsOf(sentence.text, article.language);
  return {
    article,
    sentence,
    words: words.map(({ text }) => fold(text)),
    ...contentOf(words, article.language),
    ...(subhead && { subhead }),
    leans: !standsAlone(sentence.text, article.language) || relativeTime.test(sentence.text),
  };
}

/** "Two years later, ...": later than what the sentence before tells. */
const relativeTime =
  /^(?:(?:Just|Only|About|Barely|Less than|More than|Some) )?(?:An?|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|A few|Some|\d+) (?:hour|day|week|month|year|decade)s? (?:later|earlier|before that|after that)(?!\p{L})|^(?:The (?:next|following|previous) (?:day|morning|week|month|year)|Weeks|Months|Years|Days|Hours) ?(?:later|earlier)?,|^(?:Ein|Zwei|Drei|Vier|Fünf|Sechs|Sieben|Acht|Neun|Zehn|Wenige|Einige|\d+) (?:Stunden?|Tage?|Wochen?|Monate?|Jahre?|Jahrzehnte?) (?:später|zuvor|danach|davor)(?!\p{L})/u;

/** The terms of a text and the states it names. */
export function readContent(text: string, language: string): Content {
  return contentOf(wordsOf(text, language), language);
}

/** The terms of words and the states they name. */
export function contentOf(words: readonly Word[], language: string): Content {
  return {
    terms: new Set(words.flatMap(({ text: word }, index) => termsAt(word, words[index + 1]?.text, language))),
    countries: countriesIn(words, language),
  };
}

/** A word's term, and where it is a verb with the next one ("stepped down") that verb's. */
function termsAt(word: string, next: string | undefined, language: string): readonly string[] {
  const verb = phrasalVerb(word, next, language);
  return [word, ...(verb === undefined ? [] : [verb])].flatMap((each) => termOf(each, language) ?? []);
}

/** The states a run of words names, as name or demonym of one or two words. A capital is a place of its own. */
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

/** "pakistanische" names its state as "Pakistani" does. */
function isGermanAdjective(word: string, language: string): boolean {
  return language.startsWith('de') && /isch(?:e[mnrs]?)?$/u.test(word);
}

/** Whether two lines say nearly the same: most terms of the shorter one are in the other. */
export function areAlike(one: Line, other: Line, share = 0.65): boolean {
  const shorter = Math.min(one.terms.size, other.terms.size);
  return shorter > 0 && [...one.terms].filter((term) => other.terms.has(term)).length / shorter >= share;
}

/** Newest article first, in it reading order. */
export function newestFirst(one: Line, other: Line): number {
  return (
    Temporal.Instant.compare(revisedAt(other.article), revisedAt(one.article)) ||
    other.article.id.localeCompare(one.article.id) ||
    one.sentence.index - other.sentence.index
  );
}
