import type { Catalog } from './catalog.ts';
import { en } from './en/index.ts';

type Troubles = Catalog['trouble'];

/** Entries of the catalog's `trouble` that say one thing; those that count, and Slack's codes, are none. */
type Code = {
  [Name in keyof Troubles]: Troubles[Name] extends string
    ? Name
    : Troubles[Name] extends { readonly names: readonly (infer Fact)[] }
      ? 'count' extends Fact
        ? never
        : Name
      : never;
}[keyof Troubles];

type FactsOf<Name extends Code> = Troubles[Name] extends { readonly names: readonly (infer Fact extends string)[] }
  ? readonly [facts: Readonly<Record<Fact, string | Reason>>]
  : readonly [];

/**
 * Why something failed or stands still, as it is stored: a code, and the facts that its words need. Whoever shows it writes it in the reader's
 * language; the log has it in English. `other` is text that came from elsewhere, `at` a web address and what is wrong there, `slackCode`
 * an error of Slack's by its code.
 */
export interface Reason {
  readonly code: Code | 'other' | 'at' | 'slackCode';
  readonly facts?: Readonly<Record<string, string | Reason>>;
}

/** A reason by its code: `reason('timeout', { seconds: '15' })`. */
export function reason<Name extends Code>(code: Name, ...[facts]: FactsOf<Name>): Reason {
  return facts === undefined ? { code } : { code, facts };
}

/** Text that is not ours, shown as it is in every language. */
export function otherReason(text: string): Reason {
  return { code: 'other', facts: { text } };
}

export function reasonAt(url: string, why: Reason): Reason {
  return { code: 'at', facts: { url, why } };
}

/** An error of Slack's; a code that the catalog does not know is shown as it is. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
export function slackCodeReason(code: string): Reason {
  return { code: 'slackCode', facts: { code } };
}

/** Why something was thrown: errors of ours that carry a reason have it as `why`, of others the message is all there is. */
export function reasonOf(error: unknown): Reason {
  const { why } = (error ?? {}) as { readonly why?: unknown };
  if (isReason(why)) return why;
  return otherReason(error instanceof Error ? error.message : String(error));
}

/** In a reader's language. */
export function reasonWords({ code, facts = {} }: Reason, say: Catalog): string {
  const fact = (name: string): string => {
    const value = facts[name] ?? '';
    return typeof value === 'string' ? value : reasonWords(value, say);
  };
  if (code === 'other') return fact('text');
  if (code === 'at') return `${fact('url')}${say.colon}${fact('why')}`;
  if (code === 'slackCode') return ownWords(say.trouble.slackSays, fact('code')) ?? fact('code');
  const entry = Object.hasOwn(say.trouble, code) ? say.trouble[code] : undefined;
  if (entry === undefined) return [code, ...Object.keys(facts).map(fact)].join(' ');
  return typeof entry === 'string' ? entry : (entry as (...texts: string[]) => string)(...entry.names.map(fact));
}

/** For the log and the messages of errors. */
export function reasonInEnglish(why: Reason): string {
  return reasonWords(why, en);
}

/** As a column keeps it. */
export function storedReason(why: Reason): string {
  return JSON.stringify(why);
}

/** From a column; what is no reason of ours is shown as it is. */
export function readReason(stored: string): Reason {
  try {
    const read: unknown = JSON.parse(stored);
    if (isReason(read)) return read;
  } catch {
    // Not JSON: written by hand, or by a version that migrations did not see.
  }
  return otherReason(stored);
}

function isReason(value: unknown): value is Reason {
  return typeof value === 'object' && value !== null && typeof (value as { code?: unknown }).code === 'string';
}

function ownWords(words: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}
