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

/**
 * An affair is grouped as a story is, more widely and for longer: names above all, since its events change and its actors stay, and only
 * with what shares actors and terms (`affair-ties.ts`). Names that are in the news every day come to count for less, or a country would
 * be an affair. Two that grow together become one: a war begins as many affairs.
 */
export const affairSettings: StorySettings = {
  ...defaultStorySettings,
  wordsRead: 200,
  nameWeight: 0.5,
  textWeights: { earlyWords: 0, later: 1, states: 1, namePairs: 0 },
  repeatShare: 0.5,
  headline: { ...defaultStorySettings.headline, threshold: 0.15, merge: 0.3, ...slowAge },
  teaser: text,
  text,
  // None joins late by being small: of those that did on labeled news, most were of another affair.
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
