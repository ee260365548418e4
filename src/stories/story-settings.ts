import type { TieSettings } from './affair-ties.ts';
import type { TextWeights } from './text-weights.ts';

/** How articles are grouped. One set for headlines, teasers and full articles, chosen on public story collections. */
export interface StorySettings {
  /** Words of lead and body that are read; what follows in an article is background, which look-alikes share. */
  readonly wordsRead: number;
  /** Words of the headline count this many times. */
  readonly headlineWeight: number;
  /** What names count more than other words, as a share. */
  readonly nameWeight: number;
  readonly textWeights: TextWeights;
  /** Documents assumed seen before the first, so that the first idf values mean something. */
  readonly priorDocuments: number;
  /** Share of those in which each common word of news occurred. */
  readonly newsTermShare: number;
  /**
   * For how much of a document the further articles of a story count: what many articles of one event repeat is rare all the same, what
   * several events share is not.
   */
  readonly repeatShare: number;
  /** Words with content from which on a lead is a teaser; with less, the document is partly taken as a bare headline. */
  readonly teaserFrom: number;
  /** Words with content from which on lead and body are a full text; with less, it is partly taken as a teaser. */
  readonly fullTextFrom: number;
  readonly headline: JoinSettings;
  readonly teaser: JoinSettings;
  readonly text: JoinSettings;
  /** Share of the document's names that the story knows: added to the cosine with this weight. */
  readonly nameShare: number;
  /** Taken off a document with several names of which the story knows none: look-alikes share all but those. */
  readonly strangerPenalty: number;
  /** Taken off instead where the story has several names too and the document none of them: whatever else they share is their kind. */
  readonly mutualStrangerPenalty: number;
  /** The gap assumed of a story with one article, in hours. */
  readonly usualGapHours: number;
  /** A story without a new article for this long closes. */
  readonly windowHours: number;
  /** Stories compared exactly, after the index has ranked them. */
  readonly candidates: number;
  /** The most telling terms of a document, by which it finds candidates. */
  readonly searchTerms: number;
  /** Share of all that a document says; a story with less of its telling terms is not compared. Most articles tell something new. */
  readonly leastShared: number;
  /** A term in more open stories than this finds no candidates. */
  readonly commonInStories: number;
  /** A story of so many articles at most may join a larger one late. */
  readonly strayArticles: number;
  /** Numbers of articles at which a story is asked whether it drifted. */
  readonly splitSizes: readonly number[];
  /** What a document must share with a story besides; nothing where absent. */
  readonly ties?: TieSettings;
}

export interface JoinSettings {
  /** Similarity from which on a document joins. */
  readonly threshold: number;
  /**
   * What e times as many articles add to the cosine, as a share of it. A story of many headlines is wide, so a further headline
   * shares less with it; a story of many texts is dense with the words of its kind, so a look-alike shares more.
   */
  readonly sizeEffect: number;
  /** Share of the headline's words that the story knows: added to the cosine with this weight. */
  readonly headlineShare: number;
  /** Similarity from which on two stories are one. */
  readonly merge: number;
  /** How much more than the threshold the articles of a small story must be like a larger one, on average, to join it late. */
  readonly strayMargin: number;
  /** Similarity of its earlier and its later half below which a story is two. */
  readonly split: number;
  /** Taken off for each day since the story's last article. */
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
  // A story of many teasers is less dense than one of many texts.
  teaser: { ...text, sizeEffect: -0.13 },
  text,
  nameShare: 0.1,
  strangerPenalty: 0.15,
  mutualStrangerPenalty: 0.3,
  usualGapHours: 24,
  windowHours: 10 * 24,
  candidates: 6,
  searchTerms: 20,
  leastShared: 0.03,
  commonInStories: 150,
  strayArticles: 3,
  splitSizes: [8, 12, 18, 27, 40, 60, 90, 135, 200],
};

/** The settings for a text of so many words with content: those of a bare headline, a teaser or a full text, or between two of them. */
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
