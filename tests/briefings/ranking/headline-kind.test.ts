import { expect, test } from 'vitest';
import { headlineKind } from '../../../src/briefings/ranking/headline-kind.ts';

test.each([
  ['en', 'Court convicts mayor of Varn', 'news'],
  ['en', 'Varn: Court convicts mayor', 'news'],
  ['en', 'Mayor of Varn jailed for 5 years', 'news'],
  ['en', 'Alan Marsh: A veteran of the port of Varn', 'explains'],
  ['en', 'The man who built Varn', 'explains'],
  ['en', 'Meet Alan Marsh, mayor of Varn', 'explains'],
  ['en', '75 years of ferries in Varn', 'explains'],
  ['en', 'Middle East 2027: Ferries instead of roads', 'explains'],
  ['en', 'Why Varn floods', 'explains'],
  ['en', 'Opinion: Varn must build', 'comments'],
  ['de', 'Gericht verurteilt Bürgermeister von Varn', 'news'],
  ['de', 'Alan Marsh: Ein Leben für den Hafen', 'explains'],
  ['de', 'Rückblick: Das Jahr in Varn', 'explains'],
])('%s: "%s" %s', (language, headline, kind) => {
  expect(headlineKind(headline, language)).toBe(kind);
});
