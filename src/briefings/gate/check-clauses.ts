import { fold } from '../../language/terms.ts';
import type { GateCase, Objection } from './gate.ts';
import { type GateText, type GateWord, shareStem } from './gate-text.ts';

/** What a clause says of its own words: that it is not so, may come, or is only said to be. */
interface Clause {
  readonly terms: ReadonlySet<string>;
  readonly isNegated: boolean;
  /** The terms that its "not" is said of. */
  readonly negated: ReadonlySet<string>;
  readonly isPossible: boolean;
  readonly isAlleged: boolean;
}

const negators: Readonly<Record<string, RegExp>> = {
  en: /^(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly|fail|failed|fails|refuse|refused|refuses|unable|\w+n't|deny|denied|denies|lack|lacks|lacked|reject|rejected|rejects|ruled)$/,
  de: /^(?:nicht|nichts|nie|niemals|niemand\w*|kein|keine[nmrs]?|weder|noch nie|ohne|kaum|verweigert\w*|weigert\w*|dementiert\w*|bestreitet|bestritt\w*|scheitert\w*|abgelehnt|lehnt\w*|bestritten)$/,
};
const possible: Readonly<Record<string, RegExp>> = {
  en: /^(?:may|might|could|would|will|plans?|planned|expected|wants?|wanted|aims?|hopes?|intends?|likely|possibly|probably|perhaps|considers?|considering|threatened|scheduled|proposed|vowed|pledged|promised)$/,
  de: /^(?:konnten?|durften?|durfte|mochten?|sollen?|soll|will|wollen|wollten?|plant|planen|geplant|erwartet|moglicherweise|vielleicht|wahrscheinlich|vermutlich|voraussichtlich|droht)$/,
};
const alleged: Readonly<Record<string, RegExp>> = {
  en: /^(?:allegedly|alleged|reportedly|suspected|suspect|apparently|accused|accuses|accusing|purported|purportedly|unconfirmed|claims?|claimed|believed|charged|denies|denied|suspects|seems|seemingly)$/,
  de: /^(?:angeblich\w*|mutmasslich\w*|offenbar|verdacht\w*|vermeintlich\w*|wirft|warf|warfen|vorgeworfen|beschuldigt\w*|scheinbar|unbestatigt\w*|soll|sollen)$/,
};
/** Not confirmed, what follows is only said: "could not confirm reports that". */
const confirming =
  /^(?:confirm\w*|verif\w*|proof|prove\w*|evidence|know|known|clear|bestatig\w*|beweis\w*|beleg\w*|bekannt|klar)$/;
const opensContent = /^(?:that|whether|if|dass|ob)$/;
/** A doubt that no cited sentence has makes less of a fact. */
const doubts =
  /^(?:may|might|could|possibly|perhaps|allegedly|reportedly|konnte|konnten|moglicherweise|vielleicht|angeblich\w*|mutmasslich\w*)$/;
/** A vote against something says that it is not to be. */
const vote = /^(?:vot(?:e|es|ed|ing)|stimmte?n?|gestimmt|votier\w*)$/;
const against = /^(?:against|gegen|dagegen)$/;
const denials = /^(?:denied|denies|deny|denying|dementiert\w*|bestreitet|bestritt\w*)$/;
/** So many words away a word is still what a "not" is said of. */
const besideNot = 3;
const fewestTerms = 2;
/** Less is chance. */
const leastOverlap = 0.34;

/** A flag of a clause, with what is wrong where it is another in the source. */
const flags: readonly {
  readonly flag: 'isNegated' | 'isPossible' | 'isAlleged';
  readonly reason: 'negation' | 'hedge';
  readonly missing: string;
  readonly added?: string;
}[] = [
  { flag: 'isNegated', reason: 'negation', missing: 'drops a "not"', added: 'adds a "not"' },
  { flag: 'isAlleged', reason: 'hedge', missing: 'tells as fact what is only alleged' },
  { flag: 'isPossible', reason: 'hedge', missing: 'tells as fact what may come' },
];

/** "Not" must stay where it is, and so must "may" and "allegedly": each clause of the statement against the one it is made from. */
export function checkClauses({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  const doubt = sameLanguage ? unseenDoubt(statement, evidence) : undefined;
  if (doubt) return { reason: 'hedge', detail: `"${doubt}" is in no cited sentence` };
  const own = clausesOf(statement);
  const cited = evidence.flatMap(clausesOf);
  if (!sameLanguage) return checkWhole(own, cited);
  const lost = lostNot(own, cited);
  if (lost) return { reason: 'negation', detail: `drops the "not" of ${lost}` };
  for (const clause of own) {
    const near = sources(clause, cited);
    for (const { flag, reason, missing, added } of flags) {
      if (near.length === 0 || near.some((known) => known[flag] === clause[flag])) continue;
      const detail = clause[flag] ? added : missing;
      // Another clause of the statement may say it of the same source: "Since the strike began, no ship has left."
      const sharesNot =
        flag === 'isNegated' &&
        clause.isNegated &&
        cited.some(({ negated }) => negated.intersection(clause.negated).size > 0);
      const isElsewhere =
        sharesNot || own.some((other) => other[flag] !== clause[flag] && sources(other, near).length > 0);
      if (detail && !isElsewhere) return { reason, detail };
    }
  }
  return undefined;
}

/** A word that the sources have with "not" only, in a statement without any. */
function lostNot(own: readonly Clause[], cited: readonly Clause[]): string | undefined {
  if (own.some(({ isNegated }) => isNegated)) return undefined;
  const free = new Set(cited.flatMap(({ isNegated, terms }) => (isNegated ? [] : [...terms])));
  const denied = cited.flatMap(({ isNegated, negated }) => (isNegated ? [...negated] : []));
  return denied.find((term) => !free.has(term) && own.some(({ terms }) => terms.has(term)));
}

function unseenDoubt(statement: GateText, evidence: readonly GateText[]): string | undefined {
  const isDoubtful = (text: GateText) => clausesOf(text).some(({ isPossible, isAlleged }) => isPossible || isAlleged);
  if (evidence.some(isDoubtful)) return undefined;
  return statement.words.find(
    ({ text, opensSentence }) => doubts.test(fold(text)) && !(opensSentence && text === 'May'),
  )?.text;
}

/** The clauses a clause is made from: those with most of its words. */
function sources(clause: Clause, cited: readonly Clause[]): readonly Clause[] {
  const scored = cited.map((known) => ({ known, share: overlap(clause, known) }));
  const best = Math.max(0, ...scored.map(({ share }) => share));
  if (best < leastOverlap || clause.terms.size < fewestTerms) return [];
  return scored.filter(({ share }) => share >= 0.8 * best).map(({ known }) => known);
}

/** Across languages clauses cannot be told apart: as many are negated as in the source, none or some. */
function checkWhole(own: readonly Clause[], cited: readonly Clause[]): Objection | undefined {
  const isNegated = (clauses: readonly Clause[]) => clauses.some((clause) => clause.isNegated);
  if (isNegated(own) === isNegated(cited)) return undefined;
  return { reason: 'negation', detail: isNegated(own) ? 'adds a "not"' : 'drops a "not"' };
}

function clausesOf({ words, language }: GateText): readonly Clause[] {
  const lists = language === 'de' ? 'de' : 'en';
  const clauses = [...Map.groupBy(words, ({ clause }) => clause).values()];
  const read: Clause[] = [];
  for (const [place, members] of clauses.entries()) {
    const keys = members.map(({ text }) => fold(text));
    const has = (pattern: RegExp | undefined) => keys.some((key) => pattern?.test(key));
    const negations = keys.filter(
      (key, at) => negators[lists]?.test(key) && !/^(?:only|nur|just)$/.test(keys[at + 1] ?? ''),
    );
    const isVotedDown = has(vote) && has(against);
    // "Denied that": what follows is not so, says who denies.
    const isDenied =
      /^(?:that|dass)$/.test(keys[0] ?? '') && denials.test(fold(clauses[place - 1]?.at(-1)?.text ?? ''));
    const before = read[place - 1];
    const isUnconfirmed =
      opensContent.test(keys[0] ?? '') &&
      before?.isNegated === true &&
      clauses[place - 1]?.some(({ text }) => confirming.test(fold(text))) === true;
    // "Wirft ihm vor, das Abkommen zu brechen": the infinitive is as alleged as what it hangs on.
    const isInfinitive = lists === 'de' && before?.isAlleged === true && keys.includes('zu');
    read.push({
      terms: new Set(members.flatMap(({ term }) => term ?? [])),
      isNegated: (negations.length + Number(isDenied) + Number(isVotedDown)) % 2 === 1,
      negated: termsOfNot(members, (word) => negators[lists]?.test(fold(word.text)) === true),
      isPossible: has(possible[lists]),
      isAlleged: has(alleged[lists]) || isDenied || isUnconfirmed || isInfinitive,
    });
  }
  return read;
}

/** What each "not" is said of: the next word that says something, else the one before. */
function termsOfNot(members: readonly GateWord[], isNot: (word: GateWord) => boolean): ReadonlySet<string> {
  const terms = members.flatMap((word, at) => {
    if (!isNot(word)) return [];
    const after = members.slice(at + 1, at + 1 + besideNot).find(({ term }) => term !== undefined);
    return after?.term ?? members.slice(0, at).findLast(({ term }) => term !== undefined)?.term ?? [];
  });
  return new Set(terms);
}

function overlap(own: Clause, known: Clause): number {
  const shared = [...own.terms].filter(
    (term) => known.terms.has(term) || [...known.terms].some((other) => shareStem(term, other)),
  ).length;
  return own.terms.size === 0 ? 0 : shared / own.terms.size;
}
