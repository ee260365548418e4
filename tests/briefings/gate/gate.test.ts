import { expect, test } from 'vitest';
import { checkStatement } from '../../../src/briefings/gate/gate.ts';
import { type GateTableCase, readCraftedCases, readGateCases } from './read-gate-cases.ts';

/** The texts that the gate judges wrongly: true ones that it drops, or false ones that it keeps. */
function findWrong(cases: readonly GateTableCase[], isTrue: boolean): readonly string[] {
  return cases
    .filter(({ reason }) => (reason === undefined) === isTrue)
    .filter(({ request }) => (checkStatement(request).kind === 'kept') !== isTrue)
    .map(({ request }) => request.text);
}

test('the tables are large and balanced enough to say something', () => {
  const cases = readGateCases();
  expect(cases.length).toBeGreaterThanOrEqual(700);
  expect(cases.filter(({ reason }) => reason === undefined).length).toBeGreaterThan(250);
  expect(cases.filter(({ request }) => request.language === 'de').length).toBeGreaterThan(200);
  expect(readCraftedCases().filter(({ reason }) => reason !== undefined)).toHaveLength(90);
});

test('drops few of the true statements of its tables', () => {
  const wrong = findWrong(readGateCases(), true);
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(18);
});

test('keeps next to none of the false statements of its tables', () => {
  const wrong = findWrong(readGateCases(), false);
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(6);
});

test('errs seldom on statements written by somebody who had not seen it', () => {
  const [kept, dropped] = [findWrong(readCraftedCases(), false), findWrong(readCraftedCases(), true)];
  expect(kept.length, kept.join('\n')).toBeLessThanOrEqual(6);
  expect(dropped.length, dropped.join('\n')).toBeLessThanOrEqual(2);
});

test.each([
  ['Falkner visited Varn.', 'name'],
  ['Mayor Ilse Falkner opened 40 clinics.', 'number'],
  ['Mayor Ilse Falkner opened 14 clinics in May.', 'date'],
  ['Mayor Ilse Falkner called the clinics "a miracle".', 'quotation'],
  ['Mayor Ilse Falkner did not open 14 clinics.', 'negation'],
  ['Senator Ilse Falkner opened 14 clinics.', 'office'],
  ['Mayor Ilse Falkner repaired 14 clinics.', 'support'],
  ['Let me summarize the article: 14 clinics opened.', 'form'],
  ['Nurses were opened by Mayor Ilse Falkner.', 'actors'],
])('says why it drops "%s"', (text, reason) => {
  const evidence = [
    {
      text: 'Mayor Ilse Falkner opened 14 clinics in Brenwick in April, where nurses applauded.',
      language: 'en',
      publishedAt: Temporal.Instant.from('2026-04-20T08:00:00Z'),
    },
  ];
  expect(checkStatement({ text, language: 'en', evidence })).toMatchObject({ kind: 'dropped', reason });
});

test('drops what cites no sentence', () => {
  expect(checkStatement({ text: 'Ilse Falkner won.', language: 'en', evidence: [] })).toMatchObject({
    kind: 'dropped',
    reason: 'evidence',
  });
});
