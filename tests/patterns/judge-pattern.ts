import { createHash } from 'node:crypto';
import type { Parameters } from 'recheck';
import type { Pattern } from './find-patterns.ts';

// The native build is quicker and may be absent; chosen before the package is loaded.
process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = await import('recheck');

/** What recheck says of a pattern: linear, or the text that costs it more, as parts to repeat and an end. */
export type Verdict = 'safe' | 'unknown' | Attack;

export interface Attack {
  readonly complexity: string;
  readonly pumps: readonly { readonly prefix: string; readonly pump: string }[];
  readonly suffix: string;
}

/** Bounded by steps, not by time: a slower machine comes to the same verdict. */
const parameters: Parameters = {
  timeout: null,
  incubationTimeout: null,
  attackTimeout: null,
  seedingTimeout: null,
  // Negative: the attack is not tried by the clock.
  recallTimeout: -1,
  attackLimit: 20_000_000,
  maxAttackStringSize: 10_000,
  randomSeed: 0,
  maxIteration: 4,
  maxGeneStringSize: 1_200,
  maxInitialGenerationSize: 200,
  maxGenerationSize: 50,
};

/** Under which a verdict is kept. */
export function keyOf({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string {
  return createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 16);
}

/** Half a second of CPU for most patterns, ten for some. */
export function judge({ source, flags }: Pick<Pattern, 'source' | 'flags'>): Verdict {
  if (isOneClass(source)) return 'safe';
  // recheck does not know modifiers yet; they change which letters match, not how often a text is read.
  const known = source.replaceAll(/\(\?[ims]*-?[ims]*:/g, '(?:');
  const diagnosis = checkSync(known, flags.replace('v', 'u'), parameters);
  if (diagnosis.status !== 'vulnerable') return diagnosis.status;
  const { pumps, suffix } = diagnosis.attack;
  return {
    complexity: diagnosis.complexity.summary,
    pumps: pumps.map(({ prefix, pump }) => ({ prefix, pump })),
    suffix,
  };
}

/** One character of a class, once: linear whatever sets the class is made of. recheck does not read those of the flag v. */
function isOneClass(source: string): boolean {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '[') depth++;
    else if (source[at] === ']') depth--;
    if (depth === 0) return source.startsWith('[') && at === source.length - 1;
  }
  return false;
}
