import type { Random } from './fake-site-random.ts';

/**
 * What a feed does instead of answering well. `slow` answers late and `wrong-type` names a wrong content type, both with the right
 * document; `broken` ends the connection in
 * the middle; `stale` gives the list of when the trouble began; `moved` and `gone` are for good.
 */
export type FeedTroubleKind =
  | 'server-error'
  | 'too-many'
  | 'slow'
  | 'hanging'
  | 'broken'
  | 'html'
  | 'empty'
  | 'cut'
  | 'stale'
  | 'wrong-type'
  | 'moved'
  | 'gone';

export interface FeedTrouble {
  readonly kind: FeedTroubleKind;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** What a page does: it is `missing` (404), `unavailable` (503 with Retry-After) or `broken`, until its time. */
export interface PageTrouble {
  readonly kind: 'missing' | 'unavailable' | 'broken';
  readonly untilMinute: number;
}

/** How long the troubled server asks to be left alone. */
export const retryAfterMinutes = 90;

const passing: readonly FeedTroubleKind[] = [
  'server-error',
  'too-many',
  'slow',
  'broken',
  'html',
  'empty',
  'cut',
  'stale',
  'wrong-type',
];

/** Each day some feeds have some hours of trouble; few move or go for good. The feed of everything (index 0) always stays. */
export function planFeedTroubles(random: Random, minutes: number, index: number): readonly FeedTrouble[] {
  const troubles: FeedTrouble[] = [];
  for (let day = 0; day < minutes; day += 1_440) {
    if (!random.chance(0.35)) continue;
    const fromMinute = day + random.between(30, 900);
    // Each request to a hanging server costs a time-out of real time, so there are few.
    const kind = random.chance(0.02) ? 'hanging' : random.pick(passing);
    const minutes = kind === 'hanging' ? 20 : random.between(20, 300);
    troubles.push({ kind, fromMinute, untilMinute: fromMinute + minutes });
  }
  if (index % 15 === 7) troubles.unshift(forGood('moved', random.between(60, minutes)));
  if (index % 15 === 11) troubles.unshift(forGood('gone', random.between(60, minutes)));
  return troubles;
}

/** Most pages are well. */
export function planPageTrouble(random: Random, fromMinute: number): PageTrouble | undefined {
  if (!random.chance(0.06)) return undefined;
  const kind = random.pick(['missing', 'missing', 'missing', 'unavailable', 'unavailable', 'broken'] as const);
  const forEver = kind === 'missing' && random.chance(0.3);
  const minutes = random.between(20, 200);
  return { kind, untilMinute: forEver ? Number.POSITIVE_INFINITY : Math.max(0, fromMinute) + minutes };
}

function forGood(kind: FeedTroubleKind, fromMinute: number): FeedTrouble {
  return { kind, fromMinute, untilMinute: Number.POSITIVE_INFINITY };
}
