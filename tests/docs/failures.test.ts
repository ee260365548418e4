import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const rows = readFileSync('docs/failures.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what fails'));

test('at least 25 failures are listed', () => {
  expect(rows.length).toBeGreaterThan(25);
});

test.each(rows)('%s', (row) => {
  const [, path = '', name] = /\]\(\.\.\/(tests\/[\w./-]+)\)(?: `([^`]+)`)? \|$/.exec(row) ?? [];
  expect(existsSync(path), `${path} is there`).toBe(true);
  if (name) expect(readFileSync(path, 'utf8')).toContain(name);
});
