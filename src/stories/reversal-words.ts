import { baseLanguage, fold } from '../text/terms.ts';

/** For each word (folded, exact form) of a reversible fact: the fact, and which of its two sides the word expresses. */
export type ReversibleWords = ReadonlyMap<string, { readonly fact: string; readonly isOpposite: boolean }>;

/**
 * Reversible facts, one a line: words for the fact, after the slash words for its opposite. A negation reverses either.
 * Our own choice; not taken from any collection.
 */
const facts: Readonly<Record<string, string>> = {
  en: `found located locate traced recovered / missing disappeared unaccounted
    identified identify / unidentified
    resign resigned resigns resignation quit quits
    released freed / jailed imprisoned
    lifted / banned
    reopened reopens reopen / closed shut
    reinstated / suspended
    approved passed / rejected vetoed
    admitted admits confessed confesses / denied denies
    canceled cancelled scrapped
    survived survives / died dead
    signed sign
    attend attended
    confirmed confirm`,
  de: `gefunden entdeckt geborgen / vermisst verschwunden
    identifiziert / unbekannt
    zurückgetreten rücktritt
    freigelassen entlassen / inhaftiert
    aufgehoben / verboten
    wiedereröffnet / geschlossen gesperrt
    gebilligt verabschiedet / abgelehnt
    gestanden gesteht / bestreitet bestritten
    abgesagt gestrichen
    überlebt / gestorben
    unterzeichnet
    bestätigt`,
};

const negators: Readonly<Record<string, RegExp>> = {
  en: /^(?:not|no|never|without|unable|cannot|neither|nor|fail(?:s|ed)?|refus(?:es?|ed|ing)|declin(?:es?|ed)|\w+n['’]t)$/i,
  de: /^(?:nicht|kein(?:e[nmrs]?)?|nie|niemals|ohne|weder|noch)$/i,
};
/** Words for what may still happen; case-sensitive, since May is a month. */
const ahead: Readonly<Record<string, RegExp>> = {
  en: /\b(?:could|may|might|will|would|(?:expected|due|set|likely|about|planning|plans|poised) to)\b/,
  de: /\b(?:könnten?|dürften?|wollen|soll(?:en)?|würden?|voraussichtlich|erwartet|plan(?:t|en))\b/,
};
/** What is only wanted, asked, feared or possible has not happened. */
const unreal: Readonly<Record<string, RegExp>> = {
  en: /^(?:to|would|could|should|may|might|must|if|whether|ask(?:s|ed)?|demand(?:s|ed)?|urg(?:es|ed)|hop(?:es|ed|ing)|call(?:s|ed)?|request(?:s|ed)?|expect(?:s|ed)|likely)$/i,
  de: /^(?:zu|könnten?|sollten?|müssten?|dürften?|würden?|ob|falls|wenn|forder(?:n|t|te|ten)|verlang(?:en|t|te)|hoff(?:en|t|te))$/i,
};
const never = /(?!)/;

const tables = new Map<string, ReversibleWords>();

/** The words of reversible facts in a language; empty if we have no list. */
export function reversibleWords(language: string): ReversibleWords {
  const base = baseLanguage(language);
  let table = tables.get(base);
  if (!table) {
    table = readFacts(facts[base] ?? '', base);
    tables.set(base, table);
  }
  return table;
}

/** Whether a word negates what follows it. */
export function negates(word: string, language: string): boolean {
  return (negators[baseLanguage(language)] ?? never).test(word);
}

/** Whether a word says that what follows is not a fact yet. */
export function isUncertain(word: string, language: string): boolean {
  return (unreal[baseLanguage(language)] ?? never).test(word);
}

/** Whether a sentence reports what may still happen. */
export function isProspective(text: string, language: string): boolean {
  return (ahead[baseLanguage(language)] ?? never).test(text);
}

function readFacts(text: string, language: string): ReversibleWords {
  const sides = text.split('\n').flatMap((line, index) =>
    line.split('/').flatMap((side, sideIndex) =>
      side
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => [fold(word), { fact: `${language}${index}`, isOpposite: sideIndex > 0 }] as const),
    ),
  );
  return new Map(sides);
}
