import { isVerb } from './find-verbs.ts';
import { isA, type Kind } from './lexicon.ts';
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

/** "Not only", and a court that ruled; "ruled out" is a negation. */
const affirming = /^\S+ (?:only|nur|just)$|^ruled (?!out$)/;
/** "Before easing the sanctions": not yet. */
const opensAhead = /^before \S+ing$/;
/** The scope of a negation, in words. */
const besideNot = 3;

/** Parses the clauses of a text with their polarity and modality. */
export function readClauses(text: ReadText): readonly Clause[] {
  const { words, language } = text;
  const clauses = [...Map.groupBy(words, ({ clause }) => clause).values()];
  const read: Clause[] = [];
  for (const [place, members] of clauses.entries()) {
    const keys = members.map(({ key }) => key);
    const has = (kind: Kind) => keys.some((key) => isA(kind, key, language));
    const negations = keys.filter(
      (key, at) => isA('negation', key, language) && !affirming.test(`${key} ${keys[at + 1]}`),
    );
    const isVotedDown = has('vote') && has('against');
    // "Denied that": what follows is negated.
    const isDenied = /^(?:that|dass)$/.test(keys[0] ?? '') && isA('denial', clauses[place - 1]?.at(-1)?.key, language);
    const before = read[place - 1];
    // "Proposed that states cut", "lehnten ab, ihn zu lassen": what is proposed, or rejected, is so in the clause that says what.
    const isContent = /^(?:that|dass)$/.test(keys[0] ?? '') && isSameSentence(clauses[place - 1], members);
    const isUnconfirmed =
      isA('opens-content', keys[0], language) &&
      before?.isNegated === true &&
      clauses[place - 1]?.some(({ key }) => isA('confirming', key, language)) === true;
    // "Wirft ihm vor, das Abkommen zu brechen": the infinitive is as alleged as its governing clause.
    const isInfinitive = language === 'de' && before?.isAlleged === true && keys.includes('zu');
    // "Accused of backing the radical, left-wing front": a comma between adjectives does not end the allegation.
    const continues = before?.isAlleged === true && !members.some((word) => isVerb(text, words.indexOf(word)));
    read.push({
      terms: new Set(members.flatMap(({ term }) => term ?? [])),
      isNegated: (negations.length + Number(isDenied) + Number(isVotedDown)) % 2 === 1,
      negated: negatedTerms(members, ({ key }) => negations.includes(key)),
      isCertain: has('certain') && !has('wish'),
      isWish: has('wish') && !has('certain'),
      isConditional: hasCondition(text, members[0]?.clause ?? place),
      isPossible:
        has('possible') ||
        (isContent && before?.isPossible === true) ||
        opensAhead.test(`${keys[0]} ${keys[1]}`) ||
        keys.some((key, at) => key === 'to' && /^(?:is|are|was|were)$/.test(keys[at - 1] ?? '')),
      isAlleged: has('alleged') || isDenied || isUnconfirmed || isInfinitive || continues,
    });
  }
  return read;
}

function isSameSentence(before: readonly ReadWord[] | undefined, members: readonly ReadWord[]): boolean {
  return before !== undefined && members[0]?.opensSentence === false;
}

/** Whether another clause of the sentence is a condition for this one. */
function hasCondition({ words, language }: ReadText, clause: number): boolean {
  return words.some(
    ({ key, clause: own }, at) =>
      own !== clause && isA('condition', key, language) && !isA('asks-whether', words[at - 1]?.key, language),
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
