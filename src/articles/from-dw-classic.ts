import { parseFeedDate } from '../text/found-date.ts';
import type { Picture } from './article.ts';
import type { FromLayout } from './from-dw-modern.ts';
import { classOf, type PageDocument, type PageElement, textOf } from './page-dom.ts';
import { joinBodies, readBody } from './read-body.ts';
import { pictureUrl } from './read-picture.ts';

const boilerplateClass = /(?:^|\s)(?:picBox|gallery|linkList|imgTeaserL|teaser|mediaItem|artikel)(?:\s|$)/;
/** Teasers of other stories appear in the text as links around a heading. */
const notProse = (element: PageElement) =>
  boilerplateClass.test(classOf(element)) || (element.tagName === 'A' && element.querySelector('h2, h3, h4') !== null);
/** "Author", "Autorin/Autor", "Auteur", "Автор" ... */
const authorLabel = /^(?:aut|yazar|автор|συντ)/i;
const authorLine = /^(?:Author|Autor(?:in)?|Auteur|Autores?|Автор)\s*:\s*(.{3,80})$/;

/** Reads DW's layout before mid-2023. */
export function fromDwClassic(document: PageDocument): FromLayout | undefined {
  const texts = [...document.querySelectorAll('.longText')].filter((text) => !text.parentElement?.closest('.longText'));
  const intro = document.querySelector('p.intro');
  if (texts.length === 0 && !intro) return undefined;
  const body = joinBodies(texts.map((text) => readBody(text, notProse)));
  const details = readDetails(document);
  const byline = body.blocks.map(({ text }) => authorLine.exec(text)?.[1]).filter((name) => name !== undefined);
  const lead = textOf(intro);
  const section = textOf(document.querySelector('h4.artikel'));
  return {
    headline: textOf(intro?.parentElement?.querySelector('h1') ?? document.querySelector('h1')),
    ...(section && { section, kicker: { topic: section } }),
    ...(lead && { lead }),
    authors: details.authors.length > 0 ? details.authors : byline,
    ...(details.publishedAt && { publishedAt: details.publishedAt }),
    blocks: body.blocks.filter(({ text }) => !authorLine.test(text)),
    pictures: [...document.querySelectorAll('.picBox')].map(readPicBox).filter((picture) => picture !== undefined),
    agencies: body.agencies,
    method: 'dw-classic',
  };
}

/** Date and authors from the list below the text, with labels in the page's language; the date has no time. */
function readDetails(document: PageDocument): {
  readonly authors: readonly string[];
  readonly publishedAt?: Temporal.Instant;
} {
  let publishedAt: Temporal.Instant | undefined;
  let authors: readonly string[] = [];
  for (const line of document.querySelectorAll('ul.smallList li')) {
    const label = textOf(line.querySelector('strong'));
    const value = textOf(line).slice(label.length).trim();
    const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(value) ?? [];
    if (year && !publishedAt) publishedAt = parseFeedDate(`${year}-${month}-${day}`);
    if (authorLabel.test(label) && authors.length === 0)
      authors = value
        .split(/[,;|]/)
        .map((name) => name.trim())
        .filter((name) => name !== '');
  }
  return { authors, ...(publishedAt && { publishedAt }) };
}

function readPicBox(box: PageElement): Picture | undefined {
  const source = box.querySelector('img')?.getAttribute('src') ?? '';
  const url = pictureUrl(source.startsWith('/') ? `https://static.dw.com${source}` : source);
  if (url === undefined) return undefined;
  const caption = textOf(box.querySelector('p'));
  return { url, ...(caption && { caption }) };
}
