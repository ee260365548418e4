import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { createProgress } from '../../src/cli/terminal-output.ts';

function output(isTTY: boolean) {
  const out = Object.assign(new PassThrough(), { isTTY, columns: 80, rows: 24 });
  let text = '';
  out.on('data', (chunk) => {
    text += chunk;
  });
  return { out, text: () => stripVTControlCharacters(text) };
}

test('without a terminal there is a line every five seconds, and none for what is soon over', () => {
  const { out, text } = output(false);
  let nowMs = 0;
  const progress = createProgress({ title: 'Copying', total: 1, out, nowMs: () => nowMs });
  for (const [at, share] of [
    [1_000, 0.1],
    [5_000, 0.25],
    [9_000, 0.4],
    [10_000, 0.5],
  ] as const) {
    nowMs = at;
    progress.at(share, 'articles');
  }
  progress.end();
  expect(text()).toBe('Copying: 25 %, articles\nCopying: 50 %, articles\n');
});

test('where the whole is not known, what is done is counted', () => {
  const { out, text } = output(false);
  let nowMs = 0;
  const progress = createProgress({ title: 'Importing', out, nowMs: () => nowMs });
  nowMs = 6_000;
  progress.at(1_234);
  expect(text()).toBe('Importing: 1234\n');
});

test('a terminal gets a bar', () => {
  const { out, text } = output(true);
  const progress = createProgress({ title: 'Copying', total: 1, out });
  progress.at(0.5);
  progress.at(1);
  progress.end();
  expect(text()).toContain('Copying');
});

test('quiet says nothing', () => {
  const { out, text } = output(true);
  const progress = createProgress({ title: 'Copying', total: 1, out, isQuiet: true });
  progress.at(1);
  progress.end();
  expect(text()).toBe('');
});
