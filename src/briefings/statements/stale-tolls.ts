import { type Quantity, quantitiesOf } from '../../stories/quantities.ts';

/**
 * Whether a sentence has a lower death or injury toll than later ones, or a different number of missing: beside them it would read as a contradiction.
 */
export function hasStaleToll(text: string, later: readonly string[], language: string): boolean {
  const own = tollsOf(text, language);
  if (own.length === 0) return false;
  const newer = later.flatMap((one) => tollsOf(one, language));
  return own.some((toll) => {
    const same = newer.filter(({ of }) => of === toll.of).map(({ value }) => value);
    if (same.length === 0) return false;
    return toll.of === 'missing' ? !same.includes(toll.value) : toll.value < Math.max(...same);
  });
}

/** Whether a sentence contains a toll. */
export function hasToll(text: string, language: string): boolean {
  return tollsOf(text, language).length > 0;
}

function tollsOf(text: string, language: string): readonly Quantity[] {
  return quantitiesOf(text, language).filter(({ isToll }) => isToll);
}
