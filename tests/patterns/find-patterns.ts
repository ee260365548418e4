import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';

/** A regular expression of our own, and where it is written. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** `file:line` from the root of the checkout. */
  readonly place: string;
}

/** Every regular expression literal of `src` and `commands`, read from the syntax tree. */
export function findLiterals(root: string): Pattern[] {
  return sourceFiles(root).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const found: Pattern[] = [];
    const { program, errors } = parseSync(file, text);
    if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
    new Visitor({
      Literal(node) {
        if (!('regex' in node)) return;
        const line = text.slice(0, node.start).split('\n').length;
        found.push({ source: node.regex.pattern, flags: node.regex.flags, place: `${relative(root, file)}:${line}` });
      },
    }).visit(program);
    return found;
  });
}

/**
 * Every pattern that a module of `src` or `commands` builds with `new RegExp` when it is loaded, as it then is. What a function builds from
 * words known at run time only is not among them.
 */
export async function findBuilt(root: string): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(real, {
    construct(target, words, newTarget) {
      const made = Reflect.construct(target, words, newTarget) as RegExp;
      const place = callerIn(root);
      if (place) found.push({ source: made.source, flags: made.flags, place });
      return made;
    },
  });
  try {
    for (const file of sourceFiles(root)) {
      if (/\bnew RegExp\(/.test(readFileSync(file, 'utf8'))) await import(pathToFileURL(file).href);
    }
  } finally {
    globalThis.RegExp = real;
  }
  return found;
}

/** The line of ours that called the constructor, where it was one of ours. */
function callerIn(root: string): string | undefined {
  const [, , , caller = ''] = (new Error('where').stack ?? '').split('\n');
  const [, path = '', line = ''] = /(?:file:\/\/)?(\/[^():]+):(\d+):\d+/.exec(caller) ?? [];
  const place = relative(root, path);
  return /^(?:src|commands)\//.test(place) ? `${place}:${line}` : undefined;
}

function sourceFiles(root: string): string[] {
  return globSync(['src/**/*.{ts,js}', 'commands/**/*.ts'], { cwd: root })
    .filter((file) => !file.endsWith('.d.ts'))
    .toSorted()
    .map((file) => `${root}/${file}`);
}
