import { expect, test } from 'vitest';
import { takeKeys } from '../../src/intents/typed-keys.ts';

const when = { now: Temporal.Instant.from('2026-05-06T08:00:00Z'), zone: 'Europe/Berlin' };

test('takes out keys with a value that can be read, and leaves every other word with a colon', () => {
  expect(takeKeys('asia length:short, constructor:x note:this length:endless', when)).toEqual({
    text: 'asia constructor:x note:this length:endless',
    slots: { length: 'short' },
    without: [],
  });
});
