import { describe, expect, test } from 'vitest';
import { checkStatement } from '../../../src/briefings/gate/gate.ts';
import { readGateCases } from './read-gate-cases.ts';

const cases = readGateCases();
/** What the gate gets wrong today; a line here that is right again fails, so that the list only shrinks. */
const knownWrong: ReadonlySet<string> = new Set([
  // "Director" is seen, what of is not.
  'Police director Omar Nasser told reporters that a bomb in Kandor killed five officers.',
  // Taken for "the former" of two.
  'The former head of Tolmark Bank was sentenced on Thursday to six years in prison.',
]);

test('the tables are large and balanced enough to say something', () => {
  expect(cases.length).toBeGreaterThanOrEqual(200);
  expect(cases.filter(({ reason }) => reason === undefined).length).toBeGreaterThan(80);
  expect(cases.filter(({ request }) => request.language === 'de').length).toBeGreaterThan(50);
});

describe.each([...new Set(cases.map(({ file }) => file))])('%s', (name) => {
  const own = cases.filter(({ file, request }) => file === name && !knownWrong.has(request.text));

  test.each(own.filter(({ reason }) => reason === undefined).map(({ request }) => [request.text, request] as const))(
    'keeps %s',
    (_, request) => {
      expect(checkStatement(request)).toEqual({ kind: 'kept' });
    },
  );

  test.each(
    own.flatMap(({ reason, request }) => (reason === undefined ? [] : [[reason, request.text, request] as const])),
  )('drops for %s: %s', (reason, _, request) => {
    const verdict = checkStatement(request);
    expect(verdict.kind).toBe('dropped');
    if (verdict.kind === 'dropped' && reason !== 'any') expect(verdict.reason).toBe(reason);
  });
});

test('the known errors are errors still', () => {
  const wrong = cases.filter(({ request, reason }) => {
    return knownWrong.has(request.text) && (checkStatement(request).kind === 'kept') !== (reason === undefined);
  });
  expect(wrong).toHaveLength(knownWrong.size);
});
