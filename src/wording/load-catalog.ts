import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Catalog } from './catalog.ts';
import { en } from './en/index.ts';
import { argumentsOf, createMessage, type Message } from './message.ts';

/** A language's file, read. */
export interface LoadedCatalog {
  readonly catalog: Catalog;
  /** The head of the file. */
  readonly head: CatalogHead;
  /** Paths of entries that the file does not have: they are in English. */
  readonly missing: readonly string[];
  /** What cannot be used, one sentence each, with its path: it is in English too. */
  readonly problems: readonly string[];
}

export interface CatalogHead {
  /** Discord's locales that this language serves; https://docs.discord.com/developers/reference#locales */
  readonly discord: readonly string[];
  /** Not yet read by somebody whose language it is. */
  readonly draft: boolean;
}

type Words = { readonly [name: string]: unknown };

/**
 * The catalog of one language from its file, in the shape of the English one. What the file lacks or has wrong is said in English and
 * listed; nothing throws for what a translator may do, and an unreadable file is a language in which everything is missing.
 */
export function loadCatalog(file: string | URL): LoadedCatalog {
  const problems: string[] = [];
  const words = read(file, problems);
  const { discord = [], status, ...entries } = words;
  const missing: string[] = [];
  const locale = localeOf(words, problems);
  const catalog = fill(en, entries, { path: '', locale, missing, problems }) as Catalog;
  const head = { discord: Array.isArray(discord) ? discord.map(String) : [], draft: status === 'draft' };
  if (status !== undefined && status !== 'draft')
    problems.push(`status: "${String(status)}" is unknown; use draft, or leave it out`);
  return { catalog: { ...catalog, locale }, head, missing, problems };
}

function read(file: string | URL, problems: string[]): Words {
  try {
    const words: unknown = parse(readFileSync(file, 'utf8'));
    if (isGroup(words)) return words;
    problems.push('the file has no entries');
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  return {};
}

function localeOf({ locale }: Words, problems: string[]): string {
  try {
    return Intl.getCanonicalLocales(String(locale))[0] ?? en.locale;
  } catch {
    problems.push(`locale: "${String(locale)}" is no language tag; write one such as de-DE`);
    return en.locale;
  }
}

interface Filling {
  readonly path: string;
  readonly locale: string;
  readonly missing: string[];
  readonly problems: string[];
}

/** A group of the English catalog in other words. */
function fill(english: Words, words: Words, filling: Filling): Words {
  const pathOf = (name: string): string => (filling.path === '' ? name : `${filling.path}.${name}`);
  for (const name of Object.keys(words))
    if (!Object.hasOwn(english, name)) filling.problems.push(`${pathOf(name)}: there is no such entry`);
  return Object.fromEntries(
    Object.entries(english).map(([name, entry]) => {
      const given = Object.hasOwn(words, name) ? words[name] : undefined;
      return [name, entryIn(entry, given, { ...filling, path: pathOf(name) })];
    }),
  );
}

function entryIn(english: unknown, given: unknown, filling: Filling): unknown {
  const { path, locale, missing, problems } = filling;
  if (isGroup(english)) {
    if (given !== undefined && !isGroup(given)) problems.push(`${path}: this is a group of entries`);
    return fill(english, isGroup(given) ? given : {}, filling);
  }
  if (given === undefined) missing.push(path);
  else if (typeof given !== 'string')
    problems.push(`${path}: write words, in quotation marks where YAML takes them for something else`);
  else return typeof english === 'function' ? translated(english as Message, given, { path, locale }) : given;
  return english;
}

/** Checked when it is first said, so that a start parses nothing; wrong in its braces, it is said in English. */
function translated(english: Message, text: string, { path, locale }: Pick<Filling, 'path' | 'locale'>): Message {
  let say: Message | undefined;
  const write = (...args: readonly never[]): string => {
    if (!say) {
      const problem = messageProblem(english, text);
      if (problem !== undefined) process.emitWarning(`${locale}: ${path}: ${problem}`, 'WordingWarning');
      say = problem === undefined ? createMessage(english.names, text, locale) : english;
    }
    return say(...args);
  };
  return Object.assign(write, { names: english.names, mayLeaveOut: english.mayLeaveOut, text });
}

/** What is wrong with a translated message; undefined where nothing is. */
export function messageProblem(
  { names, mayLeaveOut }: Pick<Message, 'names' | 'mayLeaveOut'>,
  text: string,
): string | undefined {
  const used = argumentsOf(text);
  if (used === undefined) return `no valid MessageFormat: ${text}`;
  const unknown = [...used].filter((name) => !names.includes(name));
  if (unknown.length > 0) return `{${unknown.join('}, {')}} is unknown; there are {${names.join('}, {')}}`;
  const left = names.filter((name) => !used.has(name) && !mayLeaveOut.includes(name));
  return left.length > 0 ? `{${left.join('}, {')}} is not in it` : undefined;
}

function isGroup(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
