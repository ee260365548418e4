import { type Catalog, type LocalizedText, localize } from './wording/catalog.ts';
import { en } from './wording/en/index.ts';

/**
 * Shown to the person as written: one sentence on what is wrong, one on what to do. Given as a choice from the catalogs it is shown in the
 * reader's language; `message`, for logs and the command line, is English.
 */
export class UserError extends Error {
  /** The option or form field that is wrong, so that a form can say it there. */
  readonly field: string | undefined;
  readonly words: LocalizedText;

  constructor(words: LocalizedText, options?: { cause?: unknown; field?: string }) {
    super(localize(words, en), options);
    this.name = 'UserError';
    this.words = words;
    this.field = options?.field;
  }

  /** What it says in a language. */
  textIn(say: Catalog): string {
    return localize(this.words, say);
  }
}

/** Reads what was typed into a field; a UserError then names the field. */
export function readField<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UserError) throw new UserError(error.words, { cause: error, field });
    throw error;
  }
}
