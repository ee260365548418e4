import { fold } from '../text/terms.ts';
import { UserError } from '../user-error.ts';
import { languages } from '../wording/wording-for.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
let byName: ReadonlyMap<string, string> | undefined;

/** A language by its code or its name in itself or a language we speak: "de", "pt-br", "German", "allemand". Throws UserError. */
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

/** Names in the languages we speak, and in the language itself. */
function languagesByName(): ReadonlyMap<string, string> {
  byName ??= new Map(
    [...letters]
      .flatMap((first) => [...letters].map((second) => first + second))
      .flatMap((code) =>
        [...languages, code].flatMap((language) => {
          const name = nameIn(language, code);
          return name === undefined ? [] : [[fold(name), code] as const];
        }),
      ),
  );
  return byName;
}

const made = new Map<string, Intl.DisplayNames>();

function namesIn(language: string): Intl.DisplayNames {
  const names = made.get(language) ?? new Intl.DisplayNames([language, 'en'], { type: 'language', fallback: 'none' });
  made.set(language, names);
  return names;
}

function nameIn(language: string, code: string): string | undefined {
  try {
    return namesIn(language).of(code);
  } catch {
    // Not every two letters are a language tag that Intl takes.
    return undefined;
  }
}
