import { expect, test } from 'vitest';
import { pathSections } from '../../src/articles/topics.ts';

test.each([
  ['https://www.dw.com/en/asia/s-12758', ['asia']],
  ['https://www.dw.com/en/middle-east/a-62512345', ['middle east']],
  ['https://www.dw.com/id/bencana/a-1', ['bencana']],
  ['https://www.dw.com/tr/k%C3%BClt%C3%BCr/a-1', ['kültür']],
  ['https://news.example/world/asia/2026/10/04/flood', ['world', 'asia']],
  ['https://news.example/flood.html', []],
  ['https://news.example/%E0%A4%A/x', []],
  ['no address', []],
])('%s: %j', (address, sections) => {
  expect(pathSections(address)).toEqual(sections);
});
