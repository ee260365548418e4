import { expect, test } from 'vitest';
import type { Span } from '../../src/chat/message.ts';
import { words, wordsAround } from '../../src/chat/write.ts';
import { createMessage } from '../../src/wording/message.ts';

const day = (at: string): Span => ({ kind: 'time', at, zone: 'UTC', precision: 'day' });

test('a language decides where the spans of a sentence stand', () => {
  const [from, to] = [day('2026-05-01T00:00:00Z'), day('2026-05-02T00:00:00Z')];
  const turned = createMessage<[string, string]>(['from', 'to'], 'bis {to}, ab {from}', 'de');
  expect(wordsAround([from, to], (one = '', other = '') => turned(one, other))).toEqual([
    words('bis '),
    to,
    words(', ab '),
    from,
  ]);
});

test('what people wrote cannot bring a span of its own', () => {
  expect(wordsAround([words('a')], (one = '') => `x\uFDD5${one}`)).toEqual([words('x'), words('a')]);
});
