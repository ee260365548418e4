import type { Message, MessageBlock, Span } from '../../chat/message.ts';
import type { Briefing, Citation } from '../briefing.ts';
import type { Correction } from '../news/find-corrections.ts';
import { briefingWording, text } from './briefing-frame.ts';
import { correctionNote } from './correction-blocks.ts';

/** Corrections as a message of their own, for where a posted briefing may not be edited any more. */
export function correctionMessage(
  { language }: Pick<Briefing, 'language'>,
  corrections: readonly Correction[],
  zone: string,
): Message {
  const wording = briefingWording(language);
  const sources = [...new Map(corrections.map(({ said, says }) => [said.articleId, says ?? said]))].map(
    ([articleId, citation], index) => ({ articleId, citation, number: index + 1 }),
  );
  const citationSpan = ({ articleId, url }: Citation): Span => ({
    kind: 'citation',
    number: sources.find((source) => source.articleId === articleId)?.number ?? 0,
    url,
  });
  const blocks = corrections.flatMap((correction): MessageBlock[] => [
    { kind: 'paragraph', spans: correctionNote(correction, { wording, zone, citationSpan }) },
    { kind: 'paragraph', spans: [text(correction.said.quote, 'struck')] },
    ...(correction.says
      ? [{ kind: 'paragraph', spans: [{ kind: 'quoted', text: correction.says.quote }] } as const]
      : []),
  ]);
  return {
    summary: wording.correction,
    language: wording.locale,
    blocks: [
      { kind: 'heading', level: 2, spans: [text(wording.correction, 'strong')] },
      ...blocks,
      {
        kind: 'sources',
        sources: sources.map(({ number, citation: { headline = '', url, publishedAt } }) => ({
          number,
          title: headline,
          url,
          publishedAt,
        })),
      },
    ],
  };
}
