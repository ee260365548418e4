import type { Briefing, Statement } from '../briefings/briefing.ts';
import { checkStatement } from '../briefings/gate/gate.ts';

/** Whether everything generated in a kept briefing passes the gate of today, which may have become stricter since. */
export function holdsStatements(briefing: Briefing, variants: readonly (readonly string[])[]): boolean {
  const statements = briefing.stories.flatMap(({ statements, whyItMatters }) => [
    ...statements,
    ...(whyItMatters ? [whyItMatters] : []),
  ]);
  return statements.filter(({ quoted }) => !quoted).every((statement) => holds(statement, briefing.language, variants));
}

function holds(
  { text, citations, translatedFrom }: Statement,
  language: string,
  variants: readonly (readonly string[])[],
): boolean {
  const evidence = citations.map(({ quote, publishedAt }) => ({
    text: quote,
    language: translatedFrom ?? language,
    publishedAt: Temporal.Instant.from(publishedAt),
  }));
  return checkStatement({ text, language, evidence, variants }).kind === 'kept';
}
