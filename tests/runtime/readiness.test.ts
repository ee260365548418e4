import { expect, test } from 'vitest';
import { readReadiness } from '../../src/runtime/readiness.ts';
import { databaseTrouble } from '../../src/storage/database-trouble.ts';

test('is ready where no check has a reason, and else tells each, errors included', async () => {
  const explain = (error: unknown): string => databaseTrouble(error)?.text ?? 'see the log';
  expect(await readReadiness({ ticks: () => undefined }, explain)).toEqual({ ready: true, reasons: [] });
  const full = Object.assign(new Error('database or disk is full'), { errcode: 13 });
  const checks = {
    ticks: async () => 'No tick has ended.',
    fine: () => undefined,
    database: async () => {
      throw new Error('not written', { cause: full });
    },
    other: () => {
      throw new Error('secret');
    },
  };
  const { ready, reasons } = await readReadiness(checks, explain);
  expect(ready).toBe(false);
  expect(reasons.map(({ check }) => check)).toEqual(['ticks', 'database', 'other']);
  expect(reasons[1]?.reason).toMatch(/^The disk is full/);
  expect(reasons[2]?.reason).toBe('see the log');
});
