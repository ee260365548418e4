import { findCountry } from '../../text/countries.ts';
import { baseLanguage, fold, wordsOf } from '../../text/terms.ts';
import { orderedPairs, type WordPair } from './ordered-pairs.ts';
import { kindOf, type QuestionKind } from './question-kinds.ts';
import { type QuestionTerm, questionTerms } from './question-terms.ts';

export interface Question {
  readonly text: string;
  readonly language: string;
  readonly kind: QuestionKind;
  readonly terms: readonly QuestionTerm[];
  /** "First elected", "last visit". */
  readonly pairs: readonly WordPair[];
  /** "now", "yet", a yes/no question: it asks for the newest state. */
  readonly asksNow: boolean;
  /** Its multi-word names, each by its terms. */
  readonly names: readonly (readonly string[])[];
  /** The name right after the auxiliary: the agent; the last word of a multi-word name. */
  readonly subject?: string;
  /** The words before it: "Jane" of "Jane Doe", "Acme" of "Acme Holding". */
  readonly forenames?: readonly string[];
  /** For "why are A and B at odds": the other parties. */
  readonly parties?: readonly string[];
  /** For "who won the vote": the action. */
  readonly action?: string;
  /** For "who directed Metropolis": the names in the object. */
  readonly objects?: readonly string[];
  /** For "did Jane Doe resign": the predicate that must be stated of the subject. */
  readonly predicate?: string;
  /** For "when did Jane Doe resign" and "why was Jane Doe dismissed": the verb with the subject as agent or patient. */
  readonly verb?: string;
  /** The state at the end, "... in Norland?": the place. */
  readonly place?: { readonly term: string; readonly country: string };
  /** For "how many" and "at what rate": the counted thing. */
  readonly counted?: string;
  /** "When will ..." asks for a future day, "when did ..." for a past one. */
  readonly tense?: 'past' | 'future';
}

/** Parses a question from its words alone. */
export function readQuestion(text: string, language: string, now: Temporal.Instant): Question {
  const base = baseLanguage(language) === 'de' ? 'de' : 'en';
  const trimmed = text.trim();
  const kind = kindOf(trimmed, base);
  const terms = questionTerms(trimmed, base, now);
  const subject = subjectOf(trimmed, base, terms);
  const counted = countedOf(trimmed, base, terms);
  const action = kind === 'who' ? actionOf(trimmed, terms) : undefined;
  const participle = base === 'de' && subject !== undefined ? participleOf(trimmed, terms) : undefined;
  const mayHavePredicate = ['who', 'yes-no', 'when'].includes(kind);
  const predicate =
    (kind === 'yes-no' ? predicateOf(trimmed, subject, terms) : undefined) ??
    (mayHavePredicate ? participle : undefined);
  const verb = verbOf(trimmed, subject, terms) ?? participle;
  const place = placeOf(trimmed, terms);
  const tense = kind === 'when' ? tenseOf(trimmed) : undefined;
  return {
    text: trimmed,
    language: base,
    kind,
    names: namesOf(trimmed, base, terms),
    pairs: orderedPairs(
      wordsOf(trimmed, base).map(({ text: word }) => word),
      base,
    ),
    terms: terms.map((term) => (term.term === subject ? withGovernmentOf(term, base) : term)),
    ...(action !== undefined && {
      action,
      objects: objectsOf(trimmed, terms),
    }),
    ...(predicate !== undefined && { predicate }),
    ...(verb !== undefined && { verb }),
    ...(tense !== undefined && { tense }),
    ...(place !== undefined && { place }),
    ...(subject !== undefined && { subject }),
    ...(subject !== undefined && { forenames: forenamesOf(subject, terms) }),
    ...(kind === 'why' && { parties: partiesOf(trimmed, terms) }),
    ...(counted !== undefined && { counted }),
    asksNow:
      kind === 'yes-no' ||
      kind === 'how-many' ||
      /\b(?:now|new|yet|still|currently|latest|today|jetzt|derzeit|aktuell|inzwischen)\b/iu.test(trimmed),
  };
}

function placeOf(text: string, terms: readonly QuestionTerm[]): Question['place'] {
  const [, name] = / in (?:the )?(\p{Lu}[\p{L} ]*\p{L})\s*\??$/u.exec(text) ?? [];
  const found = terms.find(({ text: word }) => word === name);
  return found?.country === undefined ? undefined : { term: found.term, country: found.country };
}

function namesOf(text: string, language: 'en' | 'de', terms: readonly QuestionTerm[]): readonly (readonly string[])[] {
  if (language === 'de') return [];
  return [...text.slice(1).matchAll(/\p{Lu}[\p{L}-]*(?: (?:of )?\p{Lu}[\p{L}-]*)+/gu)].map(([run]) =>
    terms.filter(({ text: word, isName }) => isName && run.split(' ').includes(word)).map(({ term }) => term),
  );
}

function tenseOf(text: string): Question['tense'] {
  // "A contract until 2026" was signed in the past.
  if (/^(?:until|till|by|bis) /iu.test(text)) return undefined;
  if (
    /\b(?:will|to be|expected|due to|going to|wird|werden|soll|sollen)\b|\b(?:is|are) .+ to (?:\p{Ll}+)\b/iu.test(text)
  )
    return 'future';
  return /\b(?:did|was|were|had|wurde|wurden|war|waren|hatte|hatten)\b/iu.test(text) ? 'past' : undefined;
}

const auxiliary = {
  en: 'did|does|do|was|were|is|are|has|have|had|will|would|can|could|may|might|must|should',
  de: 'hat|haben|hatte|hatten|ist|sind|war|waren|wurde|wurden|wird|werden|will|wollen|soll|sollen|muss|müssen|darf|dürfen|kann|können',
};

/** The name right after the auxiliary. After an article it may be a modifier ("the Dresden jewels"), unless it is a state or an acronym. */
function subjectOf(text: string, language: 'en' | 'de', terms: readonly QuestionTerm[]): string | undefined {
  const pattern = new RegExp(`(?<![\\p{L}])(?:(?i:${auxiliary[language]})) (the |die |der )?(\\p{Lu}.*)`, 'u');
  const [, article, rest = ''] = pattern.exec(text) ?? [];
  const first = terms.find((term) => rest.startsWith(term.text));
  const subject = first?.isName ? (surnameIn(rest, terms) ?? first) : first;
  if (!subject?.isName && language === 'en') return undefined;
  const isOwn = article === undefined || subject?.term.includes(' ') || acronymThatActs.test(rest);
  return isOwn ? subject?.term : undefined;
}

/** "Did the AfD win seats?", but not "the UNLV gunman". */
const acronymThatActs =
  /^\p{Lu}\p{L}*\p{Lu}s? \p{Ll}+(?:\s*\?|$| (?:in|on|at|to|for|about|of|from|with|the|an?|its|their|by|after|over|against)\b| \p{Lu})/u;

/** The last name of a run of names, by which articles call people. */
function surnameIn(text: string, terms: readonly QuestionTerm[]): QuestionTerm | undefined {
  const [run = ''] = /^\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)*/u.exec(text) ?? [];
  const last = run.split(' ').at(-1);
  return run.includes(' ') ? terms.find(({ text: word, isName }) => isName && word === last) : undefined;
}

/** The names right before the subject. */
function forenamesOf(subject: string, terms: readonly QuestionTerm[]): readonly string[] {
  const at = terms.findIndex(({ term }) => term === subject);
  const before = terms.slice(0, at).toReversed();
  const end = before.findIndex(({ isName }) => !isName);
  return (end < 0 ? before : before.slice(0, end)).map(({ term }) => term);
}

/** Names joined by "and": a dispute between two is not one between one of them and a third. */
function partiesOf(text: string, terms: readonly QuestionTerm[]): readonly string[] {
  return [
    ...text.matchAll(
      /(\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)*) (?:and|und) (?:the )?(\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)*)/gu,
    ),
  ]
    .flatMap(([, one = '', other = '']) => [one, other])
    .flatMap((name) => terms.find(({ text: word }) => name === word || name.endsWith(` ${word}`))?.term ?? []);
}

/** A capital city as agent stands for its government: "Has Tehran confirmed it?" */
function withGovernmentOf(term: QuestionTerm, language: 'en' | 'de'): QuestionTerm {
  const state = term.country === undefined ? findCountry(term.text, language) : undefined;
  return state?.by === 'capital' ? { ...term, country: state.code } : term;
}

/** The word right after "who". */
function actionOf(text: string, terms: readonly QuestionTerm[]): string | undefined {
  const term = termIn(terms, /^(?:who|wer|which \p{Ll}+) (\p{Ll}+)/iu.exec(text)?.[1]);
  return term?.isLight ? undefined : term?.term;
}

/** The first word after the subject. */
function predicateOf(text: string, subject: string | undefined, terms: readonly QuestionTerm[]): string | undefined {
  const named = terms.find(({ term, isName, isLight }) => term === subject && isName && !isLight);
  if (!named || isAdjective(named)) return undefined;
  const at = text.indexOf(named.text);
  const [, predicate] =
    /^(?:\p{Lu}[\p{L}'’-]*\s+)+(?:not |ever |already |really )?(\p{Ll}+)/u.exec(text.slice(at)) ?? [];
  const term = termIn(terms, predicate);
  return term?.isLight ? undefined : term?.term;
}

/** "British": the next word is not the predicate but the agent. */
function isAdjective({ text }: QuestionTerm): boolean {
  return /[^s]$|[^n]ss$/u.test(text) && findCountry(text, 'en')?.by === 'demonym';
}

/** German puts the participle at the end: "Wann wurde Doe entlassen?" */
function participleOf(text: string, terms: readonly QuestionTerm[]): string | undefined {
  const [, last] =
    /(?<![\p{L}])(?:wurden?|hat|haben|hatten?|ist|sind|waren?) .*?(\p{L}{5,}(?:t|en))\s*\??$/iu.exec(text) ?? [];
  const term = termIn(terms, last);
  return term?.isLight ? undefined : term?.term;
}

/** The names right after the verb, without a place. */
function objectsOf(text: string, terms: readonly QuestionTerm[]): readonly string[] {
  const [, names = ''] =
    /^(?:who|wer|which \p{Ll}+) \p{Ll}+ (?:over |out |off )?(?:from )?(?:the |an? )?((?:\p{Lu}[^\s?]*\s?)+)/u.exec(
      text.replace(/^W/u, 'w'),
    ) ?? [];
  const named = names.split(/\s+/u);
  return terms
    .filter(({ text: word, isName, isLight }) => isName && !isLight && named.includes(word))
    .map(({ term }) => term);
}

/** The word right after the subject that follows an auxiliary. */
function verbOf(text: string, subject: string | undefined, terms: readonly QuestionTerm[]): string | undefined {
  const named = terms.find(({ term }) => term === subject);
  const owns =
    named !== undefined &&
    /^[\p{L}-]+(?: \p{Lu}[\p{L}-]*)*['’]s?(?![\p{L}])/u.test(text.slice(text.indexOf(named.text)));
  return owns || /^who\b/iu.test(text) ? undefined : predicateOf(text, subject, terms);
}

/** "Unemployment" in "the unemployment rate"; with "how many" the last word before the auxiliary ("how many wounded soldiers were ..."), else the first after "how many". */
function countedOf(text: string, language: 'en' | 'de', terms: readonly QuestionTerm[]): string | undefined {
  const [, phrase = ''] = /\b(?:how many(?: of the)?|wie ?viele) (.+)/iu.exec(text) ?? [];
  if (phrase === '')
    return termIn(terms, /^what (?:is|was) the (?:\p{Ll}+ )?(\p{Ll}+) (?:rate|level)\b/iu.exec(text)?.[1])?.term;
  const words = phrase.split(/[^\p{L}\p{N}-]+/u);
  const isAuxiliary = new RegExp(`^(?:${auxiliary[language]})$`, 'iu');
  const end = words.slice(0, 5).findIndex((word) => isAuxiliary.test(word));
  if (language === 'de')
    return termIn(
      terms,
      words.find((word) => /^\p{Lu}/u.test(word)),
    )?.term;
  if (end > 0) return termIn(terms, words[end - 1])?.term;
  return termIn(
    terms,
    words.find((word) => termIn(terms, word)?.isName === false),
  )?.term;
}

function termIn(terms: readonly QuestionTerm[], word: string | undefined): QuestionTerm | undefined {
  return word === undefined ? undefined : terms.find(({ text }) => fold(text) === fold(word));
}
