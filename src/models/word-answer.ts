import type { Answer } from '../answers/answer.ts';
import type { Statement } from '../briefings/briefing.ts';
import { baseLanguage } from '../text/terms.ts';
import { askModel } from './ask-model.ts';
import type { WriterParts } from './briefing-writer.ts';
import { createBudget } from './budget.ts';
import type { Candidate } from './checked-statements.ts';
import { answerInstructions } from './prompt.ts';

/** Rewords an answer for its question; returns the answer unchanged if the model has nothing valid to add. */
export type WordAnswer = (answer: Answer, question: string) => Promise<Answer>;

const maxCandidates = 12;
const maxOutputTokens = 400;
const headings: Readonly<Record<string, readonly [string, string]>> = {
  en: ['In short (worded by a model, checked)', 'From the sources'],
  de: ['Kurz (von einem Modell formuliert, geprüft)', 'Aus den Quellen'],
};

/**
 * The wording of answers by a model, through the same gate: what it adds goes above the quoted sentences it is made of, which stay. A
 * refusal is never worded: what the archive does not hold, a model does not know either.
 */
export function createWordAnswer(parts: WriterParts): WordAnswer {
  return async (answer, question) => {
    if (answer.kind !== 'ask' || answer.refused || answer.sections || answer.statements.length === 0) return answer;
    const candidates = answer.statements
      .slice(0, maxCandidates)
      .flatMap((one) => toCandidate(one, answer.language) ?? []);
    const articleIds = candidates.flatMap(({ statement }) => statement.citations.map(({ articleId }) => articleId));
    const checked = await askModel(
      {
        name: 'answer',
        instructions: answerInstructions(answer.language, parts.wording.level),
        candidates,
        question,
        language: answer.language,
        variants: await parts.variantsOf([...new Set(articleIds)]),
        maxOutputTokens,
      },
      createBudget(parts.budget, parts.day),
      parts,
    );
    return checked ? withWording(answer, checked.statements) : answer;
  };
}

function toCandidate(statement: Statement, language: string): Candidate | undefined {
  const [first] = statement.citations;
  if (!first || !statement.quoted) return undefined;
  return { statement, text: first.quote, language, publishedAt: Temporal.Instant.from(first.publishedAt) };
}

function withWording(answer: Answer, worded: readonly Statement[]): Answer {
  const [short, sources] = headings[baseLanguage(answer.language)] ?? (headings.en as readonly [string, string]);
  return {
    ...answer,
    statements: [...worded, ...answer.statements],
    sections: [
      { heading: short, statements: worded },
      { heading: sources, statements: answer.statements },
    ],
  };
}
