import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addVerbs } from '../../src/cli/define-verbs.ts';
import { parseConfig } from '../../src/config/config.ts';
import { variables } from '../../src/config/environment.ts';
import { emptyFolder, runCli, runProgram } from '../cli/run-cli.ts';
import { type Block, blocksOf, commandsOf, documents, wordsOf } from './read-blocks.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const blocks = documents.flatMap(blocksOf);
const isYaml = ({ language, text }: Block) => language === 'yaml' || (language === 'sh' && /^\w+:\s/u.test(text));
const isShell = (block: Block) => ['sh', 'bash', 'crontab'].includes(block.language) && !isYaml(block);
const commands = blocks.filter(isShell).flatMap((block) =>
  commandsOf(block).map((command) => ({
    at: `${block.file}:${block.line}`,
    command: command.replace(/^(?:[\d*/,-]+\s+){5}/u, ''),
  })),
);
const verbsOf = (words: readonly string[]): readonly string[] | undefined => {
  const isOurs = words[0] === 'npm' && words[1] === 'run' && words.includes('kurzwelle');
  // As `deploy/kurzwelle` on the path.
  const onPath = words.indexOf('kurzwelle');
  const isOnPath = onPath === 0 || (words[0] === 'sudo' && onPath === 3);
  return isOurs ? words.slice(words.indexOf('--') + 1) : isOnPath ? words.slice(onPath + 1) : undefined;
};
const ours = commands.flatMap(({ at, command }) => {
  const verbs = verbsOf(wordsOf(command).filter((word) => !/^[A-Z_]+=/u.test(word)));
  return verbs ? [{ at, command, verbs }] : [];
});

test('there are documents, commands and settings to look at', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'SECURITY.md', 'docs/backup.md', 'docs/slack.md']));
  expect(ours.length).toBeGreaterThan(15);
  expect(blocks.filter(isYaml).length).toBeGreaterThan(1);
});

test('every YAML block is a configuration that loads', () => {
  for (const { file, line, text } of blocks.filter(isYaml)) parseConfig(text, `${file}:${line}`);
});

/** Other programs that documents call; each has to be there for the reader alone. */
const programs = [
  'cat',
  'cd',
  'cp',
  'createdb',
  'createuser',
  'curl',
  'docker',
  'git',
  'mkdir',
  'mv',
  'npx',
  'openssl',
  'pg_dump',
  'pg_restore',
  'psql',
  'sudo',
];

const isAssignment = (word: string) => /^[A-Z_]+=/u.test(word);
const knownVariables: readonly string[] = variables.flatMap(({ name }) => [name, `${name}_FILE`]);

test.each(commands)('$at: $command', ({ command }) => {
  const all = wordsOf(command);
  const words = all.slice(all.findIndex((word) => !isAssignment(word)));
  // Those before the program; what follows it is its own business, but for `export`.
  const assigned = (words[0] === 'export' ? all : all.slice(0, all.length - words.length))
    .filter(isAssignment)
    .map((word) => word.split('=')[0] ?? '');
  const [program = '', first = '', second = ''] = words;
  // What npx runs is of others, and so are its variables.
  if (program !== 'npx') expect(assigned.filter((name) => !knownVariables.includes(name))).toEqual([]);
  if (program === 'export') expect(assigned.length).toBeGreaterThan(0);
  else if (program === 'npm') {
    if (first === 'run') expect(scripts).toHaveProperty([second.startsWith('-') ? (words[3] ?? '') : second]);
    else expect(['ci', 'test', 'start', 'install', 'audit']).toContain(first);
  } else if (program === 'docker') {
    const { services } = parse(readFileSync('compose.yaml', 'utf8'));
    if (words.includes('exec')) expect(services).toHaveProperty([words[words.indexOf('exec') + 1] ?? '']);
  } else if (program === 'node') {
    expect(existsSync(words.find((word) => word.endsWith('.ts')) ?? '')).toBe(true);
  } else {
    expect(programs).toContain(program);
  }
});

const program = new Command('kurzwelle').version('0');
addVerbs(program);

/** The verb with its second word, where it has several; the program itself where it is called with flags alone. */
function commandOf(words: readonly string[], command = program): Command {
  const [word = '', ...rest] = words;
  const found = command.commands.find((verb) => verb.name() === word);
  return found ? commandOf(rest, found) : command;
}

test.each(ours)('$at has verbs and flags that there are: $command', ({ verbs }) => {
  const command = commandOf(verbs);
  const [verb = ''] = verbs;
  if (verb !== '' && !verb.startsWith('-')) expect(command).not.toBe(program);
  const flags = ['--help', ...command.options.map(({ long }) => long)];
  for (const flag of verbs.filter((word) => /^--\w/u.test(word))) expect(flags).toContain(flag.split('=')[0]);
});

describe('the commands of a reader who goes through the documents, in a folder of theirs', { shuffle: false }, () => {
  const cwd = emptyFolder();
  const run = (verbs: readonly string[]) => {
    const options = { cwd, env: { KURZWELLE_PORT: '0' } };
    return readsInput.test(verbs.join(' '))
      ? runProgram(verbs, { ...options, input: 'a password\n' })
      : runCli(verbs, options);
  };

  beforeAll(() => {
    writeFileSync(join(cwd, 'article.html'), page);
    writeFileSync(join(cwd, 'feeds.opml'), opml);
    writeFileSync(
      join(cwd, 'notes.txt'),
      'Bridge opens\n\nThe mayor of Sarwana opened the new bridge on Monday. It is 300 meters long.\n',
    );
  });

  /** What is asked there and what needs other machines: the rest of such a command is checked above. */
  const instead: Readonly<Record<string, readonly string[]>> = { init: ['--yes'], doctor: ['--offline'] };
  const notHere = /^(?:register|rehearse|serve|demo|chat)\b|https?:\/\/(?!news\.example)|\$|pg_/u;
  const readsInput = /^(?:hash-password|batch)\b/u;
  /** These look for what an archive that is empty does not hold, and say so. */
  const finds = /^(?:actors show|import|recall)\b/u;

  // One after the other: what one leaves, the next finds.
  test.each<{ readonly at: string; readonly verbs: readonly string[] }>([
    { at: 'before the first backup', verbs: ['forget', 'user', 'local', 'nobody'] },
    // Those of docs/backup.md run in operating.test.ts.
    ...ours.filter(({ at, verbs }) => !at.startsWith('docs/backup.md') && !notHere.test(verbs.join(' '))),
  ])('$at: $verbs', async ({ verbs }) => {
    const done = await run([...verbs, ...(instead[verbs[0] ?? ''] ?? [])]);
    expect(done.err).not.toMatch(/^\s+at |unknown option|error:/mu);
    if (!finds.test(verbs.join(' '))) expect(done.code, done.err || done.out).toBe(0);
    else if (done.code !== 0)
      expect(done.err).toMatch(/^(?:There is no actor|Cannot read|There is no archive|"dw:\d+" is not in)/u);
    if (verbs[0] === 'export') writeFileSync(join(cwd, 'subscriptions.yaml'), done.out);
  });
});

const opml =
  '<opml version="2.0"><body><outline type="rss" text="Sarwana Post" xmlUrl="https://paper.example/rss.xml"/></body></opml>';

const page = `<!doctype html><html lang="en"><head><title>Flood in Sarwana</title></head><body><article><h1>Flood in Sarwana</h1>
<p>A flood has damaged forty houses in the district of Sarwana, the disaster agency said on Monday.</p>
<p>Nobody was hurt. Boats brought two hundred people to a school on higher ground.</p></article></body></html>`;

test('what documents link to, and the files that they name, are there', () => {
  const missing = documents.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]+)[^)]*\)/gu)].map(([, path = '']) =>
      join(dirname(file), path),
    );
    const named = [...text.matchAll(/`((?:src|docs|tests|config|commands|bench|deploy)\/[\w./-]+\.\w+)`/gu)].map(
      ([, path = '']) => path,
    );
    return [...links, ...named].filter((path) => !existsSync(path)).map((path) => `${file}: ${path}`);
  });
  expect(missing).toEqual([]);
});
