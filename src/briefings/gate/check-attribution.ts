import { findNames } from './find-names.ts';
import { findSayings, type Saying } from './find-sayings.ts';
import type { GateCase, Objection } from './gate.ts';
import { type GateText, type GateWord, hasWord } from './gate-text.ts';
import { isNamed } from './same-name.ts';

/** What a source gives as somebody's words must stay theirs: neither told as fact nor put into another mouth. */
export function checkAttribution(one: GateCase): Objection | undefined {
  const { statement, evidence, sameLanguage } = one;
  const own = findSayings(statement);
  const cited = evidence.flatMap(findSayings);
  if (own.length === 0) {
    const isClaim = sameLanguage
      ? onlySaid(statement, evidence, cited).length > 0
      : cited.length > 0 && evidence.every((text) => findSayings(text).length > 0);
    return isClaim ? { reason: 'attribution', detail: 'tells as fact what somebody said' } : undefined;
  }
  if (!sameLanguage) return undefined;
  if (cited.length === 0) return { reason: 'attribution', detail: 'nobody says so in a cited sentence' };
  const wrong = own.find((saying) => !closest(saying, cited).some((known) => isSpeaker(saying, known, one)));
  return wrong
    ? { reason: 'attribution', detail: `"${wrong.speaker.map(({ text }) => text).join(' ')}" is not who says so` }
    : undefined;
}

/** Words of the statement that its sources have in somebody's mouth alone. */
function onlySaid(statement: GateText, evidence: readonly GateText[], sayings: readonly Saying[]): readonly string[] {
  const said = new Set(sayings.flatMap(({ said: words }) => words.flatMap(({ term }) => term ?? [])));
  const free = new Set(
    evidence
      .filter((text) => findSayings(text).length === 0)
      .flatMap(({ terms }) => [...terms])
      .concat(sayings.flatMap(({ speaker }) => speaker.flatMap(({ term }) => term ?? []))),
  );
  return [...statement.terms].filter((term) => said.has(term) && !free.has(term));
}

/** Of several sayings those whose words the statement's are. */
function closest(own: Saying, cited: readonly Saying[]): readonly Saying[] {
  const terms = new Set(own.said.flatMap(({ term }) => term ?? []));
  const scored = cited.map((saying) => ({
    saying,
    shared: new Set(saying.said.flatMap(({ term }) => (term !== undefined && terms.has(term) ? term : []))).size,
  }));
  const best = Math.max(...scored.map(({ shared }) => shared));
  return scored.filter(({ shared }) => shared === best).map(({ saying }) => saying);
}

function isSpeaker({ speaker }: Saying, known: Saying, one: GateCase): boolean {
  // "He said": who that is stands in another of the cited sentences, where the names' check has found it.
  if (known.speaker.length === 0) return true;
  const { statement } = one;
  const mouth = { ...statement, ...textOf(known.speaker) };
  const names = findNames(statement).filter((run) => run.some((word) => speaker.includes(word)));
  if (names.length > 0) {
    const evidence = [{ ...mouth, publishedAt: Temporal.Instant.fromEpochMilliseconds(0) }];
    return names.some((run) => run.some((word) => isNamed(run, word, statement.language, { ...one, evidence })));
  }
  return speaker.length === 0 || speaker.some((word) => word.term !== undefined && hasWord([mouth], word));
}

function textOf(words: readonly GateWord[]): Pick<GateText, 'text' | 'words' | 'terms'> {
  return {
    text: words.map(({ text }) => text).join(' '),
    words,
    terms: new Set(words.flatMap(({ term }) => term ?? [])),
  };
}
