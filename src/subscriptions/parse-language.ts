import { fold } from '../language/terms.ts';
import { UserError } from '../user-error.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
let byName: ReadonlyMap<string, string> | undefined;

/** A language by its code or its name: "de", "pt-br", "German", "deutsch". Throws UserError. */
export function parseLanguage(text: string): string {
  const wanted = text.trim();
  const code = languagesByName().get(fold(wanted)) ?? codeOf(wanted);
  if (code === undefined) throw new UserError(({ errors }) => errors.unknownLanguage(wanted));
  return code;
}

/** `pt-BR` as feeds and pages write it: lower case. */
function codeOf(text: string): string | undefined {
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,4})*$/i.test(text)) return undefined;
  return nameIn('en', text) === undefined ? undefined : text.toLowerCase();
}

/** Names in English, German and the language itself. */
function languagesByName(): ReadonlyMap<string, string> {
  byName ??= new Map(
    [...letters]
      .flatMap((first) => [...letters].map((second) => first + second))
      .flatMap((code) =>
        ['en', 'de', code].flatMap((language) => {
          const name = nameIn(language, code);
          return name === undefined ? [] : [[fold(name), code] as const];
        }),
      ),
  );
  return byName;
}

function nameIn(language: string, code: string): string | undefined {
  try {
    return new Intl.DisplayNames([language, 'en'], { type: 'language', fallback: 'none' }).of(code);
  } catch {
    // Not every two letters are a language tag that Intl takes.
    return undefined;
  }
}
