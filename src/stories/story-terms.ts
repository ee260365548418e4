import { fold, termOf, type Word, wordsOf } from '../language/terms.ts';
import type { StoryDocument } from './story-document.ts';
import type { StorySettings } from './story-settings.ts';

/** The terms of a document with their damped counts: stems, numbers, and capitalized phrases under `name:`. */
export interface StoryTerms {
  readonly weights: ReadonlyMap<string, number>;
  /** Words with content that were read, headline included. */
  readonly length: number;
}

/** Reads headline, lead and the beginning of the body. */
export function storyTerms(document: StoryDocument, settings: StorySettings): StoryTerms {
  const counts = new Map<string, number>();
  const { language } = document;
  const text = [document.lead ?? '', document.body].filter((part) => part !== '').join('\n');
  const headline = wordsOf(document.headline, language);
  const read = text === '' ? [] : wordsOf(text.slice(0, settings.wordsRead * 8), language).slice(0, settings.wordsRead);
  const length =
    countWords(headline, document.headline, document, settings.headlineWeight, counts) +
    countWords(read, text, document, 1, counts);
  const weights = new Map<string, number>();
  for (const [term, count] of counts) weights.set(term, (1 + Math.log(count)) * kindWeight(term, settings));
  return { weights, length };
}

function countWords(
  words: readonly Word[],
  text: string,
  { language }: StoryDocument,
  weight: number,
  counts: Map<string, number>,
): number {
  let length = 0;
  for (const { text: word } of words) {
    const term = termOf(word, language);
    if (term === undefined) continue;
    length += 1;
    counts.set(term, (counts.get(term) ?? 0) + weight);
  }
  for (const name of capitalizedPhrases(words, text))
    counts.set(`name:${name}`, (counts.get(`name:${name}`) ?? 0) + weight);
  return length;
}

function kindWeight(term: string, { nameWeight, numberWeight }: StorySettings): number {
  if (term.startsWith('name:')) return nameWeight;
  return /^\p{N}/u.test(term) ? numberWeight : 1;
}

/** Runs of two or more capitalized words, folded. None where capitals mean nothing: a headline in title case, a script without them. */
function capitalizedPhrases(words: readonly Word[], text: string): string[] {
  const capitalized = words.filter(({ text: word }) => /^\p{Lu}/u.test(word)).length;
  if (capitalized > words.length * 0.6) return [];
  const phrases: string[] = [];
  let run: Word[] = [];
  for (const word of words) {
    const previous = run.at(-1);
    const isCapital = /^\p{Lu}/u.test(word.text);
    const follows = previous !== undefined && text.slice(previous.end, word.start) === ' ';
    if (isCapital && (follows || run.length === 0)) run.push(word);
    else {
      if (run.length > 1) phrases.push(fold(run.map(({ text: part }) => part).join(' ')));
      run = isCapital ? [word] : [];
    }
  }
  if (run.length > 1) phrases.push(fold(run.map(({ text: part }) => part).join(' ')));
  return phrases;
}
