import type { Span } from '../message.ts';

/** Text spans apart by sentence, the others whole; each inner list is one sentence with its citations and links. */
export function splitSentences(spans: readonly Span[]): readonly (readonly Span[])[] {
  const sentences: Span[][] = [];
  let isComplete = true;
  for (const part of spans.flatMap(partsOf)) {
    const isText = 'text' in part && part.kind !== 'link';
    const continues = sentences.length > 0 && (!isText || !isComplete || part.text.trim() === '');
    if (continues) sentences.at(-1)?.push(part);
    else sentences.push([part]);
    if (isText && part.text.trim() !== '') isComplete = endsSentence(part.text);
    else if (part.kind === 'link' || part.kind === 'time') isComplete = false;
  }
  return sentences;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });

function partsOf(span: Span): Span[] {
  if (span.kind !== 'text' && span.kind !== 'quoted') return [span];
  return [...segmenter.segment(span.text)].map(({ segment }) => ({ ...span, text: segment }));
}

function endsSentence(text: string): boolean {
  return /[.!?…。！？؟।։።]["'”“’‘»«›‹)\]」』]*\s*$/u.test(text);
}
