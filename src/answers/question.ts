import { findDates } from '../language/dates.ts';
import { baseLanguage, fold, termOf, type Word, wordsOf } from '../language/terms.ts';
import { countriesIn } from './lines.ts';

export type QuestionKind = 'name' | 'who' | 'when' | 'where' | 'why' | 'how-many' | 'how-much' | 'what' | 'yes-no';

export interface QuestionTerm {
  readonly text: string;
  readonly term: string;
  /** A name: it must be met, but the article may say it elsewhere. */
  readonly isName: boolean;
  /** The state the word names: met by its other names too. */
  readonly country?: string;
  /** Part of a date: the article must be of that time, the line need not name it. */
  readonly isDate: boolean;
  /** Says little by itself ("get", "people"): it helps, and may be missing. */
  readonly isLight: boolean;
}

export interface Question {
  readonly text: string;
  readonly language: string;
  readonly kind: QuestionKind;
  readonly terms: readonly QuestionTerm[];
  /** "now", "yet", a yes/no question: the newest state is asked for. */
  readonly asksNow: boolean;
  /** The name right after the auxiliary: whoever is said to have done it. */
  readonly subject?: string;
  /** Of "how many": what is counted. */
  readonly counted?: string;
}

type Patterns = readonly (readonly [QuestionKind, RegExp])[];

const kinds: Readonly<Record<'en' | 'de', Patterns>> = {
  en: [
    [
      'name',
      /^what(?:'s| is| was| are| were) the names?\b|^(?:who is|who's|who was|name) the (?!\w+ (?:of the )?(?:man|woman) )/iu,
    ],
    ['how-many', /\bhow many\b|^what (?:is the )?(?:number|toll)\b/iu],
    [
      'how-much',
      /\bhow (?:much|long|old|high|far|big|large|tall|fast|strong)\b|\bwhat (?:tariff|price|share|percentage|score|sum|amount|rate|sentence|approval)\b/iu,
    ],
    [
      'when',
      /^(?:since |until |till |by |from )?when\b|\bwhat (?:date|day|year|month)\b|^(?:since|until) (?:what|which)\b/iu,
    ],
    [
      'where',
      /^(?:from )?where\b|^(?:in|to|from|at) (?:which|what) (?:country|city|town|place|state|hospital|prison|region)\b|\bwh(?:at|ich) (?:country|city|town|place|hospital|prison|region)\b/iu,
    ],
    ['why', /^why\b|^what (?:is|was|were) the (?:reasons?|motives?|causes?)\b|^how come\b/iu],
    ['who', /^(?:(?:to|by|from|with|for) )?(?:who|whom|whose)\b/iu],
    ['yes-no', /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|may|might|must|should)\b/iu],
  ],
  de: [
    ['name', /^wie (?:heißt|heißen|lautet der name)\b|^wer ist (?:der|die) /iu],
    ['how-many', /\bwie ?viele\b/iu],
    ['how-much', /\bwie (?:viel|hoch|lange|alt|weit|groß)\b/iu],
    ['when', /^(?:seit|bis|ab )? ?wann\b|\bwelche[mnrs]? (?:tag|jahr|monat|datum)\b/iu],
    ['where', /^(?:wo|woher|wohin)\b|\bin welche[mnr]\b/iu],
    ['why', /^(?:warum|weshalb|wieso)\b/iu],
    ['who', /^(?:wer|wem|wen|wessen)\b/iu],
    ['yes-no', /^(?:ist|sind|war|waren|hat|haben|hatte|kann|können|wird|werden|darf|dürfen|muss|soll|gibt|gab)\b/iu],
  ],
};

const light: Readonly<Record<'en' | 'de', string>> = {
  en: `name names called many much long old kind sort thing things happen happened happens become became currently far use used people person
    whom yet still now ever exactly actually give gave given gets got take took taken put place called know known state part role do done
    think thought believed because due since until ask which whose date day time year get let lets else idea new old recent recently
    there thinks reason reasons number total late early mid end beginning middle come comes came face faces faced sit sits belong belongs what`,
  de: `viel viele name heißt heißen gibt gab genau eigentlich jetzt noch menschen person jahr jahre tag zeit machte macht gemacht
    nennt welche welcher welches aktuell derzeit grund`,
};

/** What a question asks for, from its words alone. */
export function readQuestion(text: string, language: string): Question {
  const base = baseLanguage(language) === 'de' ? 'de' : 'en';
  const trimmed = text.trim();
  const kind = kinds[base].find(([, pattern]) => pattern.test(trimmed))?.[0] ?? 'what';
  const terms = questionTerms(trimmed, base);
  const subject = subjectOf(trimmed, base, terms);
  const counted = countedOf(trimmed, base, terms);
  return {
    text: trimmed,
    language: base,
    kind,
    terms,
    ...(subject !== undefined && { subject }),
    ...(counted !== undefined && { counted }),
    asksNow:
      kind === 'yes-no' ||
      /\b(?:now|new|yet|still|currently|latest|today|jetzt|derzeit|aktuell|inzwischen)\b/iu.test(trimmed),
  };
}

const auxiliary = {
  en: 'did|does|do|was|were|is|are|has|have|had|will|would|can|could|may|might|must|should',
  de: 'hat|haben|hatte|hatten|ist|sind|war|waren|wurde|wurden|wird|werden|will|wollen|soll|sollen|muss|müssen|darf|dürfen|kann|können',
};

/** The name right after the auxiliary; one with an article before it may but describe ("the Dresden jewels"), unless it is a state. */
function subjectOf(text: string, language: 'en' | 'de', terms: readonly QuestionTerm[]): string | undefined {
  const pattern = new RegExp(`(?<![\\p{L}])(?:${auxiliary[language]}) (the |die |der )?(\\p{Lu}.*)`, 'u');
  const [, article, rest = ''] = pattern.exec(text) ?? [];
  const subject = terms.find((term) => rest.startsWith(term.text));
  if (!subject?.isName && language === 'en') return undefined;
  return article === undefined || subject?.term.includes(' ') ? subject?.term : undefined;
}

/** The last word before the auxiliary ("how many wounded soldiers were ..."), else the first after "how many". */
function countedOf(text: string, language: 'en' | 'de', terms: readonly QuestionTerm[]): string | undefined {
  const [, phrase = ''] = /\b(?:how many(?: of the)?|wie ?viele) (.+)/iu.exec(text) ?? [];
  if (phrase === '') return undefined;
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

/** German by its question words and articles; the archive's other languages are asked in English. */
export function questionLanguage(text: string): 'en' | 'de' {
  const german = text.match(
    /(?<![\p{L}])(?:wer|wie|wann|wo|warum|weshalb|welche[mnrs]?|der|die|das|den|dem|des|ist|hat|und|zwischen|nach|bei|im|ein|eine[mnrs]?|viele?|wurde|wird)(?![\p{L}])|^was\b|(?<![\p{L}])\p{Ll}*[äöüß]\p{Ll}*(?![\p{L}])/giu,
  );
  const english = text.match(
    /\b(?:who|how|what|when|where|why|which|the|is|was|did|does|and|of|in|to|for|are|were|will|has|old|many|much|said)\b/giu,
  );
  return (german?.length ?? 0) > (english?.length ?? 0) ? 'de' : 'en';
}

function questionTerms(text: string, language: 'en' | 'de'): readonly QuestionTerm[] {
  const lightWords = new Set(light[language].split(/\s+/u).map(fold));
  const terms = new Map<string, QuestionTerm>();
  const words = wordsOf(text, language);
  const dates = findDates(text, language, Temporal.Now.instant());
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    const state = stateOfTwoWords(words.slice(index, index + 2), language);
    if (state) {
      index += 1;
      terms.set(state.term, state);
      continue;
    }
    const term = termOf(word.text, language);
    if (term === undefined || terms.has(term) || (index === 0 && word.text.length < 5 && !/\d/u.test(word.text)))
      continue;
    const [country] = countriesIn([word], language);
    terms.set(term, {
      text: word.text,
      term,
      isName: language === 'en' && index > 0 && /^\p{Lu}/u.test(word.text),
      isDate: dates.some(({ start, end }) => word.start >= start && word.end <= end),
      isLight: lightWords.has(fold(word.text)),
      ...(country && { country }),
    });
  }
  return [...terms.values()];
}

/** "South Korea" is one term, which no word alone meets. */
function stateOfTwoWords(words: readonly Word[], language: string): QuestionTerm | undefined {
  const [first, second] = words;
  if (!first || !second) return undefined;
  const [country] = countriesIn(words, language);
  if (!country || countriesIn([first], language).has(country) || countriesIn([second], language).has(country))
    return undefined;
  const text = `${first.text} ${second.text}`;
  return { text, term: fold(text), isName: true, isDate: false, isLight: false, country };
}
