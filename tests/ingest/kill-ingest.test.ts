import { expect, test } from 'vitest';
import { runKills } from '../../bench/lib/run-kills.ts';

test('after kill -9 at random moments nothing is lost and nothing is there twice', async () => {
  const { findings, published, deliveriesSent } = await runKills({ kills: 8, seed: 'small kill' });
  const { lost, unseen, wrong, betweenPolls, archived } = published;
  expect(findings).toEqual([]);
  expect({ lost, unseen, wrong, betweenPolls }).toEqual({ lost: [], unseen: [], wrong: [], betweenPolls: 0 });
  expect(archived).toBeGreaterThan(80);
  expect(deliveriesSent).toBeGreaterThan(0);
});
