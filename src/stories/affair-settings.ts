import { defaultStorySettings, type StorySettings } from './story-settings.ts';

/**
 * An affair is grouped as a story is, more widely and for longer: by headline and opening alone, names above all, since its events
 * change and its actors stay.
 */
export const affairSettings: StorySettings = {
  ...defaultStorySettings,
  wordsRead: 60,
  nameWeight: 0.5,
  headline: { ...defaultStorySettings.headline, threshold: 0.15 },
  text: { ...defaultStorySettings.text, threshold: 0.24, sizeEffect: 0 },
  agePerDay: 0.003,
  windowHours: 35 * 24,
};
