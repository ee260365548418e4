import { fold } from '../text/terms.ts';
import { isVerb } from './find-verbs.ts';
import type { ReadText, ReadWord } from './read-text.ts';

/** The polarity and modality of a clause: negated, possible, or only alleged. */
export interface Clause {
  readonly terms: ReadonlySet<string>;
  readonly isNegated: boolean;
  /** The terms in the scope of its negation. */
  readonly negated: ReadonlySet<string>;
  readonly isPossible: boolean;
  /** "Will host", and "is interested in hosting". */
  readonly isCertain: boolean;
  readonly isWish: boolean;
  /** Conditional on another clause of its sentence. */
  readonly isConditional: boolean;
  readonly isAlleged: boolean;
}

const negators: Readonly<Record<string, RegExp>> = {
  en: /^(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly|fail|failed|fails|refuse|refused|refuses|unable|\w+n't|deny|denied|denies|lack|lacks|lacked|reject|rejected|rejects|ruled)$/,
  de: /^(?:nicht|nichts|nie|niemals|niemand\w*|kein|keine[nmrs]?|weder|noch nie|ohne|kaum|verweigert\w*|weigert\w*|dementiert\w*|bestreitet|bestritt\w*|scheitert\w*|abgelehnt|lehnt\w*|bestritten)$/,
};
/** "Not only", and a court that ruled; "ruled out" is a negation. */
const affirming = /^\S+ (?:only|nur|just)$|^ruled (?!out$)/;
const possible: Readonly<Record<string, RegExp>> = {
  en: /^(?:may|might|could|would|will|plans?|planned|expect|expects|expected|forecasts?|predicts?|predicted|fears?|feared|wants?|wanted|aims?|hopes?|interested|keen|willing|ready|prepared|intends?|likely|possibly|probably|perhaps|considers?|considering|threatened|scheduled|proposed|vowed|pledged|promised)$/,
  de: /^(?:konnten?|durften?|durfte|mochten?|sollen?|soll|will|wollen|wollten?|plant|planen|geplant|erwartet|erwarten|rechne[nt]|befurchte[nt]|furchte[nt]|moglicherweise|vielleicht|wahrscheinlich|vermutlich|voraussichtlich|droht)$/,
};
const alleged: Readonly<Record<string, RegExp>> = {
  en: /^(?:allegedly|alleged|reportedly|suspected|suspect|apparently|accused|accuses|accusing|purported|purportedly|unconfirmed|claims?|claimed|believed|thought|presumed|rumored|rumoured|charged|denies|denied|suspects|seems|seemingly|accusations?|allegations?)$/,
  de: /^(?:angeblich\w*|mutmasslich\w*|offenbar|verdacht\w*|vermeintlich\w*|wirft|warf|warfen|vorgeworfen|vorwurfe?n?|beschuldigt\w*|scheinbar|unbestatigt\w*|soll|sollen)$/,
};
const certain = /^(?:will|wird|werden|plans?|planned|plant|planen|set|would|wurde)$/;
const wish =
  /^(?:interested|keen|wants?|wanted|hopes?|hoped|considers?|considered|considering|could|may|might|bid|erwagt|erwagen|hofft|hoffen|mochten?|konnten?)$/;
/** "Before easing the sanctions": not yet. */
const opensAhead = /^before \S+ing$/;
/** If not confirmed, what follows is only alleged: "could not confirm reports that". */
const confirming =
  /^(?:confirm\w*|verif\w*|proof|prove\w*|evidence|know|known|clear|bestatig\w*|beweis\w*|beleg\w*|bekannt|klar)$/;
const opensContent = /^(?:that|whether|if|dass|ob)$/;
/** A vote against something negates it. */
const vote = /^(?:vot(?:e|es|ed|ing)|stimmte?n?|gestimmt|votier\w*)$/;
const against = /^(?:against|gegen|dagegen)$/;
const denials = /^(?:denied|denies|deny|denying|dementiert\w*|bestreitet|bestritt\w*)$/;
/** The scope of a negation, in words. */
const besideNot = 3;

/** Parses the clauses of a text with their polarity and modality. */
export function readClauses(text: ReadText): readonly Clause[] {
  const { words, language } = text;
  const lists = language === 'de' ? 'de' : 'en';
  const clauses = [...Map.groupBy(words, ({ clause }) => clause).values()];
  const read: Clause[] = [];
  for (const [place, members] of clauses.entries()) {
    const keys = members.map(({ text }) => fold(text));
    const has = (pattern: RegExp | undefined) => keys.some((key) => pattern?.test(key));
    const negations = keys.filter((key, at) => negators[lists]?.test(key) && !affirming.test(`${key} ${keys[at + 1]}`));
    const isVotedDown = has(vote) && has(against);
    // "Denied that": what follows is negated.
    const isDenied =
      /^(?:that|dass)$/.test(keys[0] ?? '') && denials.test(fold(clauses[place - 1]?.at(-1)?.text ?? ''));
    const before = read[place - 1];
    const isUnconfirmed =
      opensContent.test(keys[0] ?? '') &&
      before?.isNegated === true &&
      clauses[place - 1]?.some(({ text }) => confirming.test(fold(text))) === true;
    // "Wirft ihm vor, das Abkommen zu brechen": the infinitive is as alleged as its governing clause.
    const isInfinitive = lists === 'de' && before?.isAlleged === true && keys.includes('zu');
    // "Accused of backing the radical, left-wing front": a comma between adjectives does not end the allegation.
    const continues = before?.isAlleged === true && !members.some((word) => isVerb(text, words.indexOf(word)));
    read.push({
      terms: new Set(members.flatMap(({ term }) => term ?? [])),
      isNegated: (negations.length + Number(isDenied) + Number(isVotedDown)) % 2 === 1,
      negated: negatedTerms(members, ({ text }) => negations.includes(fold(text))),
      isCertain: has(certain) && !has(wish),
      isWish: has(wish) && !has(certain),
      isConditional: hasCondition(words, members[0]?.clause ?? place),
      isPossible:
        has(possible[lists]) ||
        opensAhead.test(`${keys[0]} ${keys[1]}`) ||
        keys.some((key, at) => key === 'to' && /^(?:is|are|was|were)$/.test(keys[at - 1] ?? '')),
      isAlleged: has(alleged[lists]) || isDenied || isUnconfirmed || isInfinitive || continues,
    });
  }
  return read;
}

const condition = /^(?:if|unless|provided|wenn|falls|sofern)$/;
const asksWhether = /^(?:ask\w*|know\w*|see|wonder\w*|even|only|as|sure|selbst|auch|nur|als)$/;

/** Whether another clause of the sentence is a condition for this one. */
function hasCondition(words: readonly ReadWord[], clause: number): boolean {
  return words.some(
    ({ key, clause: own }, at) => own !== clause && condition.test(key) && !asksWhether.test(words[at - 1]?.key ?? ''),
  );
}

/** The scope of each negation: the next content word, else the one before. */
function negatedTerms(members: readonly ReadWord[], isNot: (word: ReadWord) => boolean): ReadonlySet<string> {
  const terms = members.flatMap((word, at) => {
    if (!isNot(word)) return [];
    const after = members.slice(at + 1, at + 1 + besideNot).find(({ term }) => term !== undefined);
    return after?.term ?? members.slice(0, at).findLast(({ term }) => term !== undefined)?.term ?? [];
  });
  return new Set(terms);
}
