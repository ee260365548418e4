import type { Catalog } from '../../wording/catalog.ts';
import { wordingFor } from '../../wording/wording-for.ts';

/** A briefing's own words, with the locale of its dates. */
export type BriefingWording = Catalog['briefing'] &
  Pick<Catalog, 'locale' | 'colon'> &
  Pick<Catalog['answer'], 'openStory'>;

/** In the first of these languages that has a catalog, else English. */
export function briefingWording(...languages: readonly (string | undefined)[]): BriefingWording {
  const { briefing, locale, colon, answer } = wordingFor(...languages);
  return { ...briefing, locale, colon, openStory: answer.openStory };
}

/** The word for a counted thing of stories/quantities.ts; without a translation it is shown as is. */
export function tollName(of: string, { tolls }: Pick<BriefingWording, 'tolls'>): string {
  return Object.entries(tolls).find(([name]) => name === of)?.[1] ?? of;
}
