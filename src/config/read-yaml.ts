import { isMap, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { nearest } from '../text/similar-words.ts';

/** Names a place in the file: `line 7: feeds.use.2`. */
export type Place = (path: readonly PropertyKey[]) => string;

/** The value of a file, with the line of each part, or every problem with its line. */
export type YamlReading<Value> =
  | { readonly kind: 'read'; readonly value: Value; readonly place: Place }
  /** Every problem, each with its line, in their order. */
  | {
      readonly kind: 'wrong';
      readonly problems: readonly string[];
      /** The content, unless it is not YAML, for checks that don't need a valid whole. */
      readonly raw?: { readonly value: unknown; readonly place: Place };
    };

/** Reads YAML by a schema; an empty text is an empty map. `unknownKey` says what to do about a key that there is not. */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  unknownKey: string,
): YamlReading<z.infer<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number): string => `line ${lines.linePos(offset).line}`;
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => `${lineOf(error.pos[0])}: not valid YAML: ${error.message}`);
    return { kind: 'wrong', problems };
  }
  const place: Place = (path) => {
    const offset = offsetOf(document.contents, path);
    return `${offset === undefined ? 'line 1' : lineOf(offset)}: ${path.map(String).join('.') || 'the file'}`;
  };
  const value: unknown = document.toJS() ?? {};
  const parsed = schema.safeParse(value, { error: schemaProblem });
  if (parsed.success) return { kind: 'read', value: parsed.data, place };
  return {
    kind: 'wrong',
    raw: { value, place },
    problems: byLine(parsed.error.issues.flatMap((issue) => describe(issue, { place, unknownKey, schema }))),
  };
}

/** Problems in the order of their lines. */
export function byLine(problems: readonly string[]): readonly string[] {
  const line = (problem: string): number => Number(/^line (\d+)/.exec(problem)?.[1] ?? 0);
  return problems.toSorted((a, b) => line(a) - line(b));
}

interface Describing {
  readonly place: Place;
  readonly unknownKey: string;
  readonly schema: z.core.$ZodType;
}

function describe(issue: z.core.$ZodIssue, { place, unknownKey, schema }: Describing): string[] {
  if (issue.code !== 'unrecognized_keys') return [`${place(issue.path)}: ${issue.message}`];
  const known = keysAt(schema, issue.path);
  return issue.keys.map((key) => {
    const [near] = nearest(key, known);
    return `${place([...issue.path, key])}: ${near === undefined ? '' : `did you mean "${near}"? `}${unknownKey}`;
  });
}

/** The keys that an object in a schema takes; none where the path leads to no object. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if ('innerType' in def) return keysAt(def.innerType, path);
  if (def.type === 'array') return keysAt(def.element, path.slice(1));
  if (def.type !== 'object') return [];
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(def.shape);
  const inner = def.shape[String(key)];
  return inner ? keysAt(inner, rest) : [];
}

function offsetOf(contents: unknown, path: readonly PropertyKey[]): number | undefined {
  let node = contents as Node | null;
  let offset = node?.range?.[0];
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === String(part));
      if (!pair) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else {
      node = ((node as { items?: Node[] } | null)?.items?.[Number(part)] ?? null) as Node | null;
      offset = node?.range?.[0] ?? offset;
    }
  }
  return offset;
}

const group = 'a group of settings';

const wanted: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: group,
  record: group,
};

/** What is wrong with a value and what to write instead, in a reader's words; undefined where zod's own have to do. */
function schemaProblem(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.input, wanted[issue.expected]);
    case 'invalid_value':
      return `${shown(issue.input)} is not allowed; use ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return tooFew(issue.origin, Number(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return tooMany(issue.origin, Number(issue.maximum), issue.inclusive !== false);
    default:
      return undefined;
  }
}

function wrongType(input: unknown, expected: string | undefined): string | undefined {
  if (expected === undefined) return undefined;
  if (input === undefined || input === null) return `needs ${expected}`;
  const remedy =
    expected === group
      ? 'write each setting on its own line below it, as in config/kurzwelle.example.yaml'
      : `write ${expected}`;
  return `${shown(input)} is not ${expected}; ${remedy}`;
}

function tooFew(origin: string, least: number, inclusive: boolean): string {
  if (origin === 'string') return least === 1 ? 'must not be empty' : `use at least ${least} characters`;
  if (origin === 'array' || origin === 'set') return `give at least ${least}`;
  return inclusive ? `use ${least} or more` : `use more than ${least}`;
}

function tooMany(origin: string, most: number, inclusive: boolean): string {
  if (origin === 'string') return `use at most ${most} characters`;
  if (origin === 'array' || origin === 'set') return `give at most ${most}`;
  return inclusive ? `use ${most} or less` : `use less than ${most}`;
}

function shown(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object' && input !== null) return 'a group of settings';
  return typeof input === 'string' ? `"${input.slice(0, 60)}"` : String(input);
}
