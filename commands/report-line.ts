import { findEvidence, readReference } from '../src/answers/evidence.ts';
import type { MessageBlock } from '../src/chat/message.ts';
import { context, paragraph } from '../src/chat/write.ts';
import { UserError } from '../src/user-error.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import type { Action } from './action.ts';

const kinds = ['wrong', 'outdated', 'other-story', 'told-before'] as const;

/** The buttons below the evidence of a line: what is not right about it. `reference` is the statement's id. */
export function reportButtons(reference: string, { report }: Catalog): readonly MessageBlock[] {
  const items = kinds.map((kind) => ({
    kind: 'button' as const,
    label: report.kinds[kind],
    action: `report-${kind}`,
    value: reference,
  }));
  return [context(report.ask), { kind: 'actions', items }];
}

/** Takes a report to the operator, with the statement's id and its words; who reported is not kept. */
export const reportActions: Readonly<Record<string, Action>> = Object.fromEntries(
  kinds.map((kind): [string, Action] => [
    `report-${kind}`,
    {
      async run({ value, caller, services, say }) {
        const reference = readReference(value);
        const found = reference && (await findEvidence(reference, services.archive));
        if (!found) throw new UserError(({ refusals }) => refusals.sentenceGone);
        const { article, sentence } = found;
        await services.reportLine({
          statement: value,
          kind,
          channel: caller.channel,
          line: sentence.text,
          url: article.url,
          at: services.now(),
        });
        const { thanks } = say.report;
        return { kind: 'answer', message: { summary: thanks, blocks: [paragraph(thanks)] } };
      },
    },
  ]),
);
