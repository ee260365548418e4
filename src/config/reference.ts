import { z } from 'zod';
import { variables } from './environment.ts';
import { fileSchema } from './schema.ts';

/** The part of JSON Schema that describes our configuration. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The configuration file as a JSON Schema, for editors. loadConfig checks what a schema cannot express. */
export function configurationSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(fileSchema, { io: 'input' });
  return { $schema, title: 'Configuration of Kurzwelle', ...(withoutEmptyDefaults(schema) as object) };
}

/** Removes `default: {}` from optional sections, since an editor would insert an empty section for it. */
function withoutEmptyDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyDefaults);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, inner]) => key !== 'default' || !isEmptyMap(inner));
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutEmptyDefaults(inner)]));
}

function isEmptyMap(value: unknown): boolean {
  return JSON.stringify(value) === '{}';
}

/** docs/configuration.md: every setting and every variable, with its type and default. */
export function configurationReference(): string {
  const { properties = {} } = configurationSchema() as Schema;
  const plain = Object.entries(properties).filter(([, schema]) => schema.type !== 'object');
  const sections = Object.entries(properties).filter(([, schema]) => schema.type === 'object');
  return [
    '# Configuration',
    '',
    'Generated from `src/config/` by `npm run generate`. Edit the descriptions there.',
    '',
    'Settings go into `kurzwelle.yaml`, or the file that `KURZWELLE_CONFIG` names. All are optional. `npm run kurzwelle -- doctor` reports all mistakes',
    'with their line numbers. To get completion and checks in an editor, put this on the first line of the file:',
    '`# yaml-language-server: $schema=config/kurzwelle.schema.json`. `npm run kurzwelle -- config` prints the settings in effect.',
    '',
    ...table(plain.flatMap(([name, schema]) => rows(name, schema))),
    ...sections.flatMap(([name, schema]) => [
      `## ${name}`,
      '',
      ...(schema.description ? [schema.description, ''] : []),
      ...table(rows(name, schema)),
    ]),
    ...environment(),
  ].join('\n');
}

function environment(): readonly string[] {
  const lines = variables.map(({ name, what, isSecret }) => `| \`${name}\` | ${what} | ${isSecret ? 'yes' : ''} |`);
  return [
    '## Environment',
    '',
    'Secrets come only from the environment or, like container secrets, from the file that `<name>_FILE` names. Every command reads `.env` in the',
    'current folder; variables that are already set take precedence.',
    '',
    '| variable | what it does | secret |',
    '|---|---|---|',
    ...lines,
    '',
  ];
}

interface Row {
  readonly path: string;
  readonly schema: Schema;
}

function rows(path: string, schema: Schema): readonly Row[] {
  if (schema.properties) {
    const below = Object.entries(schema.properties).flatMap(([name, each]) => rows(`${path}.${name}`, each));
    // The description of a section goes below its heading.
    return path.includes('.') ? [{ path, schema }, ...below] : below;
  }
  const inner = schema.items?.properties;
  if (!inner) return [{ path, schema }];
  return [{ path, schema }, ...Object.entries(inner).flatMap(([name, each]) => rows(`${path}[].${name}`, each))];
}

function table(list: readonly Row[]): readonly string[] {
  const lines = list.map(
    ({ path, schema }) =>
      `| \`${path}\` | ${escaped(schema.description ?? '')} | ${escaped(values(schema))} | ${escaped(defaultOf(schema))} |`,
  );
  return ['| setting | what it does | takes | default |', '|---|---|---|---|', ...lines, ''];
}

function values({ type, anyOf, minimum, maximum, items, properties, ...schema }: Schema): string {
  if (schema.const !== undefined) return schema.const === '' ? 'nothing' : `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (anyOf) return anyOf.map(values).join(' or ');
  if (items) return items.properties ? 'list, each with' : 'list';
  if (properties) return 'map, as below';
  if (type !== 'number' && type !== 'integer') return type === 'boolean' ? '`true`, `false`' : 'text';
  const bounds = minimum !== undefined && maximum !== undefined ? `, ${minimum} to ${maximum}` : '';
  return `${type === 'integer' ? 'whole number' : 'number'}${bounds}`;
}

function defaultOf({ default: value }: Schema): string {
  if (value === undefined) return '';
  if (value === '') return '(empty)';
  return Array.isArray(value) ? `\`[${value.join(', ')}]\`` : `\`${value}\``;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}
