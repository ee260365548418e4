import { fold } from '../language/terms.ts';
import type { ActorKind, KnownActors, Mention } from './actor.ts';
import { type Evidence, evidenceFor, type RunInText } from './evidence.ts';
import { findRuns, type NameRun } from './find-runs.ts';
import { commonOpeners } from './lists/context.ts';
import { type Token, tokensOf } from './tokens.ts';

/** One name of a text: every run spelled alike, and what speaks for its kinds. */
interface NameInText {
  readonly runs: RunInText[];
  readonly evidence: Evidence;
}

const kinds: readonly ActorKind[] = ['person', 'organization', 'place'];

/**
 * Who and what a text names: persons, organizations and places, in order. A name keeps one kind throughout the text; a surname
 * alone follows the fuller name. `known` tells what the archive already knows of a name.
 */
export function findMentions(text: string, language: string, known?: KnownActors): Mention[] {
  const tokens = tokensOf(text, language);
  const runs = findRuns(tokens, language).map((run) => inText(run, tokens, text, language));
  const names = gather(runs, tokens, known);
  linkSurnames(names);
  const mentions: Mention[] = [];
  for (const { runs, evidence } of names.values()) {
    const type = strongest(evidence);
    if (type === undefined) continue;
    for (const { first, last, text } of runs) mentions.push({ start: first.start, end: last.end, text, type });
  }
  return mentions.sort((a, b) => a.start - b.start);
}

function inText(run: NameRun, tokens: readonly Token[], text: string, language: string): RunInText {
  const own = tokens.slice(run.from, run.to);
  const first = own[0] as Token;
  const last = own.at(-1) as Token;
  const name = text.slice(first.start, last.end);
  return {
    run,
    words: own.map((token) => token.text),
    text: name,
    folded: fold(name),
    first,
    last,
    before: tokens[run.from - 1],
    beforeThat: tokens[run.from - 2],
    after: tokens[run.to],
    afterThat: tokens[run.to + 1],
    language,
  };
}

function gather(
  runs: readonly RunInText[],
  tokens: readonly Token[],
  known: KnownActors | undefined,
): Map<string, NameInText> {
  const lowerCase = new Set(tokens.filter(({ capital }) => !capital).map(({ folded }) => folded));
  const names = new Map<string, NameInText>();
  for (const run of runs) {
    const found = names.get(run.folded);
    const evidence = evidenceFor(run);
    if (run.words.length === 1 && run.first.opensSentence) evidence.other += openerDoubt(run, lowerCase);
    if (run.first.inTitleCase) evidence.other += 1.5;
    const kind = found ? undefined : known?.(run.text);
    if (kind) evidence[kind] += 3;
    if (!found) names.set(run.folded, { runs: [run], evidence });
    else {
      found.runs.push(run);
      for (const key of [...kinds, 'other'] as const) found.evidence[key] += evidence[key];
    }
  }
  return names;
}

/** A word that opens a sentence has its capital for nothing; seen in lower case elsewhere it is surely no name. */
function openerDoubt({ folded, first, language }: RunInText, lowerCase: ReadonlySet<string>): number {
  if (first.acronym) return 0;
  if (lowerCase.has(folded) || commonOpeners[language]?.has(folded)) return 8;
  return first.possessive ? 0.4 : /(?:ing|ly|ed|s|tion|ment|ness)$/.test(folded) ? 2.5 : 1;
}

function strongest(evidence: Evidence): ActorKind | undefined {
  const best = kinds.reduce((a, b) => (evidence[b] > evidence[a] ? b : a));
  return evidence[best] > evidence.other ? best : undefined;
}

/** "Park" alone is the "Park Jin" of the same text. */
function linkSurnames(names: ReadonlyMap<string, NameInText>): void {
  const persons = new Map<string, NameInText>();
  for (const name of names.values()) {
    const run = name.runs[0] as RunInText;
    if (run.words.length < 2 || strongest(name.evidence) !== 'person') continue;
    persons.set(fold(run.words.at(-1) ?? ''), name);
    if (!persons.has(fold(run.words[0] ?? ''))) persons.set(fold(run.words[0] ?? ''), name);
  }
  for (const [folded, name] of names) {
    if ((name.runs[0] as RunInText).words.length > 1 || !persons.has(folded)) continue;
    name.evidence.person += 3 * name.runs.length;
  }
}
