import type { OpenStory } from './open-stories.ts';
import { type JoinSettings, joinSettingsFor, type StorySettings } from './story-settings.ts';
import type { StoryTerms } from './story-terms.ts';
import { type Idf, vectorNorm, type WeighedTerms, weighTerms } from './term-vector.ts';

/** The size of a story never takes more of the cosine than to this factor, nor adds more: a large story would swallow its neighbors. */
const smallestSizeFactor = 0.3;
const largestSizeFactor = 1.5;
/** One name alone may be told differently, or be no name. */
const several = 2;

/** A document's terms with the idf of this moment, looked up once for all stories. */
export interface WeighedDocument {
  readonly terms: WeighedTerms;
  readonly norm: number;
  readonly headline: readonly WeighedTerm[];
  readonly names: readonly WeighedTerm[];
  readonly textLength: number;
  has(term: string): boolean;
}

interface WeighedTerm {
  readonly term: string;
  readonly idf: number;
}

/** Looks up how much each term of a document says now. */
export function weighDocument(
  { weights, headline, names, textLength }: Pick<StoryTerms, 'weights' | 'headline' | 'names' | 'textLength'>,
  idf: Idf,
): WeighedDocument {
  const weigh = (terms: ReadonlySet<string>): WeighedTerm[] => [...terms].map((term) => ({ term, idf: idf(term) }));
  const terms = weighTerms(weights, idf);
  return {
    terms,
    norm: Math.sqrt(terms.reduce((sum, { term, square }) => sum + square * (weights.get(term) ?? 0), 0)),
    headline: weigh(headline),
    names: weigh(names),
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
  return (
    cosine(document, story, idf) * Math.min(largestSizeFactor, Math.max(smallestSizeFactor, sizeFactor)) +
    join.headlineShare * knownShare(document.headline, story) +
    nameEvidence(document, story, settings) -
    agePenalty(story, Math.max(0, hoursSince), join, settings.usualGapHours)
  );
}

/** Silence is measured by the story's own pace, so that a live affair and one told weekly both go on. */
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

/** Names that the story knows speak for it; where it knows none of several, it tells of another place and other people. */
function nameEvidence(document: WeighedDocument, story: OpenStory, settings: StorySettings): number {
  const { names } = document;
  if (names.length === 0) return 0.5 * settings.nameShare;
  const share = knownShare(names, story);
  if (share > 0 || names.length < several) return settings.nameShare * share;
  const isMutual = story.names.size >= several && !story.names.values().some((name) => document.has(name));
  return isMutual ? -settings.mutualStrangerPenalty : -settings.strangerPenalty;
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
