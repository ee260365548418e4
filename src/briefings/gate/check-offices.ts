import { type Office, officesBeside } from '../../reading/find-offices.ts';
import { isA } from '../../reading/lexicon.ts';
import { type ReadText, type ReadWord, shareStem } from '../../reading/read-text.ts';
import type { GateCase, Objection } from './gate-case.ts';

/** The most words between a name and its office: "Falkner, who has been the mayor". */
const reach = 6;

/** A person must hold the stated office in a cited sentence, and a former office only as a former one. */
export function checkOffices({ statement, evidence, sameLanguage }: GateCase): Objection | undefined {
  if (!sameLanguage) return undefined;
  const ended = new Set(evidence.flatMap(formerRoles));
  const known = evidence.map((text) => officesBeside(text, reach, ended));
  for (const own of officesBeside(statement, 2, ended)) {
    const name = own.holder.at(-1);
    const same = known
      .flat()
      .filter(
        ({ word, holder }) =>
          (isOffice(word, own.word) || isCounterpart(word, own.word, evidence)) &&
          holder.some(({ key }) => key === name?.key),
      );
    const detail = `${name?.text} as ${own.word.text}`;
    const isApart = !same.length && !known.flat().some(({ word }) => isOffice(word, own.word));
    if (same.length === 0 && isOfPronoun(own, evidence)) continue;
    if (same.length === 0)
      return { reason: 'office', detail: `${detail} is ${isApart ? 'in no cited sentence' : 'another person'}` };
    if (same.every(({ field }) => isAnotherField(own.field, field)))
      return { reason: 'office', detail: `${name?.text} is ${own.word.text} of something else` };
    if (same.every((one) => one.isFormer) && !own.isFormer) return { reason: 'office', detail: `${detail} is former` };
    if (same.every((one) => !one.isFormer) && own.isFormer)
      return { reason: 'office', detail: `${detail} is not former` };
  }
  return undefined;
}

/** "Als Generalsekretär wurde er berufen": the pronoun refers to the name in another cited sentence. */
function isOfPronoun({ word, holder }: Office, evidence: readonly ReadText[]): boolean {
  const isNamed = evidence.some(({ words }) => words.some(({ key }) => key === holder.at(-1)?.key));
  return (
    isNamed &&
    evidence.some((text) => {
      const office = text.words.find((one) => isOffice(one, word));
      const hasPronoun = text.words.some(
        ({ key, clause }) => clause === office?.clause && /^(?:he|she|er|sie)$/.test(key),
      );
      return office !== undefined && hasPronoun && officesBeside(text, reach, new Set()).length === 0;
    })
  );
}

/** "Police director" and "hospital director" differ; a missing field matches any. */
function isAnotherField(own: ReadWord | undefined, cited: ReadWord | undefined): boolean {
  return own !== undefined && cited !== undefined && own.term !== cited.term && !shareStem(own.key, cited.key);
}

/** "The minister met his Japanese counterpart Hayashi": a counterpart holds the same office. */
function isCounterpart({ key }: ReadWord, office: ReadWord, evidence: readonly ReadText[]): boolean {
  return evidence.some(
    ({ words, language }) => isA('counterpart', key, language) && words.some((word) => isOffice(word, office)),
  );
}

function isOffice(a: ReadWord, b: ReadWord): boolean {
  return a.key === b.key || a.term === b.term || (shareStem(a.key, b.key) && a.key.length > 5);
}

/** Roles right after "former": "the former banker Leo Marsh". */
function formerRoles({ words, language }: ReadText): readonly string[] {
  return words.flatMap(({ key }, index) => (isA('former', words[index - 1]?.key, language) ? [key] : []));
}
