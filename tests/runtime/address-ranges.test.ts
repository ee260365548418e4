import { expect, test } from 'vitest';
import { addressRanges, isAddressRange, isLoopback } from '../../src/runtime/address-ranges.ts';

test.each([
  ['127.0.0.1', '127.0.0.1', true],
  ['127.0.0.1', '::ffff:127.0.0.1', true],
  ['127.0.0.1', '127.0.0.2', false],
  ['10.0.0.0/8', '10.255.1.2', true],
  ['10.0.0.0/8', '11.0.0.1', false],
  ['10.0.0.0/8', 'fd00::1', false],
  ['fd00::/8', 'fd12::1', true],
  ['0.0.0.0/0', 'no address', false],
])('%s includes %s: %s', (range, address, included) => {
  expect(addressRanges([range]).includes(address)).toBe(included);
});

test.each([
  ['192.168.1.1', true],
  ['192.168.0.0/16', true],
  ['::1', true],
  ['fd00::/8', true],
  ['192.168.0.0/33', false],
  ['10', false],
  ['news.example', false],
  ['', false],
])('"%s" is an address or a range: %s', (text, isOne) => {
  expect(isAddressRange(text)).toBe(isOne);
});

test.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.5', false],
  ['news.example', false],
])('a server on %s is reached from its machine alone: %s', (host, isIt) => {
  expect(isLoopback(host)).toBe(isIt);
});
