import { expect, it, test } from 'vitest';
import { createSealer } from '../../src/runtime/sealer.ts';

const one = Buffer.alloc(32, 1).toString('base64');
const two = Buffer.alloc(32, 2).toString('hex');

it('opens what it sealed, and seals the same text never alike', () => {
  const sealer = createSealer(one);
  const sealed = sealer.seal('a secret', 'T1');
  expect(sealer.open(sealed, 'T1')).toBe('a secret');
  expect(sealed).not.toContain('secret');
  expect(sealer.seal('a secret', 'T1')).not.toBe(sealed);
});

it('opens with an older key what was sealed before the key was changed, and knows it for old', () => {
  const sealed = createSealer(one).seal('a secret', 'T1');
  const rotated = createSealer(`${two}, ${one}`);
  expect(rotated.open(sealed, 'T1')).toBe('a secret');
  expect(rotated.isCurrent(sealed)).toBe(false);
  expect(rotated.isCurrent(rotated.seal('a secret', 'T1'))).toBe(true);
});

it('names the key that is missing', () => {
  const sealed = createSealer(one).seal('a secret', 'T1');
  expect(() => createSealer(two).open(sealed, 'T1')).toThrow(
    expect.objectContaining({ name: 'SealError', keyId: sealed.split('.')[0] }),
  );
});

test.each([
  ['moved to another row', (sealed: string) => sealed, 'T2'],
  ['cut', (sealed: string) => sealed.slice(0, -4), 'T1'],
  ['emptied', (sealed: string) => `${sealed.split('.')[0]}.`, 'T1'],
  ['changed', (sealed: string) => sealed.replace(/\.(.)/u, (_all, first) => (first === 'A' ? '.B' : '.A')), 'T1'],
])('does not open what was %s', (_name, change, place) => {
  const sealer = createSealer(one);
  const changed = change(sealer.seal('a secret', 'T1'));
  expect(() => sealer.open(changed, place)).toThrow(expect.objectContaining({ name: 'SealError' }));
});

test.each(['', 'short', `${one},`, Buffer.alloc(31).toString('base64')])(
  'takes no key that is not 32 bytes: "%s"',
  (text) => expect(() => createSealer(text)).toThrow(RangeError),
);

it('derives keys that differ by purpose', () => {
  const sealer = createSealer(one);
  expect(sealer.derive('a')).not.toEqual(sealer.derive('b'));
  expect(sealer.derive('a')).toEqual(createSealer(one).derive('a'));
});
