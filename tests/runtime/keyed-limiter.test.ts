import { expect, test } from 'vitest';
import { createKeyedLimiter } from '../../src/runtime/keyed-limiter.ts';

test('work of one key goes one after the other, in the order of the calls; other keys do not wait', async () => {
  const limiter = createKeyedLimiter(1);
  const gate = Promise.withResolvers<void>();
  const seen: string[] = [];
  const first = limiter('a', async () => {
    await gate.promise;
    seen.push('first');
  });
  const second = limiter('a', async () => void seen.push('second'));
  await limiter('b', async () => void seen.push('other'));
  gate.resolve();
  await Promise.all([first, second]);
  expect(seen).toEqual(['other', 'first', 'second']);
});

test('what waits is given up at once when its signal aborts, and frees its place', async () => {
  const limiter = createKeyedLimiter(1);
  const gate = Promise.withResolvers<void>();
  const first = limiter('a', () => gate.promise);
  const stop = new AbortController();
  const waiting = limiter('a', async () => 'never', stop.signal);
  const third = limiter('a', async () => 'third');
  const refused = expect(waiting).rejects.toThrow('enough');
  stop.abort(new Error('enough'));
  await refused;
  gate.resolve();
  await first;
  expect(await third).toBe('third');
});

test('work that fails fails its caller alone', async () => {
  const limiter = createKeyedLimiter(1);
  const failing = expect(limiter('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await limiter('a', async () => 1)).toBe(1);
  await failing;
});
