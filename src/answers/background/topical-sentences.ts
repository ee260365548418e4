import type { Article } from '../../articles/article.ts';
import { isFit } from '../../briefings/statements/sentence-fitness.ts';
import { termOf, termsOf, wordsOf } from '../../text/terms.ts';
import type { ArticleSentence } from '../article-sentences.ts';

/** The least weight of a core term among a story's sentences. */
const coreWeight = 0.5;
/** Core terms a sentence needs, those asked for counting twice: more if its article only belongs to the affair. */
const needed = { own: 2, other: 3 };
const fewestTerms = 3;
/** The first sentences of a story's own article are on the story. */
const openingLines = 3;

/**
 * The complete sentences on a topic: with a term that was `asked` for, or two that its story comes back to. `own` are the story's articles, the
 * others belong to its affair. In its own articles the sentence after such a one counts too: "7,000 were taken to safety" need not name the storm
 * again.
 */
export function topicalSentences(
  articles: readonly (readonly ArticleSentence[])[],
  { own, asked }: { readonly own: ReadonlySet<Article>; readonly asked: ReadonlySet<string> },
): readonly ArticleSentence[][] {
  const core = coreTerms(articles.flat().filter(({ article }) => own.has(article)));
  const weightOf = (term: string) => (asked.has(term) ? 2 : core.has(term) ? 1 : 0);
  const isOn = (line: ArticleSentence | undefined, least: number) =>
    [...(line?.terms ?? [])].reduce((sum, term) => sum + weightOf(term), 0) >= least;
  return articles.map((lines) =>
    lines.filter((line, index) => {
      const { article, sentence } = line;
      if (!isFit(sentence.text, article.language, fewestTerms) || introduces.test(sentence.text)) return false;
      if (!own.has(article) || elsewhere.test(sentence.text)) return isOn(line, needed.other);
      return index < openingLines || isOn(line, needed.own) || isOn(lines[index - 1], needed.own);
    }),
  );
}

/** "Meanwhile, a poll has found ...": a roundup goes on to other news. */
const elsewhere = /^(?:Meanwhile|Elsewhere|Separately|Plus|Unterdessen|Derweil)(?!\p{L})/u;

/** Refers to the article itself: "Here's a guide to ...", "DW correspondent Jane Doe has followed the case.", "The article was updated." */
const introduces =
  /\bHere(?:['’]s| is| are) (?:an? |the |our |some |what|how|why|where)|\bDW (?:(?:correspondent|reporter)s? (?:\p{Lu}[\p{L}-]+ ){1,3}(?:has|have|looks?|takes?|explains?|reports?)|looks|takes|explains|has compiled|answers|apologizes)\b|\b[Tt]h(?:is|e) (?:article|profile|report|text) (?:was|has been) (?:first )?(?:updated|published)\b/u;

/** The words that these sentences are about, in all their forms: who reads on a storm knows which one "the storm" is. */
export function coreWords(lines: readonly ArticleSentence[]): ReadonlySet<string> {
  const core = coreTerms(lines);
  return new Set(
    lines.flatMap(({ sentence, article: { language } }) =>
      wordsOf(sentence.text, language).flatMap(({ text }) => (core.has(termOf(text, language) ?? '') ? text : [])),
    ),
  );
}

function coreTerms(lines: readonly ArticleSentence[]): ReadonlySet<string> {
  const headlines = new Set(lines.map(({ article }) => article));
  const inHeadlines = [...headlines].flatMap(({ headline, language }) => termsOf(headline, language));
  const heavy = [...termWeights(lines)].filter(([, weight]) => weight >= coreWeight).map(([term]) => term);
  return new Set([...inHeadlines, ...heavy]);
}

/** Weight of a term in one sentence only: it is detail. */
const onceSaid = 0.3;

/** Salience of each term: the share of sentences that contain it, 1 for the most common term. */
export function termWeights(lines: readonly ArticleSentence[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of lines) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  return new Map([...counts].map(([term, count]) => [term, Math.sqrt(count / most) * (count < 2 ? onceSaid : 1)]));
}
