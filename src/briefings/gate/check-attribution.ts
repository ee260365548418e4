import { type Attribution, findAttributions } from '../../reading/find-attributions.ts';
import { findNames } from '../../reading/find-names.ts';
import { isA } from '../../reading/lexicon.ts';
import { hasWord, type ReadText, type ReadWord } from '../../reading/read-text.ts';
import { isNamed } from '../../reading/same-name.ts';
import type { GateCase, Objection } from './gate-case.ts';

/** What a source attributes to somebody must stay attributed: neither stated as fact nor put into another mouth. */
export function checkAttribution(one: GateCase): Objection | undefined {
  const { statement, evidence, sameLanguage } = one;
  const own = findAttributions(statement);
  const cited = evidence.flatMap(findAttributions);
  if (own.length === 0) {
    const isClaim = sameLanguage
      ? isClaimed(
          statement,
          evidence,
          cited.filter(({ isReport }) => !isReport),
        )
      : cited.length > 0 && evidence.every((text) => findAttributions(text).length > 0);
    return isClaim ? { reason: 'attribution', detail: 'tells as fact what somebody said' } : undefined;
  }
  if (!sameLanguage) return undefined;
  if (cited.length === 0) return { reason: 'attribution', detail: 'nobody says so in a cited sentence' };
  const wrong = own.find(
    (attribution) => !closest(attribution, cited).some((known) => isSpeaker(attribution, known, one)),
  );
  return wrong
    ? { reason: 'attribution', detail: `"${wrong.speaker.map(({ text }) => text).join(' ')}" is not who says so` }
    : undefined;
}

/** Whether a clause of the statement consists of attributed words of its sources more than of what they state themselves. */
function isClaimed(statement: ReadText, evidence: readonly ReadText[], attributions: readonly Attribution[]): boolean {
  const said = new Set(attributions.flatMap(({ said: words }) => words.flatMap(({ term }) => term ?? [])));
  if (statement.words.some(({ key }) => isA('accusing', key, statement.language))) return false;
  const speakers = attributions.flatMap(({ speaker }) => speaker);
  const named = speakers.find(({ key }) => isA('document', key, statement.language));
  if (named && statement.words.some(({ key }) => key === named.key)) return false;
  const saidWords = new Set(attributions.flatMap(({ said: words }) => words));
  const free = new Set(
    evidence.flatMap(({ words }) => words.flatMap((word) => (saidWords.has(word) ? [] : (word.term ?? [])))),
  );
  const names = new Set(findNames(statement, evidence).flat());
  return [...Map.groupBy(statement.words, ({ clause }) => clause).values()].some((words) => {
    const terms = words.flatMap((word) => (word.term !== undefined && !names.has(word) ? word.term : []));
    const spoken = new Set(speakers.flatMap(({ term }) => term ?? []));
    const onlySaid = terms.filter((term) => said.has(term) && !free.has(term) && !spoken.has(term)).length;
    return onlySaid > 0 && onlySaid >= terms.filter((term) => free.has(term)).length;
  });
}

/** Of several attributions those with most of its words. */
function closest(own: Attribution, all: readonly Attribution[]): readonly Attribution[] {
  const terms = new Set(own.said.flatMap(({ term }) => term ?? []));
  const scored = all.map((attribution) => ({
    attribution,
    shared: new Set(attribution.said.flatMap(({ term }) => (term !== undefined && terms.has(term) ? term : []))).size,
  }));
  const best = Math.max(...scored.map(({ shared }) => shared));
  return scored.filter(({ shared }) => shared === best).map(({ attribution }) => attribution);
}

function isSpeaker({ speaker }: Attribution, known: Attribution, one: GateCase): boolean {
  // "He said": the name is in another cited sentence, where the names check has found it.
  if (known.speaker.length === 0) return true;
  const { statement, evidence } = one;
  const mouth = { ...statement, ...textOf(known.speaker) };
  const names = findNames(statement).filter((run) => run.some((word) => speaker.includes(word)));
  const named = known.speaker.find(({ key }) => isA('document', key, statement.language));
  if (named && speaker.some(({ key }) => key === named.key)) return true;
  // "The company announced" of a statement that names it.
  const isGeneric = speaker.every(({ key, term }) => term === undefined || isA('generic', key, statement.language));
  if (
    isGeneric &&
    speaker.length > 0 &&
    known.speaker.some((word) => word.isCapital && isInStatement(word, statement, speaker))
  )
    return true;
  // "His lawyers said": the owner is in another cited sentence.
  const owned = known.speaker.filter((word) => isOwned(word, one));
  // "The government" of one sentence is "the government of Oland" with another.
  const isUnnamed =
    evidence.length > 1 && known.speaker.every(({ isCapital, opensSentence }) => !isCapital || opensSentence);
  if (isUnnamed && known.speaker.some((word) => speaker.some(({ term }) => term === word.term))) return true;
  if (owned.some((word) => speaker.some(({ term }) => term === word.term))) return true;
  if (names.length > 0) {
    const spoken = [{ ...mouth, publishedAt: Temporal.Instant.fromEpochMilliseconds(0) }];
    return names.some((run) =>
      run.some((word) => isNamed(run, word, statement.language, { ...one, evidence: spoken })),
    );
  }
  return speaker.length === 0 || speaker.some((word) => word.term !== undefined && hasWord([mouth], word));
}

function isInStatement({ key }: ReadWord, { words }: ReadText, speaker: readonly ReadWord[]): boolean {
  return words.some((word) => word.key === key && !speaker.includes(word));
}

function isOwned(word: ReadWord, { evidence }: GateCase): boolean {
  return evidence.some(({ words }) =>
    /^(?:his|her|their|its|seine?[nmrs]?|ihre?[nmrs]?)$/.test(words[words.indexOf(word) - 1]?.key ?? ''),
  );
}

function textOf(words: readonly ReadWord[]): Pick<ReadText, 'text' | 'words' | 'terms'> {
  return {
    text: words.map(({ text }) => text).join(' '),
    words,
    terms: new Set(words.flatMap(({ term }) => term ?? [])),
  };
}
