import type { Statement } from '../briefings/briefing.ts';
import { checkStatement, type Evidence } from '../briefings/gate/gate.ts';
import type { WrittenStatements } from './prompt.ts';

/** A sentence that a model was given, with the statement that quotes it. */
export interface Candidate extends Evidence {
  readonly statement: Statement;
}

/** Statements that passed the gate, and why others did not. */
export interface Checked {
  readonly statements: readonly Statement[];
  /** Why the others were dropped. */
  readonly dropped: readonly string[];
}

export interface CheckRequest {
  readonly written: WrittenStatements;
  readonly candidates: readonly Candidate[];
  readonly language: string;
  readonly variants: readonly (readonly string[])[];
}

/** What a model wrote, as statements with citations: only those that pass the gate, each said once. */
export function checkWritten({ written, candidates, language, variants }: CheckRequest): Checked {
  const statements: Statement[] = [];
  const dropped: string[] = [];
  for (const { text, sentences } of written.statements) {
    const evidence = [...new Set(sentences)].map((index) => candidates[index]);
    if (evidence.some((one) => one === undefined)) {
      dropped.push('evidence: cites a sentence that is not there');
      continue;
    }
    const cited = evidence.filter((one) => one !== undefined);
    const verdict = checkStatement({ text: text.trim(), language, evidence: cited, variants });
    if (verdict.kind === 'dropped') dropped.push(`${verdict.reason}: ${verdict.detail}`);
    else if (!statements.some((known) => known.text === text.trim()))
      statements.push(stated(text.trim(), language, cited));
  }
  return { statements, dropped };
}

/** Fewer than half left: what a model wrote is not trusted, and the sources are quoted. */
export function isEnough({ statements, dropped }: Checked): boolean {
  return statements.length > 0 && statements.length >= dropped.length;
}

function stated(text: string, language: string, cited: readonly Candidate[]): Statement {
  const dates = cited.flatMap(({ statement }) => statement.date ?? []).toSorted();
  const foreign = cited.find((one) => one.language !== language)?.language;
  const date = dates.at(-1);
  return {
    text,
    quoted: false,
    ...(date ? { date } : {}),
    ...(foreign ? { translatedFrom: foreign } : {}),
    citations: cited.flatMap(({ statement }) => statement.citations),
  };
}
