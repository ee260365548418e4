import { chmodSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { type VariableName, variable } from '../../config/environment.ts';
import { languageName } from '../../text/languages.ts';
import { type Choices, secretsOf } from './choices.ts';

/** The configuration file: what was chosen, with everything else left at its default. `schema` is where editors find the JSON schema. */
export function renderConfiguration(
  { chats, page, languages, zone, contact, model }: Choices,
  { feeds, schema }: { readonly feeds: readonly string[]; readonly schema: string },
): string {
  const document = parseDocument('{}');
  const settings = {
    feeds: { use: feeds },
    ...(contact && { contact }),
    ...(chats.length > 0 && { server: { page } }),
    briefings: { zone },
    ...(model && { model: { provider: 'openai-compatible', ...model } }),
  };
  document.contents = document.createNode(settings) as never;
  document.commentBefore = [
    ` yaml-language-server: $schema=${schema}`,
    ' Settings left out have their defaults; docs/configuration.md lists all settings.',
    ` Feeds in ${languages.map(languageName).join(', ')}; ids are those of config/feeds.yaml.`,
  ].join('\n');
  return document.toString({ lineWidth: 120 });
}

const headline = '# Secrets for Kurzwelle, read at start. Keep this file private: mode 600, never in git.';

/**
 * The text of .env: what is there is kept, a new secret takes the place of its line or of the comment that waits for it, one that is still
 * missing becomes such a comment.
 */
export function renderEnvironment({ chats, secrets }: Choices, present: string): string {
  const before = present.trim() === '' ? headline : present.trimEnd();
  const text = chats
    .flatMap((chat) => secretsOf[chat])
    .reduce((lines, name) => withSecret(lines, name, secrets[name]), before);
  return `${text}\n`;
}

function withSecret(text: string, name: VariableName, value: string | undefined): string {
  const place = new RegExp(`^[ \\t]*(?:#[ \\t]*)?(?:export[ \\t]+)?${name}[ \\t]*=.*$`, 'mu');
  const line = value === undefined ? `# ${name}=` : `${name}=${value}`;
  if (!place.test(text)) return `${text}\n# ${variable(name).what}\n${line}`;
  // A function: a value may hold what `replace` would take for a pattern.
  return value === undefined ? text : text.replace(place, () => line);
}

/** A file to write, with its rights. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
  /** Permissions, where others must not read it. */
  readonly mode?: number;
}

/** What became of a file. */
export interface WrittenFile {
  readonly path: string;
  readonly state: 'written' | 'replaced' | 'unchanged' | 'kept';
}

/** The effect of writing a file on an existing one. */
export function changeOf({ path, text }: NewFile): 'new' | 'same' | 'different' {
  if (!existsSync(path)) return 'new';
  return readFileSync(path, 'utf8') === text ? 'same' : 'different';
}

/** Writes whole or not at all: beside it first, then in its place. What is there keeps its permissions unless others are given. */
export function writeWhole(file: NewFile): WrittenFile {
  const change = changeOf(file);
  const { path, text, mode } = file;
  if (change !== 'same') {
    const kept = mode ?? (change === 'new' ? 0o644 : statSync(path).mode & 0o777);
    writeFileSync(`${path}.new`, text, { mode: kept });
    chmodSync(`${path}.new`, kept);
    renameSync(`${path}.new`, path);
  }
  // An older file of the same words may be open to others.
  if (mode !== undefined) chmodSync(path, mode);
  return { path, state: change === 'new' ? 'written' : change === 'same' ? 'unchanged' : 'replaced' };
}
