import { fold, termOf, wordsOf } from '../../text/terms.ts';

/** The terms of one sentence and how long it is in words, stop words included. */
export interface SentenceTerms {
  readonly terms: ReadonlySet<string>;
  readonly words: number;
}

interface Occurrence {
  readonly sentences: Set<number>;
  readonly first: number;
  capitalized: number;
  count: number;
}

/**
 * How likely an editor's summary uses a term, judged from the article alone: a logistic model with weights fitted on public
 * article-summary pairs and rounded. Terms that are early, frequent, repeated after the opening, names or numbers are important.
 */
const weights = {
  bias: -0.96,
  sentences: 1.35,
  early: 1.06,
  earlyDecay: 1.6,
  opening: -0.29,
  name: 0.3,
  number: 0.54,
  articleLength: -1.03,
  headline: 1,
};

/** The terms of each sentence and the importance (0 to 1) of every term of the article. */
export function weighWords(
  sentences: readonly string[],
  headline: string,
  language: string,
): { sentences: SentenceTerms[]; importance: Map<string, number> } {
  const occurrences = new Map<string, Occurrence>();
  const read = sentences.map((text, index) => readSentence(text, index, language, occurrences));
  const headlineTerms = new Set(wordsOf(headline, language).flatMap(({ text }) => termOf(text, language) ?? []));
  const importance = new Map<string, number>();
  for (const [term, occurrence] of occurrences) {
    const score = scoreTerm(term, occurrence, sentences.length) + (headlineTerms.has(term) ? weights.headline : 0);
    importance.set(term, 1 / (1 + Math.exp(-score)));
  }
  return { sentences: read, importance };
}

function readSentence(
  text: string,
  index: number,
  language: string,
  occurrences: Map<string, Occurrence>,
): SentenceTerms {
  const words = wordsOf(text, language);
  const terms = new Set<string>();
  for (const [place, { text: word }] of words.entries()) {
    const term = termOf(word, language);
    if (term === undefined) continue;
    terms.add(term);
    const known = occurrences.get(term) ?? { sentences: new Set(), first: index, capitalized: 0, count: 0 };
    known.sentences.add(index);
    known.count += 1;
    if (place > 0 && /^\p{Lu}/u.test(word)) known.capitalized += 1;
    occurrences.set(term, known);
  }
  return { terms, words: words.length };
}

function scoreTerm(term: string, { sentences, first, capitalized, count }: Occurrence, articleLength: number): number {
  return (
    weights.bias +
    weights.sentences * Math.log(sentences.size) +
    weights.early / (1 + first) +
    weights.earlyDecay * Math.exp(-first / 6) +
    (first === 0 ? weights.opening : 0) +
    (capitalized > count / 2 ? weights.name : 0) +
    (/^\p{N}/u.test(fold(term)) ? weights.number : 0) +
    weights.articleLength * Math.min(3, Math.log(articleLength))
  );
}
