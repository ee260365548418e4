import type { Briefing } from '../briefings/briefing.ts';
import type { Answer } from './answer.ts';

/** A briefing in the output format of `--json`: its statements, by story. An empty briefing is a refusal. */
export function briefingAnswer(briefing: Briefing, archive: Answer['archive']): Answer {
  const sections = briefing.stories.map(({ title, statements }) => ({ heading: title, statements }));
  const isEmpty = sections.length === 0;
  return {
    kind: 'brief',
    title: briefing.interest,
    language: briefing.language,
    refused: isEmpty,
    ...(isEmpty
      ? { text: `Not in the archive: nothing on ${briefing.interest} since ${briefing.windowStart.slice(0, 10)}.` }
      : {}),
    statements: sections.flatMap(({ statements }) => statements),
    sections,
    archive,
  };
}
