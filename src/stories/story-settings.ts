import type { StreamSettings } from './streams.ts';
import type { TextWeights } from './text-weights.ts';

/** What a report must share with an affair, apart from similarity. */
export interface TieSettings {
  /** Words of headline and text that count as a report's opening. */
  readonly openingWords: number;
  /** Distinctive terms to share; all states together count as one. */
  readonly leastTerms: number;
  /** A word that is not a name is distinctive from this idf on, measured outside the affair. */
  readonly leastIdf: number;
  /** The same for a long opening: the more terms it has, the more it shares by coincidence. */
  readonly longOpening: { readonly terms: number; readonly leastIdf: number };
  /** States to share if no other name is shared. */
  readonly leastStates: number;
  /** From this many articles on, a term belongs to the affair only if several articles have it. */
  readonly largeFrom: number;
  /** Two affairs are merged if this share of the smaller one's articles is tied to the larger one. */
  readonly tiedShare: number;
}

/** How articles are grouped. One set for headlines, teasers and full articles, chosen on public story collections. */
export interface StorySettings {
  /** Words of lead and body to read; the rest of an article is background, which similar stories share. */
  readonly wordsRead: number;
  /** Words of the headline count this many times. */
  readonly headlineWeight: number;
  /** Extra weight of names over other words, as a share. */
  readonly nameWeight: number;
  readonly textWeights: TextWeights;
  /** How live blogs and roundups are read; like any report if absent. */
  readonly streams?: StreamSettings;
  /** Documents assumed seen before the first, so that the first idf values mean something. */
  readonly priorDocuments: number;
  /** Share of those in which each common word of news occurred. */
  readonly newsTermShare: number;
  /**
   * Weight in the document frequencies of further articles of a story: a term that many articles of one event repeat is still rare, one
   * that several events share is not.
   */
  readonly repeatShare: number;
  /** Content words from which on a lead is a teaser; with fewer, the document is treated partly as a bare headline. */
  readonly teaserFrom: number;
  /** Content words from which on lead and body are a full text; with fewer, it is treated partly as a teaser. */
  readonly fullTextFrom: number;
  readonly headline: JoinSettings;
  readonly teaser: JoinSettings;
  readonly text: JoinSettings;
  /** Weight in the similarity of the share of the document's names that the story contains. */
  readonly nameShare: number;
  /** Penalty for a document with several names of which the story contains none: similar events share everything but the names. */
  readonly strangerPenalty: number;
  /** Penalty instead if the story has several names too and the document none of them: what they share is only the kind of event. */
  readonly mutualStrangerPenalty: number;
  /** Penalty if the document's headline names what the story has nowhere, and all the story's articles what the document has not. */
  readonly rivalPenalty: number;
  /** Penalty instead for twins, which have all else in common: as similar as this, with texts that repeat these names. */
  readonly twinPenalty: number;
  readonly twinsFrom: number;
  /** The gap assumed for a story with one article, in hours. */
  readonly usualGapHours: number;
  /** A story without a new article for this long closes. */
  readonly windowHours: number;
  /** Stories to compare exactly, after ranking by the index. */
  readonly candidates: number;
  /** The number of most distinctive terms used to find candidates. */
  readonly searchTerms: number;
  /** Share of a document's weight that a story must have in its distinctive terms to be compared. Low, since most articles add something new. */
  readonly leastShared: number;
  /** A term in more open stories than this is not used to find candidates. */
  readonly commonInStories: number;
  /** The most articles of a story that may join a larger one late. */
  readonly strayArticles: number;
  /** Numbers of articles at which a story is checked for a split. */
  readonly splitSizes: readonly number[];
  /** What else a document must share with a story; nothing if absent. */
  readonly ties?: TieSettings;
}

export interface JoinSettings {
  /** Similarity from which on a document joins. */
  readonly threshold: number;
  /**
   * Relative change of the cosine for e times as many articles. A story of many headlines is broad, so a further headline shares less with
   * it; a story of many texts is dense with the words of its kind, so a similar event shares more.
   */
  readonly sizeEffect: number;
  /** Weight in the similarity of the share of the headline's words that the story contains. */
  readonly headlineShare: number;
  /** Similarity from which on two stories are merged. */
  readonly merge: number;
  /** By how much the mean similarity of a small story's articles must exceed the threshold to join a larger one late. */
  readonly strayMargin: number;
  /** Similarity of its earlier and later half below which a story is split. */
  readonly split: number;
  /** Penalty per day since the story's last article. */
  readonly agePerDay: number;
  /**
   * Taken off for each e-fold of the time since then, in gaps that the story has had: one that came in a burst is over sooner. A bare
   * headline says so little that this tells more; texts lost as many right links by it as wrong ones.
   */
  readonly silenceWeight: number;
}

const text: JoinSettings = {
  threshold: 0.355,
  sizeEffect: -0.185,
  headlineShare: 0.22,
  merge: 0.8,
  strayMargin: 0.03,
  split: 0.12,
  agePerDay: 0.025,
  silenceWeight: 0,
};

export const defaultStorySettings: StorySettings = {
  wordsRead: 500,
  headlineWeight: 2,
  nameWeight: 0,
  textWeights: { earlyWords: 40, later: 0.7, states: 0.75, namePairs: 1 },
  streams: { labelFrom: 2, labelWeight: 0.5 },
  priorDocuments: 150,
  newsTermShare: 0.1,
  repeatShare: 0.25,
  teaserFrom: 8,
  fullTextFrom: 60,
  headline: {
    threshold: 0.18,
    sizeEffect: 0.3,
    headlineShare: 0.1,
    merge: 0.25,
    // Never: bare headlines have too few words for it.
    strayMargin: 9,
    split: 0.1,
    agePerDay: 0.005,
    silenceWeight: 0.08,
  },
  // A story of many teasers is less dense than one of full texts.
  teaser: { ...text, sizeEffect: -0.13 },
  text,
  nameShare: 0.1,
  strangerPenalty: 0.15,
  mutualStrangerPenalty: 0.3,
  rivalPenalty: 0.05,
  twinPenalty: 0.3,
  twinsFrom: 0.39,
  usualGapHours: 24,
  windowHours: 10 * 24,
  candidates: 6,
  searchTerms: 20,
  leastShared: 0.03,
  commonInStories: 150,
  strayArticles: 3,
  splitSizes: [8, 12, 18, 27, 40, 60, 90, 135, 200],
};

/** The settings for a text with this many content words: those of a bare headline, a teaser or a full text, or interpolated between two. */
export function joinSettingsFor(
  textLength: number,
  { headline, teaser, text, teaserFrom, fullTextFrom }: StorySettings,
): JoinSettings {
  if (textLength >= fullTextFrom) return text;
  if (textLength < teaserFrom) return between(headline, teaser, textLength / teaserFrom);
  return between(teaser, text, (textLength - teaserFrom) / (fullTextFrom - teaserFrom));
}

function between(a: JoinSettings, b: JoinSettings, share: number): JoinSettings {
  const mixed = (name: keyof JoinSettings): number => a[name] + (b[name] - a[name]) * share;
  return {
    threshold: mixed('threshold'),
    sizeEffect: mixed('sizeEffect'),
    headlineShare: mixed('headlineShare'),
    merge: mixed('merge'),
    strayMargin: mixed('strayMargin'),
    split: mixed('split'),
    agePerDay: mixed('agePerDay'),
    silenceWeight: mixed('silenceWeight'),
  };
}

const slowAge = { agePerDay: 0.003, silenceWeight: 0 };
const affairText = {
  ...defaultStorySettings.text,
  threshold: 0.24,
  merge: 0.3,
  headlineShare: 0.1,
  sizeEffect: 0,
  ...slowAge,
};

/** The label of a live blog names its affair. */
const { streams: _, ...likeStories } = defaultStorySettings;

/**
 * Affairs are clustered like stories, but wider and for longer: mainly by names, since events change and actors stay, and only with shared
 * actors and terms (`affair-ties.ts`). Names that are in the news every day weigh less, or a country would be an affair. Converging affairs
 * are merged: a war begins as many affairs.
 */
export const affairSettings: StorySettings = {
  ...likeStories,
  wordsRead: 200,
  nameWeight: 0.5,
  textWeights: { earlyWords: 0, later: 1, states: 1, namePairs: 0 },
  repeatShare: 0.5,
  rivalPenalty: 0,
  twinPenalty: 0,
  headline: { ...defaultStorySettings.headline, threshold: 0.15, merge: 0.3, ...slowAge },
  teaser: affairText,
  text: affairText,
  // Small affairs do not join late: on labeled news, most that did belonged to another affair.
  strayArticles: 0,
  windowHours: 35 * 24,
  ties: {
    openingWords: 60,
    leastTerms: 4,
    leastIdf: 2,
    longOpening: { terms: 40, leastIdf: 2.5 },
    leastStates: 2,
    largeFrom: 12,
    tiedShare: 0.7,
  },
};
