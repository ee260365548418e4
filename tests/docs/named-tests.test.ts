import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Documents whose tables name the test that shows each row: its file as a link, a part of its name after it. */
const documents = [
  { document: 'docs/failures.md', least: 25 },
  { document: 'tests/chat/README.md', least: 50 },
];

describe.each(documents)('in $document', ({ document, least }) => {
  const rows = readFileSync(document, 'utf8')
    .split('\n')
    .filter((line, index, lines) => line.startsWith('| ') && !lines[index + 1]?.startsWith('|---'));

  test(`more than ${least} rows are listed`, () => {
    expect(rows.length).toBeGreaterThan(least);
  });

  test.each(rows)('%s', (row) => {
    const [, link = '', name] = /\]\(([\w./-]+\.test\.ts)\)(?: `([^`]+)`)? \|$/.exec(row) ?? [];
    const path = join(dirname(document), link);
    expect(existsSync(path) && link !== '', `${path} is there`).toBe(true);
    if (name) expect(readFileSync(path, 'utf8')).toContain(name);
  });
});
