import { runSync, type Yielding } from '../runtime/yield-to-event-loop.ts';
import { countryNames } from '../text/countries.ts';
import { baseLanguage, stopWords } from '../text/terms.ts';
import type { KnownActors, Mention } from './actor.ts';
import { actorClasses, type Evidence, evidenceFor, strongestClass } from './evidence/evidence.ts';
import { inText, keepsCapitals, type RunInText } from './evidence/run-in-text.ts';
import { firstFrom } from './find-antecedent.ts';
import { findInHeadlines } from './find-in-headlines.ts';
import { findRuns } from './find-runs.ts';
import { isNameWord } from './name-words.ts';
import { findTitles } from './quote-marks.ts';
import { type Token, tokensOf } from './tokens.ts';

/** One name of a text: all runs with the same spelling, and the evidence for its kinds. */
interface NameInText {
  readonly runs: RunInText[];
  readonly evidence: Evidence;
}

const kinds = ['person', 'organization', 'place'] as const;
const listGap = /^(?:, | and | or | & |, and |, or | und | oder )$/;
const shareOfNeighbor = 0.3;

/**
 * The persons, organizations and places that a text names, in order. A name keeps one kind throughout the text; a bare surname follows
 * the fuller name. `known` gives the kind of a name in the archive.
 */
export function findMentions(text: string, language: string, known?: KnownActors): Mention[] {
  return runSync(mentionsAmong(text, tokensOf(text, language), language, known));
}

/** The same for a text with its tokens; yields between runs. */
export function* mentionsAmong(
  text: string,
  tokens: readonly Token[],
  language: string,
  known?: KnownActors,
): Yielding<Mention[]> {
  const states = hasCapitals(text) ? [] : findStates(text, language);
  const isTitle = titleFinder(text);
  yield;
  const all: RunInText[] = [];
  for (const run of findRuns(tokens, language)) {
    all.push(inText(run, tokens, text, language, isTitle(tokens[run.from])));
    yield;
  }
  const body = all.filter(({ first }) => !first.inTitleCase);
  const runs = body.length > 0 ? body : all.filter(({ first }) => !first.inCapitals);
  const names = yield* gather(runs);
  addOpenerDoubt(names, tokens, language);
  addKnown(names, known);
  yield;
  shareInLists(text, runs, names);
  linkSurnames(names, language);
  const mentions = toMentions(names);
  yield;
  const inHeadlines =
    runs === body || runs.length === 0 ? yield* findInHeadlines(text, tokens, mentions, language) : [];
  return [...mentions, ...states, ...inHeadlines].sort((a, b) => a.start - b.start);
}

/** Whether a token is in a quoted title. */
function titleFinder(text: string): (token: Token | undefined) => boolean {
  const titles = findTitles(text);
  return (token) => {
    const title = token && titles[firstFrom(titles, token.start + 1) - 1];
    return title !== undefined && token !== undefined && token.end <= title.end;
  };
}

function* gather(runs: readonly RunInText[]): Yielding<Map<string, NameInText>> {
  const names = new Map<string, NameInText>();
  for (const run of runs) {
    const evidence = evidenceFor(run);
    yield;
    const found = names.get(run.folded);
    if (!found) names.set(run.folded, { runs: [run], evidence });
    else {
      found.runs.push(run);
      for (const reading of actorClasses) found.evidence[reading] += evidence[reading];
    }
  }
  return names;
}

/** A word that only opens sentences has no evidence from its capital; if it is lower case elsewhere, it is not a name. */
function addOpenerDoubt(names: ReadonlyMap<string, NameInText>, tokens: readonly Token[], language: string): void {
  const lowerCase = new Set(tokens.filter(({ capital }) => !capital).map(({ folded }) => folded));
  const base = baseLanguage(language);
  const isCommon = (word: string) =>
    lowerCase.has(word) ||
    stopWords(base).has(word) ||
    (base === 'en' && isNameWord('opener-en', word)) ||
    (base === 'de' && isNameWord('opener-de', word));
  for (const [folded, { runs, evidence }] of names) {
    if (!runs.every(({ words, first }) => words.length === 1 && first.opensSentence && !first.acronym)) continue;
    evidence.other += isCommon(folded) ? 8 * runs.length : runs[0]?.country ? 0 : doubt(folded, base);
  }
}

function doubt(folded: string, language: string): number {
  if (language === 'de') return isNameWord('first-name', folded) ? 0 : 2.5;
  return language === 'en' && /(?:ing|ly|ed|s|tion|ment|ness)$/.test(folded) ? 2.5 : 0.5;
}

function addKnown(names: ReadonlyMap<string, NameInText>, known: KnownActors | undefined): void {
  for (const { runs, evidence } of names.values()) {
    const kind = known?.(runs[0]?.text ?? '');
    if (kind) evidence[kind] += 3;
  }
}

/** Names in a list are usually of one kind: "Toulouse, Lyon and Aisby". */
function shareInLists(text: string, runs: readonly RunInText[], names: ReadonlyMap<string, NameInText>): void {
  const shared = new Map<Evidence, Evidence>();
  const share = (to: RunInText, from: RunInText) => {
    const [target, source] = [names.get(to.folded)?.evidence, names.get(from.folded)?.evidence];
    if (!target || !source || target === source) return;
    const sum = shared.get(target) ?? { person: 0, organization: 0, place: 0, other: 0 };
    for (const reading of kinds) sum[reading] += Math.min(source[reading], 4) * shareOfNeighbor;
    shared.set(target, sum);
  };
  for (const [i, run] of runs.entries()) {
    const next = runs[i + 1];
    if (next && next.run.from - run.run.to <= 1 && listGap.test(text.slice(run.last.end, next.first.start))) {
      share(run, next);
      share(next, run);
    }
  }
  for (const [evidence, sum] of shared) for (const reading of kinds) evidence[reading] += sum[reading];
}

/** "Park" alone is the "Park Jin" of the same text, and where names are declined "Трампа" is "Дональд Трамп". */
function linkSurnames(names: ReadonlyMap<string, NameInText>, language: string): void {
  const parts = new Set<string>();
  for (const { runs, evidence } of names.values()) {
    const words = runs[0]?.foldedWords ?? [];
    if (words.length > 1 && strongestClass(evidence) === 'person')
      for (const part of [words[0], words.at(-1)]) parts.add(part ?? '');
  }
  const declined = keepsCapitals(language) ? Map.groupBy(parts, opening) : new Map<string, string[]>();
  for (const [folded, { runs, evidence }] of names) {
    const isPart = parts.has(folded) || declined.get(opening(folded))?.some((part) => areCasesOfOne(part, folded));
    if (isPart) evidence.person += 3 * runs.length;
  }
}

const leastStem = 4;
const longestEnding = 3;
const opening = (folded: string): string => folded.slice(0, leastStem);

/** Whether two folded names differ in a case ending alone. Both open with the same four letters. */
function areCasesOfOne(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < leastStem || other.includes(' ')) return false;
  let same = leastStem;
  while (same < one.length && one[same] === other[same]) same++;
  return Math.max(one.length, other.length) - same <= longestEnding;
}

function toMentions(names: ReadonlyMap<string, NameInText>): Mention[] {
  const mentions: Mention[] = [];
  for (const { runs, evidence } of names.values()) {
    const type = strongestClass(evidence);
    if (type)
      for (const { first, last, text } of runs) mentions.push({ start: first.start, end: last.end, text, type });
  }
  return mentions;
}

const shortestName = 2;
const patterns = new Map<string, RegExp>();

/** Whether a text's script has capitals, which mark names; Arabic, Chinese, Hindi and others have none. */
function hasCapitals(text: string): boolean {
  const sample = text.slice(0, 2000);
  const cased = sample.match(/[\p{Lu}\p{Ll}]/gu)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return cased * 2 >= letters;
}

/** The states and capital cities that a text names, by a list: without capital letters there is nothing else to tell a name by. */
function findStates(text: string, language: string): Mention[] {
  return [...text.matchAll(patternFor(baseLanguage(language)))].map((match): Mention => {
    const start = match.index;
    return { start, end: start + match[0].length, text: match[0], type: 'place' };
  });
}

/** Longer names first, or "Korea" would be found in "North Korea". */
function patternFor(language: string): RegExp {
  let pattern = patterns.get(language);
  if (!pattern) {
    const names = [...countryNames(language)]
      .filter(([name, { by }]) => by !== 'demonym' && name.length >= shortestName && !/[a-z]/i.test(name))
      .map(([name]) => name);
    const longestFirst = names.sort((a, b) => b.length - a.length).map((name) => RegExp.escape(name));
    pattern = new RegExp(longestFirst.join('|') || '(?!)', 'giu');
    patterns.set(language, pattern);
  }
  return pattern;
}
