import { defaultStorySettings, type StorySettings } from './story-settings.ts';

const slowAge = { agePerDay: 0.003, silenceWeight: 0 };
const text = {
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
  teaser: text,
  text,
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
