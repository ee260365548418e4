import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { findLiterals } from './patterns/find-patterns.ts';

/** The pipeline in its order: a step imports earlier steps only. */
const pipeline = [
  'feeds',
  'articles',
  'reading',
  'actors',
  'stories',
  'briefings',
  'answers',
  'subscriptions',
  'deliveries',
];
/** What every step may use: pure functions over text, our own words, giving way to others, and the error people see. */
const free = ['src/text/', 'src/wording/', 'src/runtime/yield-to-event-loop.ts', 'src/user-error.ts'];
/** Reach the steps as arguments, so these are imported for their types only; an error class may be recognized. */
const outside = ['src/runtime/', 'src/storage/', 'src/chat/'];
/** Packages with one home. */
const homes: Readonly<Record<string, RegExp>> = {
  'discord.js': /^src\/chat\/discord\//,
  '@discordjs': /^src\/chat\/discord\//,
  '@slack/bolt': /^src\/chat\/slack\//,
  '@slack/oauth': /^src\/chat\/slack\//,
  'node-cron': /^src\/runtime\/cron\.ts$/,
  'openid-client': /^src\/chat\/local\/open-id-access\.ts$/,
  'rss-parser': /^src\/feeds\/rss-parser\.ts$/,
  piscina: /^src\/ingest\/document-parser\.ts$/,
  'node:sqlite': /^src\/storage\/sqlite\//,
  pg: /^src\/storage\/postgres\//,
  'pg-boss': /^src\/jobs\//,
  kysely: /^src\/storage\//,
  hono: /^src\/chat\/local\//,
  ai: /^src\/models\//,
  '@ai-sdk': /^src\/models\//,
  'onnxruntime-common': /^src\/models\/reader-worker\.ts$/,
  '@huggingface/tokenizers': /^src\/models\/(reader-worker|answer-spans)\.ts$/,
  commander: /^src\/cli\/(index|define-verbs)\.ts$/,
};

interface Import {
  readonly file: string;
  /** A package, or a path from the project's root. */
  readonly target: string;
  readonly isType: boolean;
}

const longestFile = 400;
const smallestFile = 40;
/** So many files of at most 40 lines have a single importer, in the same folder. Lower it when you merge some; it must not grow. */
const smallFilesLeft = 2;

const files = globSync(['src/**/*.{ts,js}', 'commands/**/*.ts'])
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.endsWith('.d.ts'));
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const imports = files.flatMap(importsOf);

/** What a file imports or exports from elsewhere, as a parser reads it: `import`, `export ... from`, and `import()` of a literal. */
function importsOf(file: string): Import[] {
  const text = texts.get(file) ?? '';
  const { module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const fixed = module.staticImports.map(({ moduleRequest, entries }) => ({
    name: moduleRequest.value,
    isType: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  const exported = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ name: moduleRequest.value, isType }] : []));
  const dynamic = module.dynamicImports
    .map(({ moduleRequest }) => /^['"](.*)['"]$/s.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1])
    .flatMap((name) => (name === undefined ? [] : [{ name, isType: false }]));
  return [...fixed, ...exported, ...dynamic].map(({ name, isType }) => ({
    file,
    target: name.startsWith('.') ? normalize(join(dirname(file), name)) : name,
    isType,
  }));
}

function linesOf(file: string): number {
  return (texts.get(file) ?? '').split('\n').length - 1;
}

/** Groups of files that reach each other by imports, types included (Tarjan's strongly connected components). */
function findCircles(): readonly (readonly string[])[] {
  const targets = Map.groupBy(imports, ({ file }) => file);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  function visit(file: string): void {
    order.set(file, order.size);
    lowest.set(file, order.size - 1);
    open.push(file);
    for (const { target } of targets.get(file) ?? []) {
      if (!texts.has(target)) continue;
      if (!order.has(target)) visit(target);
      if (open.includes(target))
        lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(target) ?? 0, order.get(target) ?? 0));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file));
    if (circle.length > 1) circles.push(circle.toSorted());
  }
  for (const file of files) if (!order.has(file)) visit(file);
  return circles;
}

function stepOf(path: string): number {
  return pipeline.indexOf(/^src\/([^/]+)\//.exec(path)?.[1] ?? '');
}

test('the rules look at real files and imports', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(imports.filter(({ target }) => stepOf(target) >= 0).length).toBeGreaterThan(100);
});

test('a step of the pipeline imports earlier steps only', () => {
  const wrong = imports.filter(({ file, target, isType }) => {
    if (stepOf(file) < 0 || !/^(src|commands)\//.test(target)) return false;
    if (free.some((path) => target.startsWith(path))) return false;
    if (outside.some((path) => target.startsWith(path))) return !isType && !target.endsWith('-error.ts');
    return stepOf(target) < 0 || stepOf(target) > stepOf(file);
  });
  expect(wrong).toEqual([]);
});

test('the parser tells types from values, whatever the form of the import', () => {
  const kindOf = (file: string, target: string) =>
    imports.find((one) => one.file === file && one.target === target)?.isType;
  expect(kindOf('src/chat/chat.ts', 'src/chat/message.ts')).toBe(true);
  expect(kindOf('src/chat/chat.ts', 'src/chat/chat-error.ts')).toBe(false);
  expect(imports.some(({ file, target }) => file.startsWith('src/models/') && target === '@ai-sdk/google')).toBe(true);
});

test('no files import each other in a circle, not even for types', () => {
  expect(findCircles()).toEqual([]);
});

test(`no file has more than ${longestFile} lines`, () => {
  expect(files.filter((file) => linesOf(file) > longestFile)).toEqual([]);
});

test(`no more files of at most ${smallestFile} lines with one importer beside them; merge yours into it`, () => {
  const importers = Map.groupBy(imports, ({ target }) => target);
  const small = files.filter((file) => {
    const [importer, ...others] = new Set(importers.get(file)?.map((one) => one.file));
    const isAlone = importer !== undefined && others.length === 0 && dirname(importer) === dirname(file);
    return file.startsWith('src/') && isAlone && linesOf(file) <= smallestFile;
  });
  expect(small.length, small.join('\n')).toBeLessThanOrEqual(smallFilesLeft);
});

test('text, runtime and storage know no step but by its types', () => {
  const wrong = imports.filter(({ file, target, isType }) => {
    const folder = /^src\/(text|runtime|storage)\//.exec(file)?.[1];
    return (
      folder !== undefined &&
      !isType &&
      (stepOf(target) >= 0 || target.startsWith('commands/') || target.startsWith('src/cli/'))
    );
  });
  expect(wrong).toEqual([]);
});

test('only services/, lifecycle/, main.ts and cli/ put steps and storage together', () => {
  const wrong = imports.filter(
    ({ file, target, isType }) =>
      !/^src\/(services\/|lifecycle\/|main\.ts|cli\/|storage\/)/.test(file) &&
      target.startsWith('src/storage/') &&
      !isType,
  );
  expect(wrong).toEqual([]);
});

test('nothing but cli/ imports main.ts or cli/, and nothing but these and commands/ the services for use', () => {
  const allowed: Readonly<Record<string, RegExp>> = {
    'src/main.ts': /^src\/cli\//,
    'src/lifecycle/': /^src\/(?:lifecycle\/|cli\/|main\.ts)/,
    'src/cli/': /^src\/cli\//,
    'src/services/': /^(?:commands\/|src\/(?:services\/|lifecycle\/|cli\/|main\.ts))/,
  };
  const wrong = imports.filter(({ file, target, isType }) =>
    Object.entries(allowed).some(
      ([path, importers]) => target.startsWith(path) && !importers.test(file) && !(isType && path === 'src/services/'),
    ),
  );
  expect(wrong).toEqual([]);
});

test('commands never see a chat adapter', () => {
  const wrong = imports.filter(
    ({ file, target }) => file.startsWith('commands/') && /^src\/chat\/(local|discord|slack)\//.test(target),
  );
  expect(wrong).toEqual([]);
});

test('a package with one home stays there', () => {
  const wrong = imports.filter(({ file, target }) => {
    const home = Object.entries(homes).find(([name]) => target === name || target.startsWith(`${name}/`))?.[1];
    return home !== undefined && !home.test(file);
  });
  expect(wrong).toEqual([]);
});

/** Folders that match raw text by rules; the others ask them, and keep their words as data. */
const readsText = /^src\/(?:reading|text|articles|feeds)\//;
/** Words that a pattern may list before they are a list that belongs into data. */
const mostWords = 4;
/** So many patterns elsewhere still list more. Lower a number when you move some; it must not grow. */
const wordListsLeft: Readonly<Record<string, number>> = {
  'src/actors': 1,
  'src/answers': 31,
  'src/briefings': 13,
  'src/cli': 1,
  'src/intents': 4,
  'src/runtime': 3,
  'src/stories': 14,
  'src/subscriptions': 6,
  'src/wording': 1,
};

test('patterns that list words stand where text is read', () => {
  const isList = ({ source }: { readonly source: string }) =>
    (source.match(/\p{L}{2,}\)?\|/gu)?.length ?? 0) > mostWords;
  const lists = findLiterals('.').filter((one) => !readsText.test(one.place) && isList(one));
  const counts = Map.groupBy(lists, ({ place }) =>
    place
      .split('/')
      .slice(0, place.startsWith('src/') ? 2 : 1)
      .join('/'),
  );
  const grown = [...counts].filter(([folder, found]) => found.length > (wordListsLeft[folder] ?? 0));
  expect(grown.map(([folder, found]) => [folder, found.length, found.at(-1)?.place])).toEqual([]);
});
