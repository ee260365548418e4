import { type Article, revisedAt } from '../articles/article.ts';
import { termsOf } from '../text/terms.ts';
import { type Answer, cite } from './answer.ts';
import { type AnswerContext, completeAnswer, refuse } from './answer-archive.ts';
import { readSentences, readSentencesYielding } from './article-sentences.ts';
import { questionLanguage } from './question-language.ts';
import { readBeginnings, readTyped, searchReadings } from './readings.ts';

/**
 * Articles that contain the words, best and newest first, each with the sentence that contains most of them. Quotation marks, AND, OR and
 * NOT have their usual meaning.
 */
export async function answerSearch(
  words: string,
  { archive, reader, limit = 8 }: AnswerContext & { limit?: number },
): Promise<Answer> {
  const language = questionLanguage(words);
  const searchIn = createSearches(words);
  const readings = await readTyped(words, archive, (_, each) => searchIn(each).terms);
  const { isAny } = searchIn(language);
  const fits = ({ article: { headline, sentences, language: own } }: { readonly article: Article }) =>
    fitsSearch([headline, ...sentences.map(({ text }) => text)], own, searchIn(own));
  const find = async (mode: 'all' | 'any', most: number) =>
    (await searchReadings(readings, archive, { mode, limit: most })).filter(fits);
  const beginnings = await readBeginnings(words, archive, (_, each) => searchIn(each).terms);
  const findBeginnings = async () =>
    (await searchReadings([beginnings], archive, { mode: 'all', limit, alsoUncut: true })).filter(fits);
  const all = isAny ? [] : await find('all', limit * 3);
  const some = all.length > 0 ? all : await find('any', isAny ? limit * 3 : limit);
  const hits = some.length > 0 ? some : await findBeginnings();
  await readSentencesYielding(hits.slice(0, limit).map(({ article }) => article));
  const best = Math.max(...hits.map(({ score }) => score));
  const statements = hits
    .toSorted(
      (a, b) =>
        halfOfBest(b.score, best) - halfOfBest(a.score, best) || newer(revisedAt(b.article), revisedAt(a.article)),
    )
    .slice(0, limit)
    .flatMap(({ article }) => {
      const { terms } = searchIn(article.language);
      const lines = readSentences(article).map((line) => ({
        line,
        matched:
          some.length > 0
            ? terms.filter((term) => line.terms.has(term)).length
            : beginnings.terms.filter((term) => line.words.some((word) => word.startsWith(term))).length,
      }));
      const [first] = lines.toSorted(
        (a, b) => b.matched - a.matched || Number(a.line.needsContext) - Number(b.line.needsContext),
      );
      return first ? [cite(article, first.line.sentence)] : [];
    });
  if (statements.length === 0)
    return refuse('search', words, { archive, reader }, (say) => say.noArticleOn(words.trim()));
  return completeAnswer({ kind: 'search', title: words.trim(), refused: false, statements, language }, archive);
}

/** What was typed as a search in each language, read once. */
function createSearches(words: string): (language: string) => SearchWords {
  const searches = new Map<string, SearchWords>();
  return (language) => {
    const search = searches.get(language) ?? readSearch(words, language);
    searches.set(language, search);
    return search;
  };
}

/** Scores near the best are treated as equal, so that the newer article comes first. */
function halfOfBest(score: number, best: number): number {
  return score >= best / 2 ? 1 : 0;
}

function newer(one: Temporal.Instant, other: Temporal.Instant): number {
  return Temporal.Instant.compare(one, other);
}

/** A parsed search query. */
export interface SearchWords {
  readonly terms: readonly string[];
  /** Terms that must be adjacent: what was typed in quotation marks. */
  readonly phrases: readonly (readonly string[])[];
  /** Words and phrases that must not occur. */
  readonly without: readonly (readonly string[])[];
  /** One of the terms is enough. */
  readonly isAny: boolean;
}

const piecePattern =
  /(?<not>\bNOT\s+|(?<!\S)[-\u2212](?=\S))?(?:["“”„](?<phrase>[^"“”„]*)["“”„]|(?<word>[^\s"“”„]+))/gu;

/** Parses `flood NOT Sarwana`, `"forced labor" -Seoul`, `gas OR coal`: operators in capitals, as is usual. */
export function readSearch(typed: string, language: string): SearchWords {
  const pieces = [...typed.matchAll(piecePattern)].flatMap(({ groups = {} }) => {
    const { not, phrase, word = '' } = groups;
    if (phrase === undefined && ['AND', 'OR', 'NOT'].includes(word)) return [];
    return [{ isNot: not !== undefined, isPhrase: phrase !== undefined, terms: termsOf(phrase ?? word, language) }];
  });
  const wanted = pieces.filter(({ isNot }) => !isNot);
  return {
    terms: [...new Set(wanted.flatMap(({ terms }) => terms))],
    phrases: wanted.filter(({ isPhrase, terms }) => isPhrase && terms.length > 1).map(({ terms }) => terms),
    without: pieces.filter(({ isNot, terms }) => isNot && terms.length > 0).map(({ terms }) => terms),
    isAny: /\sOR\s/u.test(typed),
  };
}

/** Whether a text contains the phrases and none of the excluded words. */
export function fitsSearch(texts: readonly string[], language: string, { phrases, without }: SearchWords): boolean {
  if (phrases.length === 0 && without.length === 0) return true;
  const contained = texts.map((text) => ` ${termsOf(text, language).join(' ')} `);
  const contains = (terms: readonly string[]) => contained.some((text) => text.includes(` ${terms.join(' ')} `));
  return phrases.every(contains) && !without.some(contains);
}
