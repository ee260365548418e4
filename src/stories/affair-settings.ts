import { defaultStorySettings, type StorySettings } from './story-settings.ts';

/**
 * An affair is grouped as a story is, more widely and for longer: by headline and opening alone, names above all, since its events
 * change and its actors stay. Names that are in the news every day come to count for less, or a country would be an affair.
 */
export const affairSettings: StorySettings = {
  ...defaultStorySettings,
  wordsRead: 60,
  nameWeight: 0.5,
  repeatShare: 1,
  headline: { ...defaultStorySettings.headline, threshold: 0.15 },
  text: { ...defaultStorySettings.text, threshold: 0.22, sizeEffect: 0 },
  agePerDay: 0.003,
  silenceWeight: 0,
  windowHours: 35 * 24,
};
