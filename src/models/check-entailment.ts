import { z } from 'zod';
import type { Statement } from '../briefings/briefing.ts';
import { type Budget, callModel } from './budget.ts';
import type { Checked } from './checked-statements.ts';
import { cacheKeyOf, promptOf } from './choose-sentences.ts';
import type { GeneratedTexts, TextModel } from './text-model.ts';

const maxOutputTokens = 400;

/**
 * Of what passed the gate, what a second model says that the cited sentences say; all of it where no checker is configured. It can only drop.
 * Throws where it gives no valid answer within the budget: what was asked for and not checked is not shown. Asked once for the same
 * statements and sentences.
 */
export async function checkEntailment(
  checked: Checked,
  budget: Budget,
  { model, texts }: { readonly model: TextModel; readonly texts: GeneratedTexts },
): Promise<Checked> {
  const { checker } = model;
  const { statements, dropped } = checked;
  if (!checker || statements.length === 0) return checked;
  const numbers = statements.map((_, index) => index + 1);
  const schema = z.object({ supported: z.array(z.literal(numbers)) });
  const instructions = promptOf('entailed');
  const input = entailmentData(statements);
  const key = cacheKeyOf([checker.id, instructions, input]);
  const document = await texts.find(key);
  const verdict =
    document === undefined
      ? await callModel({ instructions, input, schema, maxOutputTokens }, budget, checker)
      : schema.parse(JSON.parse(document));
  if (document === undefined) await texts.save({ key, model: checker.id, document: JSON.stringify(verdict) });
  const isSupported = (_: Statement, index: number) => verdict.supported.includes(index + 1);
  const kept = statements.filter(isSupported);
  const refused = Array<string>(statements.length - kept.length).fill('checker: the cited sentences do not say it');
  return { statements: kept, dropped: [...dropped, ...refused] };
}

/** As data: JSON in which no text can close the element around it. */
function entailmentData(statements: readonly Statement[]): string {
  const pairs = statements.map(({ text, citations }, index) => ({
    n: index + 1,
    statement: text,
    sentences: citations.map(({ quote }) => quote),
  }));
  return `<statements>${JSON.stringify(pairs).replaceAll('<', '\\u003c')}</statements>`;
}
