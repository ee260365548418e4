import type { Briefing, BriefingStory } from './briefing.ts';

/** A briefing with the number of words it tells: titles, statements, and why it matters. */
export function withWordCount(briefing: Omit<Briefing, 'wordCount'>): Briefing {
  return { ...briefing, wordCount: countWords(briefing.stories) };
}

/** Words of these stories as they are read. */
export function countWords(stories: readonly BriefingStory[]): number {
  const texts = stories.flatMap((story) => [story.title, ...story.statements.map(({ text }) => text)]);
  return texts.join(' ').split(/\s+/).filter(Boolean).length;
}
