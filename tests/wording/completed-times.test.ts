import { expect, test } from 'vitest';
import {
  daySuggestions,
  quietSuggestions,
  sinceSuggestions,
  timeSuggestions,
} from '../../src/services/complete-when.ts';
import { parseSince } from '../../src/subscriptions/parse-day.ts';
import { parseQuiet } from '../../src/subscriptions/parse-quiet.ts';
import { parseWhen } from '../../src/subscriptions/parse-when.ts';
import { catalogOf, languages } from '../../src/wording/wording-for.ts';

const english = catalogOf('en');
const now = Temporal.Instant.from('2026-05-06T08:00:00Z');

test.each(languages.map((code) => [code, catalogOf(code)] as const))(
  'what is offered in %s is read as what English offers in its place',
  (_code, say) => {
    const pairs = (offer: (typed: string, say: typeof english) => readonly { readonly value: string }[]) =>
      offer('', say).map(({ value }, index) => [value, offer('', english)[index]?.value ?? ''] as const);
    for (const [own, other] of pairs(timeSuggestions)) expect(parseWhen(own), own).toEqual(parseWhen(other));
    for (const [own, other] of pairs(daySuggestions)) expect(parseWhen('', own), own).toEqual(parseWhen('', other));
    for (const [own, other] of pairs(quietSuggestions)) expect(parseQuiet(own), own).toEqual(parseQuiet(other));
    for (const [own, other] of pairs(sinceSuggestions))
      expect(parseSince(own, now, 'UTC'), own).toEqual(parseSince(other, now, 'UTC'));
  },
);

test.each(languages.map((code) => [code, catalogOf(code)] as const))(
  'in %s nothing else is offered for what English begins with',
  (_code, say) => {
    expect(daySuggestions('thur', say).map(({ value }) => parseWhen('', value).days)).toEqual([[4]]);
    expect(quietSuggestions('off', say).map(({ value }) => parseQuiet(value))).toEqual([undefined]);
  },
);
