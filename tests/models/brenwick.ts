import type { Briefing, BriefingLength } from '../../src/briefings/briefing.ts';
import { composeBriefing } from '../../src/briefings/compose-briefing.ts';
import type { StoryMaterial } from '../../src/briefings/story-material.ts';
import type { DailyLimit } from '../../src/models/budget.ts';
import type { GeneratedTexts } from '../../src/models/text-model.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const windowEnd = Temporal.Instant.from('2022-07-19T08:00:00Z');

const english = makeTestArticle({
  id: 'dw:1',
  headline: 'Brenwick closes its harbor bridge',
  lead: 'The council of Brenwick voted on Monday to close the harbor bridge before winter.',
  paragraphs: [
    'Engineers found cracks in three pillars of the bridge in January. Mayor Ilse Falkner said that repairs would cost 40 million euros.',
    'The line Norlinie did not agree to run free ferries across the harbor.',
  ],
  at: '2022-07-19T06:00:00Z',
});

const german = makeTestArticle({
  id: 'dw:2',
  headline: 'Brenwick sperrt seine Hafenbrücke',
  lead: 'Der Stadtrat von Brenwick hat am Montag die Sperrung der Hafenbrücke beschlossen.',
  paragraphs: ['Fachleute hatten im Januar Risse in drei Pfeilern der Brücke entdeckt.'],
  at: '2022-07-19T06:00:00Z',
  language: 'de',
});

/** A story to word: one English article, or a German one. */
export function storyOf(language: 'en' | 'de'): StoryMaterial {
  return { storyId: '1', articles: [language === 'en' ? english : german], delivered: [] };
}

/** The story quoted in an English briefing. */
export function quotedBriefing(material: StoryMaterial, length: BriefingLength = 'normal'): Briefing {
  return composeBriefing(
    {
      id: 'b1',
      interest: 'everything',
      language: 'en',
      length,
      maxStories: 5,
      windowStart: windowEnd.subtract({ hours: 24 }),
      windowEnd,
    },
    [material],
  );
}

/** A cache in memory. */
export function textsInMemory(): GeneratedTexts & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    find: async (key) => kept.get(key),
    async save({ key, document }) {
      kept.set(key, document);
    },
    async remove(key) {
      kept.delete(key);
    },
  };
}

/** The answer of a model, as JSON. */
export function written(...statements: readonly (readonly [text: string, ...sentences: number[]])[]): string {
  return JSON.stringify({ statements: statements.map(([text, ...sentences]) => ({ text, sentences })) });
}

/** A day without a limit. */
export const endless: DailyLimit = { reserve: () => true, settle: () => undefined };
