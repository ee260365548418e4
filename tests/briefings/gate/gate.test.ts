import { describe, expect, test } from 'vitest';
import { checkStatement } from '../../../src/briefings/gate/gate.ts';
import { readGateCases } from './read-gate-cases.ts';

const cases = readGateCases();
test('the tables are large and balanced enough to say something', () => {
  expect(cases.length).toBeGreaterThanOrEqual(200);
  expect(cases.filter(({ reason }) => reason === undefined).length).toBeGreaterThan(80);
  expect(cases.filter(({ request }) => request.language === 'de').length).toBeGreaterThan(50);
});

describe.each([...new Set(cases.map(({ file }) => file))])('%s', (name) => {
  const own = cases.filter(({ file }) => file === name);

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
