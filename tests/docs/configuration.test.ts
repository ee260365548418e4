import { globSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { variables } from '../../src/config/environment.ts';
import { configurationReference, configurationSchema } from '../../src/config/reference.ts';

const generate = 'is not as the code has it; run: npm run generate';

test('the reference and the schema are those of the code', () => {
  expect(readFileSync('docs/configuration.md', 'utf8'), `docs/configuration.md ${generate}`).toBe(
    configurationReference(),
  );
  const schema = JSON.parse(readFileSync('config/kurzwelle.schema.json', 'utf8'));
  expect(schema, `config/kurzwelle.schema.json ${generate}`).toEqual(configurationSchema());
});

test('every setting has a description', () => {
  const undescribed = configurationReference()
    .split('\n')
    .filter((line) => /^\| `[^`]+` \| {2}\|/u.test(line));
  expect(undescribed).toEqual([]);
});

test('an editor that has the schema takes the example, and marks what is wrong', () => {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  const accepts = ajv.compile(configurationSchema());
  expect(accepts(parse(readFileSync('config/kurzwelle.example.yaml', 'utf8')))).toBe(true);
  for (const wrong of [{ colour: 'red' }, { feeds: { everyMinutes: 1 } }, { log: { level: 'loud' } }])
    expect(accepts(wrong)).toBe(false);
});

/** Read by libraries or the system, or by tests and children of our own alone. */
const others = ['NO_COLOR', 'KURZWELLE_EXAMINED', 'TEST_DATABASE_URL'];

test('the list of variables is what the code reads', () => {
  const text = globSync(['src/**/*.ts', 'commands/**/*.ts'])
    .filter((file) => !file.endsWith('environment.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const read = [...text.matchAll(/(?:\benv\.|(?:readSecret|secret)\(\s*')([A-Z][A-Z_]+)\b/gu)].map(
    ([, name = '']) => name,
  );
  const mentioned = [...text.matchAll(/'((?:KURZWELLE|SLACK|DISCORD)_[A-Z_]+)'/gu)].map(([, name = '']) => name);
  const names: readonly string[] = variables.map(({ name }) => name);
  expect(read.length).toBeGreaterThan(8);
  const unlisted = [...new Set([...read, ...mentioned])].filter(
    (name) => !names.includes(name.replace(/_FILE$/u, '')) && !others.includes(name),
  );
  expect(unlisted, 'list them in src/config/environment.ts').toEqual([]);
  expect(names.filter((name) => !text.includes(name))).toEqual([]);
});
