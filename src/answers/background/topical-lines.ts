import type { Article } from '../../articles/article.ts';
import { isFit } from '../../briefings/statements/sentence-fitness.ts';
import { termsOf } from '../../text/terms.ts';
import type { Line } from '../lines.ts';
import { termWeights } from '../term-weights.ts';

/** What a word must weigh among a story's lines to be what it is about. */
const coreWeight = 0.5;
/** How many such words a line needs: of an article that only belongs to the affair, more. */
const coreWords = { own: 1, other: 3 };
const fewestTerms = 3;

/**
 * The finished sentences on what a story's own articles are about; `own` are theirs, the rest come from elsewhere in its affair. Of its
 * own, what follows such a line goes on with it: "7,000 were taken to safety" need not name the storm again.
 */
export function topicalLines(articles: readonly (readonly Line[])[], own: ReadonlySet<Article>): readonly Line[][] {
  const core = coreTerms(articles.flat().filter(({ article }) => own.has(article)));
  const isOn = (line: Line | undefined, least: number) =>
    line !== undefined && [...line.terms].filter((term) => core.has(term)).length >= least;
  return articles.map((lines) =>
    lines.filter((line, index) => {
      const { article, sentence } = line;
      if (!isFit(sentence.text, article.language, fewestTerms)) return false;
      if (!own.has(article)) return isOn(line, coreWords.other);
      return isOn(line, coreWords.own) || isOn(lines[index - 1], coreWords.own);
    }),
  );
}

function coreTerms(lines: readonly Line[]): ReadonlySet<string> {
  const headlines = new Set(lines.map(({ article }) => article));
  const inHeadlines = [...headlines].flatMap(({ headline, language }) => termsOf(headline, language));
  const heavy = [...termWeights(lines)].filter(([, weight]) => weight >= coreWeight).map(([term]) => term);
  return new Set([...inHeadlines, ...heavy]);
}
