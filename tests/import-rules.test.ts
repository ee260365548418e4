import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** The pipeline in its order: a step imports earlier steps only. */
const pipeline = ['feeds', 'articles', 'actors', 'stories', 'briefings', 'answers', 'subscriptions', 'deliveries'];
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
  'rss-parser': /^src\/feeds\/rss-parser\.ts$/,
  piscina: /^src\/ingest\/document-parser\.ts$/,
  'node:sqlite': /^src\/storage\/sqlite\//,
  pg: /^src\/storage\/postgres\//,
  'pg-boss': /^src\/jobs\//,
  kysely: /^src\/storage\//,
  hono: /^src\/chat\/local\//,
  ai: /^src\/models\//,
  '@ai-sdk': /^src\/models\//,
  commander: /^src\/cli\/(index|define-verbs)\.ts$/,
};

interface Import {
  readonly file: string;
  /** A package, or a path from the project's root. */
  readonly target: string;
  readonly isType: boolean;
}

const files = globSync(['src/**/*.ts', 'commands/**/*.ts']).map((file) => file.replaceAll('\\', '/'));
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const pattern =
    /^\s*(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm;
  return [...text.matchAll(pattern)].map(([, type, names = '', from, dynamic, bare]) => {
    const target = from ?? dynamic ?? bare ?? '';
    return {
      file,
      target: target.startsWith('.') ? normalize(join(dirname(file), target)) : target,
      isType: type !== undefined || onlyTypes(names),
    };
  });
}

function onlyTypes(names: string): boolean {
  const inner = /^\{(.*)\}$/s.exec(names.trim())?.[1];
  return inner?.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')) ?? false;
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
