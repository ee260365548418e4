import { pairName, stateCode } from './name-states.ts';
import { type ReadWord, readDocument } from './read-document.ts';
import type { StoryDocument } from './story-document.ts';
import type { StorySettings } from './story-settings.ts';
import { endOfFirstEvent, headlineLabel } from './streams.ts';
import { pairsIn, reweighText } from './text-weights.ts';

/** The features by which a document is compared. */
export interface StoryTerms {
  /** Damped counts by term. */
  readonly weights: ReadonlyMap<string, number>;
  readonly headline: ReadonlySet<string>;
  /** Terms written with a capital inside a sentence. */
  readonly names: ReadonlySet<string>;
  /** Names in the headline that are no states, each with whether the text repeats it. */
  readonly topics: ReadonlyMap<string, boolean>;
  /** Content words in lead and body; 0 for a bare headline. */
  readonly textLength: number;
  /** Terms of its opening; empty if the settings require no ties. */
  readonly opening: ReadonlySet<string>;
  /** Which of its terms name states. */
  readonly states: ReadonlySet<string>;
  /** Before the headline's event, if it has one; see `headlineLabel`. */
  readonly label: string | undefined;
}

/** Capitals mean nothing if most words have one. */
const titleCaseFrom = 0.6;
const noTerms: ReadonlySet<string> = new Set();

/** Reads headline, lead and the beginning of the body; of a stream, the event of its headline. `timesSeen`: earlier documents with a headline's label. */
export function storyTerms(
  document: StoryDocument,
  settings: StorySettings,
  timesSeen: (label: string) => number,
): StoryTerms {
  const { streams } = settings;
  const label = headlineLabel(document.headline);
  const seriesLabel = streams && label !== undefined && timesSeen(label) >= streams.labelFrom ? label : '';
  const isStream = seriesLabel !== '' || (streams !== undefined && document.isLive === true);
  const read = readDocument(document, settings.wordsRead);
  const eventEnd = isStream ? endOfFirstEvent(document) : Number.POSITIVE_INFINITY;
  const text = read.text.filter(({ end }) => end <= eventEnd);
  const headline = read.headline.filter(({ start }) => start >= seriesLabel.length);
  const [headlineTerms, textTerms] = [termsIn(headline), termsIn(text)];
  const headlineNames = namesIn(headline);
  const names = new Set([...headlineNames, ...namesIn(text)]);
  const states = stateTerms([...headline, ...text], document.language);
  const topics = new Map(
    headlineNames.flatMap((name) => (states.has(name) ? [] : [[name, textTerms.includes(name)] as const])),
  );
  const weights = dampedCounts(headlineTerms, textTerms, settings.headlineWeight);
  for (const term of termsIn(read.headline.filter(({ end }) => end < seriesLabel.length)))
    if (!weights.has(term)) weights.set(term, streams?.labelWeight ?? 1);
  if (settings.nameWeight > 0) raise(weights, names, 1 + settings.nameWeight);
  if (textTerms.length >= settings.teaserFrom) {
    const pairs = [...pairsIn(headline), ...pairsIn(text)];
    reweighText(weights, { headlineTerms, textTerms, states, pairs }, settings.textWeights);
  }
  const opening = settings.ties
    ? new Set([...headlineTerms, ...textTerms.slice(0, settings.ties.openingWords)])
    : noTerms;
  return {
    weights,
    headline: new Set(headlineTerms),
    names,
    topics,
    textLength: textTerms.length,
    opening,
    states,
    label,
  };
}

function raise(weights: Map<string, number>, terms: Iterable<string>, factor: number): void {
  for (const term of terms) weights.set(term, (weights.get(term) ?? 0) * factor);
}

function dampedCounts(
  headline: readonly string[],
  text: readonly string[],
  headlineWeight: number,
): Map<string, number> {
  const weights = new Map<string, number>();
  for (const term of headline) weights.set(term, (weights.get(term) ?? 0) + headlineWeight);
  for (const term of text) weights.set(term, (weights.get(term) ?? 0) + 1);
  for (const [term, count] of weights) weights.set(term, 1 + Math.log(count));
  return weights;
}

function termsIn(words: readonly ReadWord[]): string[] {
  return words.flatMap(({ term }) => term ?? []);
}

function namesIn(words: readonly ReadWord[]): string[] {
  const capitalized = words.filter(({ hasCapital }) => hasCapital);
  if (capitalized.length > words.length * titleCaseFrom) return [];
  return termsIn(capitalized.filter(({ mayBeName }) => mayBeName));
}

/** World regions and unions of states, as named in English and German reports; our own choice. */
const regions = new Set(
  `africa african america american arab asia asian balkans east eastern eu europe european gulf latin middle nato southeast un west western
  afrika afrikanisch amerika arabisch asien asiatisch europa europäisch nahost naher osten`.split(/\s+/),
);

/** The terms of words that name a state, its capital, its people or a world region: names that are in the news every day. */
function stateTerms(words: readonly ReadWord[], language: string): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const [index, word] of words.entries()) {
    if (!word.hasCapital) continue;
    const next = words[index + 1];
    const pair = next?.hasCapital ? pairName(word, next, language) : undefined;
    const named = pair !== undefined && isState(pair, language) ? [word, next] : [word];
    if (named.length === 1 && !isState(word.text, language)) continue;
    for (const each of named) if (each?.term !== undefined) terms.add(each.term);
  }
  return terms;
}

function isState(name: string, language: string): boolean {
  return stateCode(name, language) !== undefined || regions.has(name.toLowerCase());
}
