import { findNames, type NameRun } from '../../reading/find-names.ts';
import { hasWord, type ReadText, type ReadWord } from '../../reading/read-text.ts';
import { isNamed, stateOf } from '../../reading/same-name.ts';
import { marks, partsSentences } from '../../text/marks.ts';
import type { GateCase, Objection } from './gate-case.ts';

/** Every name of the statement must be in a cited sentence, and the words of one name must be in one name there. */
export function checkNames(one: GateCase): Objection | undefined {
  const { statement, evidence, variants } = one;
  for (const run of findNames(statement)) {
    for (const word of run) {
      const isKnown = isNamed(run, word, statement.language, one) || isCommonWord(word, one);
      if (!isKnown) return { reason: 'name', detail: `${word.text} is in no cited sentence` };
    }
    const mixed = one.sameLanguage && variants.length === 0 ? findMixed(run, statement.language, evidence) : undefined;
    if (mixed) return { reason: 'name', detail: `${mixed} mixes two names` };
  }
  return undefined;
}

/** A sentence may open with a word that is lower case in its source, and German capitalizes all nouns. */
function isCommonWord(word: ReadWord, { evidence, sameLanguage, statement }: GateCase): boolean {
  if (!sameLanguage && statement.language === 'de') return false;
  return (word.opensSentence || statement.language === 'de') && sameLanguage && hasWord(evidence, word);
}

/** Two words that form a name in the statement but never in the sources: "Ana Falkner" from "Ana Ruiz" and "Ilse Falkner". */
function findMixed(run: NameRun, language: string, evidence: readonly ReadText[]): string | undefined {
  const parts = run.filter(
    (word, index) => !stateOf([word], language) && !stateOf(run.slice(index, index + 2), language),
  );
  const longNames = evidence
    .flatMap((text) => findNames(text))
    .filter(({ length }) => length > 1)
    .map((name) => new Set(name.map(({ key }) => key)));
  for (const [index, word] of parts.entries()) {
    const next = parts[index + 1];
    if (!next || run.indexOf(next) !== run.indexOf(word) + 1 || stateOf([word, next], language)) continue;
    // "Oland's Supreme Court" is two names, and in German any two nouns may be adjacent.
    if (
      /['’]s$/.test(word.text) ||
      (language === 'de' && !longNames.some((name) => name.has(word.key) || name.has(next.key)))
    )
      continue;
    const both = evidence.filter(({ words }) => words.some(({ key }) => key === word.key));
    if (both.length > 0 && !both.some((text) => areInOneName(text, word, next))) return `${word.text} ${next.text}`;
  }
  return undefined;
}

/** "St. Thomas", "Alfred H. Moses". */
const longestInitial = 3;

/** Whether what stands between two words parts them into two names. */
function parts(between: string): boolean {
  return partsSentences(between) || /\s(?:and|und|or|oder)\s/.test(between) || dividing.test(between);
}

const dividing = new RegExp(`[[\\p{Terminal_Punctuation}--[.!?]]\\p{Ps}\\p{Pe}${marks.quote}]`, 'v');

/** Whether both words are in one run of capitalized words, in this order. */
function areInOneName({ words, text }: ReadText, first: ReadWord, second: ReadWord): boolean {
  return words.some(({ key, end }, at) => {
    if (key !== first.key) return false;
    const other = words.slice(at + 1, at + 5).find((word) => word.key === second.key);
    return (
      other !== undefined &&
      !parts(
        text
          .slice(end, other.start)
          .replace(/\b\p{Lu}\.\s/gu, '')
          .replace(key.length <= longestInitial ? /^\.\s/ : '', ''),
      )
    );
  });
}
