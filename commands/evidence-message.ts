import type { Evidence } from '../src/answers/evidence.ts';
import { revisedAt } from '../src/articles/article.ts';
import type { Message, MessageBlock, Span } from '../src/chat/message.ts';
import { context, heading, paragraph, words } from '../src/chat/write.ts';
import type { Catalog } from '../src/wording/catalog.ts';

/** Cited sentences in context: article, revision, date, and whether a later revision still contains them. */
export function evidenceMessage(
  evidence: readonly Evidence[],
  zone: string,
  { answer: say, colon, briefing }: Catalog,
): Message {
  return {
    summary: `${say.evidence}${colon}${evidence.map(({ article }) => article.headline).join(' · ')}`,
    blocks: [heading(say.evidence), ...evidence.flatMap((one) => blocksOf(one, zone, { say, colon, briefing }))],
  };
}

function blocksOf(
  { article, sentence, before, after, later, withdrawn, notes }: Evidence,
  zone: string,
  { say, colon, briefing }: Pick<Catalog, 'colon' | 'briefing'> & { readonly say: Catalog['answer'] },
): MessageBlock[] {
  const at: Span = { kind: 'time', at: revisedAt(article).toString(), zone, precision: 'minute' };
  return [
    { kind: 'heading', level: 2, spans: [{ kind: 'link', text: article.headline, url: article.url }] },
    ...(before ? [paragraph({ kind: 'quoted', text: before.text })] : []),
    paragraph(words(`${say.cited}${colon}`, 'strong'), { kind: 'quoted', text: sentence.text }),
    ...(after ? [paragraph({ kind: 'quoted', text: after.text })] : []),
    context(
      at,
      ` · ${say.revision(String(article.revision))} · ${say.sentence(String(sentence.index + 1))} · `,
      words(article.id, 'code'),
    ),
    ...(later
      ? [context(later.saysSo ? say.stillSaid(String(later.revision)) : say.notSaid(String(later.revision)))]
      : []),
    ...(withdrawn
      ? [
          context(
            `${briefing.withdrawn}${colon}${withdrawn.by === 'publisher' ? briefing.byPublisher : briefing.byOperator}`,
          ),
        ]
      : []),
    ...notes.map((note) => paragraph(words(`${say.corrections}${colon}`, 'strong'), { kind: 'quoted', text: note })),
  ];
}
