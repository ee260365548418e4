import { baseLanguage, fold, termOf, wordsOf } from '../language/terms.ts';

export type QuestionKind = 'name' | 'who' | 'when' | 'where' | 'why' | 'how-many' | 'how-much' | 'what' | 'yes-no';

export interface QuestionTerm {
  readonly text: string;
  readonly term: string;
  /** A name: it must be met, but the article may say it elsewhere. */
  readonly isName: boolean;
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
    there thinks reason reasons number total`,
  de: `viel viele name heißt heißen gibt gab genau eigentlich jetzt noch menschen person jahr jahre tag zeit machte macht gemacht
    nennt welche welcher welches aktuell derzeit grund`,
};

/** What a question asks for, from its words alone. */
export function readQuestion(text: string, language: string): Question {
  const base = baseLanguage(language) === 'de' ? 'de' : 'en';
  const trimmed = text.trim();
  const kind = kinds[base].find(([, pattern]) => pattern.test(trimmed))?.[0] ?? 'what';
  return {
    text: trimmed,
    language: base,
    kind,
    terms: questionTerms(trimmed, base),
    asksNow:
      kind === 'yes-no' ||
      /\b(?:now|yet|still|currently|latest|today|jetzt|derzeit|aktuell|inzwischen)\b/iu.test(trimmed),
  };
}

/** German by its question words and articles; the archive's other languages are asked in English. */
export function questionLanguage(text: string): 'en' | 'de' {
  const german = text.match(
    /(?<![\p{L}])(?:wer|wie|was|wann|wo|warum|weshalb|welche[mnrs]?|der|die|das|den|dem|des|ist|hat|und|zwischen|nach|bei|im|ein|eine[mnrs]?|viele?|wurde|wird)(?![\p{L}])|[äöüß]/giu,
  );
  const english = text.match(
    /\b(?:who|how|what|when|where|why|which|the|is|was|did|does|and|of|in|to|for|are|were|will|has)\b/giu,
  );
  return (german?.length ?? 0) > (english?.length ?? 0) ? 'de' : 'en';
}

function questionTerms(text: string, language: 'en' | 'de'): readonly QuestionTerm[] {
  const lightWords = new Set(light[language].split(/\s+/u).map(fold));
  const terms = new Map<string, QuestionTerm>();
  for (const [index, { text: word }] of wordsOf(text, language).entries()) {
    const term = termOf(word, language);
    if (term === undefined || (index === 0 && word.length < 5 && !/\d/u.test(word))) continue;
    const isName = language === 'en' && index > 0 && /^\p{Lu}/u.test(word);
    if (!terms.has(term)) terms.set(term, { text: word, term, isName, isLight: lightWords.has(fold(word)) });
  }
  return [...terms.values()];
}
