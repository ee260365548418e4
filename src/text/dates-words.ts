import { calendarNames } from './calendar-names.ts';
import { baseLanguage, fold } from './terms.ts';

/** How a language writes what `findDates` reads. Keys are folded, see `fold`. */
export interface DateWords {
  readonly weekdays: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, DateUnit>;
  readonly numbers: ReadonlyMap<string, number>;
  /** Whole phrases that name a day or period by its distance from the day of writing. */
  readonly phrases: readonly {
    readonly pattern: RegExp;
    /** Without one, the group `unit` has it. */
    readonly unit?: DateUnit | 'weekend';
    readonly offset: number;
  }[];
  /** "two years ago": groups `count` and `unit`. */
  readonly ago: RegExp;
  /** "within two months": groups `count`, `unit` and, unless it may as well look back, `ahead`. */
  readonly within: RegExp;
  /** A lone year after a word that makes it one. */
  readonly beforeYear: RegExp;
  readonly yearRange: RegExp;
  /** By their first three letters. */
  readonly months: ReadonlyMap<string, number>;
  /** A month's name: groups `name` and `year`. */
  readonly month: RegExp;
  /** Before a weekday: it lies ahead. */
  readonly ahead: RegExp;
  /** In the clause before a weekday: the event is in the future. */
  readonly future: RegExp;
  /** Past-tense verbs: a sentence with one is about the past, unless it also contains a word of `open`. */
  readonly past: RegExp;
  /** Words for the present, decisions and postponements: their sentence may be about the future. */
  readonly open: RegExp;
}

/** What distances in time are counted in. */
export type DateUnit = 'day' | 'week' | 'month' | 'year' | 'decade' | 'hour';

const words: Readonly<Record<'en' | 'de', DateWords>> = {
  en: {
    weekdays: calendarNames('en').weekdays,
    units: unitsOf({
      day: 'day days',
      week: 'week weeks',
      month: 'month months',
      year: 'year years',
      decade: 'decade decades',
      hour: 'hour hours',
    }),
    numbers: new Map([
      ...numbered('one two three four five six seven eight nine ten eleven twelve', 1),
      ['a', 1],
      ['an', 1],
      ['couple', 2],
    ]),
    phrases: [
      { pattern: /\b(?:the day before yesterday)\b/giu, unit: 'day', offset: -2 },
      { pattern: /\b(?:yesterday|last night)\b/giu, unit: 'day', offset: -1 },
      { pattern: /\b(?:today|tonight|this (?:morning|afternoon|evening))\b/giu, unit: 'day', offset: 0 },
      { pattern: /\btomorrow\b/giu, unit: 'day', offset: 1 },
      { pattern: /\b(?:last|over the|at the|past|this past) weekend\b/giu, unit: 'weekend', offset: -1 },
      { pattern: /\b(?:next|this|this coming) weekend\b/giu, unit: 'weekend', offset: 0 },
      { pattern: /\b(?:last|the previous) (?<unit>week|month|year)\b(?! of\b)/giu, offset: -1 },
      { pattern: /\b(?:earlier |later )?this (?<unit>week|month|year)\b/giu, offset: 0 },
      { pattern: /\b(?:next|the coming) (?<unit>week|month|year)\b(?! of\b)/giu, offset: 1 },
    ],
    ago: /\b(?<count>\d{1,3}|\p{L}+) (?<unit>hours?|days?|weeks?|months?|years?|decades?) ago\b/giu,
    within:
      /\b(?:(?<ahead>within(?: the next| the coming)?|in the (?:next|coming))|in) (?<count>\d{1,3}|\p{L}+) (?<unit>days?|weeks?|months?|years?)(?=\W|$)/giu,
    beforeYear:
      /(?<=\b(?:in|since|until|till|by|from|of|during|before|after|around|(?:scheduled|planned|due|set|expected|slated) for|early|late|mid|to|and|year|the|a|an|his|her|its|their|between|through|[A-Z][a-z]+)[ -]|\()(?:1[5-9]\d\d|20\d\d)(?=s?\b(?![.,]\d|-\d|–\d))/gu,
    yearRange:
      /\b(?<from>1[5-9]\d\d|20\d\d)(?: ?[-–] ?| (?:to|until|through) |(?<=\bbetween \d{4}) and )(?<until>1[5-9]\d\d|20\d\d|\d\d)\b(?!-)/gu,
    months: new Map([...numbered('jan feb mar apr may jun jul aug sep oct nov dec', 1)]),
    month:
      /\b(?<name>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)(?=\. ?\d{4}))(?:\.?,? (?:of )?(?<year>1[5-9]\d\d|20\d\d))?\b(?! \d)/gu,
    ahead: /\b(?:next|by|until|coming|before)\s*$/iu,
    future:
      /\b(?:will|shall|is (?:to|set|due|expected|scheduled|planned|slated)|are (?:to|set|due|expected|scheduled)|plans? to|expected to|due to be|upcoming|(?:could|may|might|can) (?:\w+ly )?(?:be|begin|start|return|resume|reopen|follow|end|come|go|vote|decide))\b/iu,
    past: /\b(?:was|were|did|had|began|went|came|took|gave|made|left|held|won|lost|died|struck|hit|fell|rose|met|sent|\p{Ll}{3,}ed)\b/u,
    open: /\b(?:is|are|be|am|would|should|must|ahead|until|till|by|before|starting|next|(?:announc|schedul|plan|postpon|delay|propos|agree|promis|vow|pledg|call|expect|decid|approv|order|extend|appoint|invit|want|hop|intend|threaten|set)\w*)\b/iu,
  },
  de: {
    weekdays: new Map([...calendarNames('de').weekdays, ['sonnabend', 6]]),
    units: unitsOf({
      day: 'tag tage tagen',
      week: 'woche wochen',
      month: 'monat monate monaten',
      year: 'jahr jahre jahren',
      decade: 'jahrzehnt jahrzehnte jahrzehnten',
      hour: 'stunde stunden',
    }),
    numbers: new Map([
      ...numbered('eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf', 1),
      ['ein', 1],
      ['einem', 1],
      ['einer', 1],
      ['eines', 1],
    ]),
    phrases: [
      { pattern: /\bvorgestern\b/giu, unit: 'day', offset: -2 },
      { pattern: /\bgestern\b/giu, unit: 'day', offset: -1 },
      { pattern: /\bheute\b/giu, unit: 'day', offset: 0 },
      { pattern: /\b(?:übermorgen)\b/giu, unit: 'day', offset: 2 },
      { pattern: /(?<!\bam )\bmorgen\b/gu, unit: 'day', offset: 1 },
      { pattern: /\b(?:am|vergangene[ns]?|letzte[ns]?) Wochenende\b/giu, unit: 'weekend', offset: -1 },
      { pattern: /\b(?:kommende[ns]?|nächste[ns]?) Wochenende\b/giu, unit: 'weekend', offset: 0 },
      { pattern: /\b(?:vergangene|vorige|letzte)[nmrs]? (?<unit>Woche|Monat|Jahr)(?:e?s)?\b/giu, offset: -1 },
      { pattern: /\bdiese[nmrs]? (?<unit>Woche|Monat|Jahr)(?:e?s)?\b/giu, offset: 0 },
      { pattern: /\b(?:kommende|nächste)[nmrs]? (?<unit>Woche|Monat|Jahr)(?:e?s)?\b/giu, offset: 1 },
    ],
    ago: /\bvor (?:rund |etwa |gut |knapp )?(?<count>\d{1,3}|\p{L}+) (?<unit>Stunden?|Tagen?|Wochen?|Monat(?:en)?|Jahr(?:en)?|Jahrzehnt(?:en)?)(?=\W|$)/giu,
    within:
      /\b(?<ahead>(?:innerhalb|binnen)(?: der nächsten| von)?|in den nächsten) (?<count>\d{1,3}|\p{L}+) (?<unit>Tagen?|Wochen?|Monat(?:en?|s)?|Jahr(?:en?|s)?)(?=\W|$)/giu,
    beforeYear:
      /(?<=\b(?:in|seit|bis|von|ab|um|im Jahr|Jahre?|Ende|Anfang|Mitte|und|vor|nach|der|des|zwischen|[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]+) |\()(?:1[5-9]\d\d|20\d\d)(?=er\b|\b(?![.,]\d|-\d|–\d))/gu,
    yearRange:
      /\b(?<from>1[5-9]\d\d|20\d\d)(?: ?[-–] ?| bis |(?<=\bzwischen \d{4}) und )(?<until>1[5-9]\d\d|20\d\d|\d\d)\b(?!-)/gu,
    months: new Map([...numbered('jan feb mar apr mai jun jul aug sep okt nov dez', 1), ['jan', 1]]),
    month:
      /(?<![\p{L}])(?<name>Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)s?(?: (?:des Jahres )?(?<year>1[5-9]\d\d|20\d\d))?\b(?! \d)/gu,
    ahead: /\b(?:nächste[nmrs]?|kommende[nmrs]?|bis)\s*$/iu,
    future: /\b(?:wird|werden|soll|sollen|will|wollen|geplant|anstehende[nmrs]?)\b/iu,
    past: /\b(?:war|waren|wurden?|hatten?|hat|haben|kam(?:en)?|ging(?:en)?|nahm(?:en)?|starb(?:en)?|gewann(?:en)?|verlor(?:en)?|traf(?:en)?)\b/u,
    open: /\b(?:ist|sind|sei|bis|vor|ab|würden?|müssen|muss|nächste\p{L}*|(?:an|ver|be|ein)?(?:kündigt|schoben|schiebt|schlossen|schließt|einbart|plant|ruft|rufen|sprochen|spricht)\p{L}*)\b/iu,
  },
};

/** Whether we know how a language speaks of time. */
export function hasDateWords(language: string): boolean {
  return baseLanguage(language) in words;
}

/** The date words of a language; English where we have none of its own. */
export function dateWords(language: string): DateWords {
  return baseLanguage(language) === 'de' ? words.de : words.en;
}

function numbered(list: string, first: number): ReadonlyMap<string, number> {
  return new Map(list.split(' ').map((word, index) => [fold(word), index + first]));
}

function unitsOf(lists: Readonly<Record<DateUnit, string>>): ReadonlyMap<string, DateUnit> {
  return new Map(
    Object.entries(lists).flatMap(([unit, list]) =>
      list.split(' ').map((word): [string, DateUnit] => [word, unit as DateUnit]),
    ),
  );
}

/** Whether a word, folded, is the English name of a weekday or month. "May" and "March" are verbs as well: ask of capitalized words only. */
export function isCalendarWord(word: string): boolean {
  const { months, shortMonths, weekdays } = calendarNames('en');
  return weekdays.has(word) || (months.has(word) && !shortMonths.has(word));
}
