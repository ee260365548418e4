import type { Article } from '../../src/articles/article.ts';
import { findNews } from '../../src/stories/find-news.ts';
import type { StoredEvent } from './stored-events.ts';

/** The revisions of a story's articles that came before. */
export type Told = readonly Article[];

/** An article as an editor would want it listed: what is new in it to readers of `told`, and how much they knew. */
export function describeEvent({ at, article }: StoredEvent, told: Told): string {
  const time = at.toString({ smallestUnit: 'minute' }).slice(11, 16);
  const head = `  ${time} ${article.revision > 1 ? `(revision ${article.revision}) ` : ''}${article.headline}`;
  if (told.length === 0) return [head, `        ${article.sentences[0]?.text ?? ''}`].join('\n');
  const news = findNews(
    told.flatMap(({ headline, sentences }) => [headline, ...sentences.map(({ text }) => text)]).map(toRef),
    wholeSentences(article).map(toRef),
    article.language,
  );
  return [
    head,
    ...news.sentences.map(
      ({ kind, text }) => `    ${{ new: 'NEW  ', known: 'known', boilerplate: '-    ' }[kind]} ${text}`,
    ),
    ...news.moved.map(({ before, now, of, nowRef }) => `    MOVED ${of}: ${before} -> ${now}: ${nowRef}`),
    ...news.reversed.map(({ beforeRef, nowRef }) => `    REVERSED ${beforeRef} -> ${nowRef}`),
  ].join('\n');
}

function toRef(text: string): { text: string; ref: string } {
  return { text, ref: text };
}

/** Who stored the teasers cut them at a length; the sentence that this cut is left out. */
function wholeSentences({ sentences }: Article): readonly string[] {
  return sentences
    .map(({ text }) => text)
    .filter((text, index, all) => index < all.length - 1 || /[.!?…:]["”’)]*$/u.test(text));
}
