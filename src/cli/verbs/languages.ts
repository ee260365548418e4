import { nameOfLanguage } from '../../wording/formats.ts';
import { messageProblem } from '../../wording/load-catalog.ts';
import type { Message } from '../../wording/message.ts';
import { catalogOf, languages, loadLanguage } from '../../wording/wording-for.ts';

/** `kurzwelle languages`: for each language what its file lacks, what is wrong in it, and whether it is a draft. */
export function listLanguages(): string {
  return languages.flatMap(linesOf).join('\n');
}

function linesOf(code: string): readonly string[] {
  const english = catalogOf('en');
  const name = `${code}  ${nameOfLanguage(code, english)}`;
  if (code === 'en') return [`${name}: the source of the others`];
  const { catalog, head, missing, problems } = loadLanguage(code);
  const wrong = [...problems, ...wrongMessages(catalog, '')];
  const state = missing.length === 0 ? 'complete' : `${missing.length} entries in English`;
  return [
    `${name}: ${state}${head.draft ? ', a draft' : ''}`,
    ...missing.map((path) => `      missing: ${path}`),
    ...wrong.map((problem) => `      wrong: ${problem}`),
  ];
}

function wrongMessages(words: object, path: string): readonly string[] {
  return Object.entries(words).flatMap(([name, entry]: [string, unknown]) => {
    const inner = path === '' ? name : `${path}.${name}`;
    if (typeof entry === 'object' && entry !== null) return wrongMessages(entry, inner);
    if (typeof entry !== 'function') return [];
    const message = entry as Message;
    const problem = messageProblem(message, message.text);
    return problem === undefined ? [] : [`${inner}: ${problem}`];
  });
}
