import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// What passes on a machine at rest must pass on one with other work: a test that does so only mostly hides what is broken.
test.each([
  ['waits a second at most: use eventually', /\bvi\.wait(?:For|Until)\(/u],
  ['is tried again where it fails: mend what makes it fail', /\bretry: *\d/u],
  ['lets time pass instead of waiting for what happens', /^ *await setTimeout\((?:\d+|\w+Ms)\);\n *expect/mu],
])('no test %s', (_what, pattern) => {
  const own = ['tests/fakes/eventually.ts', 'tests/waiting.test.ts'];
  const files = globSync('tests/**/*.ts').filter((path) => !own.includes(path) && !path.includes('node_modules'));
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((path) => pattern.test(readFileSync(path, 'utf8')))).toEqual([]);
});
