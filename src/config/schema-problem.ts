import type { z } from 'zod';

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
export function schemaProblem(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.input, wanted[issue.expected]);
    case 'invalid_value':
      return `${shown(issue.input)} is not possible; use ${issue.values.map(String).join(', ')}`;
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
      ? 'write each setting on a line of its own below it, as config/kurzwelle.example.yaml does'
      : `write ${expected}`;
  return `${shown(input)} is not ${expected}; ${remedy}`;
}

function tooFew(origin: string, least: number, inclusive: boolean): string {
  if (origin === 'string') return least === 1 ? 'must not be empty' : `use ${least} characters or more`;
  if (origin === 'array' || origin === 'set') return `give at least ${least}`;
  return inclusive ? `use ${least} or more` : `use more than ${least}`;
}

function tooMany(origin: string, most: number, inclusive: boolean): string {
  if (origin === 'string') return `use ${most} characters at most`;
  if (origin === 'array' || origin === 'set') return `give at most ${most}`;
  return inclusive ? `use ${most} or less` : `use less than ${most}`;
}

function shown(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object' && input !== null) return 'a group of settings';
  return typeof input === 'string' ? `"${input.slice(0, 60)}"` : String(input);
}
