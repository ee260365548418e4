import { parseDocument } from 'yaml';
import { type VariableName, variable } from '../../config/environment.ts';
import { languageName } from '../../text/languages.ts';
import { type Choices, secretsOf } from './choices.ts';

/** The configuration file: what was chosen, with everything else left at its default. `schema` is where editors find the JSON schema. */
export function renderConfiguration(
  { languages, zone, contact }: Choices,
  { feeds, schema }: { readonly feeds: readonly string[]; readonly schema: string },
): string {
  const document = parseDocument('{}');
  const settings = { feeds: { use: feeds }, ...(contact && { contact }), briefings: { zone } };
  document.contents = document.createNode(settings) as never;
  document.commentBefore = [
    ` yaml-language-server: $schema=${schema}`,
    ' Settings that are not here have their defaults: docs/configuration.md has all of them.',
    ` Feeds in ${languages.map(languageName).join(', ')}, by their ids in config/feeds.yaml.`,
  ].join('\n');
  return document.toString({ lineWidth: 120 });
}

const headline = '# Secrets of Kurzwelle, read at its start. Keep this file to yourself: mode 600, never in git.';

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
