import type { OpenStory } from './open-stories.ts';
import { type JoinSettings, joinSettingsFor, type StorySettings } from './story-settings.ts';
import type { StoryTerms } from './story-terms.ts';
import { type Idf, vectorNorm, type WeighedTerms, weighTerms } from './term-vector.ts';

/** Bounds of the factor that a story's size applies to the cosine: a large story would absorb its neighbors. */
const smallestSizeFactor = 0.3;
const largestSizeFactor = 1.5;
/** A single name may be spelled differently, or not be a name. */
const several = 2;
/** Letters in common from which on two names are forms of one. */
const formBeginning = 4;

/** A document's terms with their current idf, looked up once for all stories. */
export interface WeighedDocument {
  readonly terms: WeighedTerms;
  readonly norm: number;
  readonly headline: readonly WeighedTerm[];
  readonly names: readonly WeighedTerm[];
  readonly topics: StoryTerms['topics'];
  readonly textLength: number;
  has(term: string): boolean;
}

interface WeighedTerm {
  readonly term: string;
  readonly idf: number;
}

/** Looks up the current idf of each term of a document. */
export function weighDocument(
  {
    weights,
    headline,
    names,
    topics,
    textLength,
  }: Pick<StoryTerms, 'weights' | 'headline' | 'names' | 'topics' | 'textLength'>,
  idf: Idf,
): WeighedDocument {
  const weigh = (terms: ReadonlySet<string>): WeighedTerm[] => [...terms].map((term) => ({ term, idf: idf(term) }));
  const terms = weighTerms(weights, idf);
  return {
    terms,
    norm: Math.sqrt(terms.reduce((sum, { term, square }) => sum + square * (weights.get(term) ?? 0), 0)),
    headline: weigh(headline),
    names: weigh(names),
    topics,
    textLength,
    has: (term) => weights.has(term),
  };
}

/** Similarity of a document with an open story: cosine, adjusted by the story's size, known headline and names, and age. */
export function compareWithStory(
  document: WeighedDocument,
  { story, hoursSince, idf }: { story: OpenStory; hoursSince: number; idf: Idf },
  settings: StorySettings,
): number {
  const join = joinSettingsFor(document.textLength, settings);
  const sizeFactor = 1 + join.sizeEffect * Math.log(story.articles.length);
  const alike = cosine(document, story, idf);
  return (
    alike * Math.min(largestSizeFactor, Math.max(smallestSizeFactor, sizeFactor)) +
    join.headlineShare * knownShare(document.headline, story) +
    nameEvidence(document, story, settings) -
    rivalry(document, story, alike, settings) -
    agePenalty(story, Math.max(0, hoursSince), join, settings.usualGapHours)
  );
}

/** The gap is measured in the story's own pace, so that both a live affair and a weekly one stay open. */
function agePenalty(
  { articles, openedAt, lastAt }: OpenStory,
  hours: number,
  { agePerDay, silenceWeight }: JoinSettings,
  usualGapHours: number,
): number {
  const gapHours = (usualGapHours + lastAt - openedAt) / articles.length;
  return agePerDay * (hours / 24) + silenceWeight * Math.log1p(hours / gapHours);
}

function cosine(document: WeighedDocument, story: OpenStory, idf: Idf): number {
  let dot = 0;
  for (const { term, square } of document.terms) dot += square * (story.weights.get(term) ?? 0);
  return dot === 0 ? 0 : dot / (document.norm * vectorNorm(story.weights, idf));
}

/** Known names are evidence for the story; if none of several is known, it is about another place and other people. */
function nameEvidence(document: WeighedDocument, story: OpenStory, settings: StorySettings): number {
  const { names } = document;
  if (names.length === 0) return 0.5 * settings.nameShare;
  const share = knownShare(names, story);
  if (share > 0 || names.length < several) return settings.nameShare * share;
  const isMutual = story.names.size >= several && !story.names.values().some((name) => document.has(name));
  return isMutual ? -settings.mutualStrangerPenalty : -settings.strangerPenalty;
}

/** Two like events name their places and people, one these, the other those, and share the words of their kind. */
function rivalry(
  document: WeighedDocument,
  { weights, articles }: OpenStory,
  alike: number,
  settings: StorySettings,
): number {
  const [first] = articles;
  let own = [...document.topics].filter(([name]) => !weights.has(name));
  if (own.length === 0 || !first) return 0;
  let theirs = [...first.topics].filter(
    ([name]) => !document.has(name) && articles.every(({ vector }) => vector.has(name)),
  );
  if (theirs.length === 0) return 0;
  own = own.filter(([name]) => !hasForm(weights.keys(), name));
  theirs = theirs.filter(
    ([name]) =>
      !hasForm(
        document.terms.values().map(({ term }) => term),
        name,
      ),
  );
  if (own.length === 0 || theirs.length === 0) return 0;
  const namesBoth = document.headline.some(
    ({ term }) => 2 * articles.filter(({ topics }) => topics.has(term)).length > articles.length,
  );
  const mayBeTwins = alike >= settings.twinsFrom && !namesBoth;
  const areTwins = mayBeTwins && [own, theirs].every((names) => names.some(([, isRepeated]) => isRepeated));
  return areTwins ? settings.twinPenalty : settings.rivalPenalty;
}

/** Whether a name occurs in another form, as in languages that decline names. */
function hasForm(terms: Iterable<string>, name: string): boolean {
  const beginning = name.slice(0, formBeginning);
  for (const term of terms) if (term.startsWith(beginning)) return true;
  return false;
}

/** Share of the terms that occur in the story; weighted by squared rarity, so that the name of another place counts. */
function knownShare(terms: readonly WeighedTerm[], story: OpenStory): number {
  let known = 0;
  let all = 0;
  for (const { term, idf } of terms) {
    all += idf ** 2;
    if (story.weights.has(term)) known += idf ** 2;
  }
  return all === 0 ? 0 : known / all;
}
