import { parseFeedDate } from '../text/found-date.ts';
import type { Block, ExtractedPage, Picture } from './article.ts';
import { parseDateLine } from './date-line.ts';
import { classOf, openFragment, type PageDocument, type PageElement, textOf } from './page-dom.ts';
import { type Body, joinBodies, readBody } from './read-body.ts';
import { readPicture } from './read-picture.ts';

/** The fields found in a layout; the page's other fields come from its head and its scripts. */
export type FromLayout = Omit<ExtractedPage, 'headline' | 'language' | 'canonicalUrl'> & { readonly headline?: string };

const boilerplateClass =
  /(?:^|\s)(?:vjs-wrapper|embed|rich-text-ad|dw-widget|advertisement|copy-button-wrapper|feedback|quick-item)(?:\s|$)/;
const notProse = (element: PageElement) => boilerplateClass.test(classOf(element));

/** Reads DW's layout since mid-2023 by the class names that survive its builds. `bodyHtml` is the body from the page's own data. */
export function fromDwModern(document: PageDocument, bodyHtml?: string): FromLayout | undefined {
  const article = document.querySelector('article');
  const header = article?.querySelector('header');
  if (!article || !header?.querySelector('h1')) return undefined;
  const body = readText(article, bodyHtml);
  const lead = textOf(header.querySelector('.teaser-text'));
  const place = textOf(header.querySelector('.author-details .extra-info'));
  const kicker = readKicker(header);
  return {
    headline: textOf(header.querySelector('h1')),
    ...(kicker && { kicker }),
    ...(lead && { lead }),
    ...(place && { place }),
    authors: [...header.querySelectorAll('.author-link, .author')].map(textOf).filter((name) => name !== ''),
    blocks: body.blocks,
    pictures: readPictures(article, body.pictures),
    agencies: body.agencies,
    method: bodyHtml === undefined ? 'dw-modern' : 'page-data',
  };
}

function readText(article: PageElement, bodyHtml: string | undefined): Body {
  if (bodyHtml !== undefined) return readBody(openFragment(bodyHtml), notProse);
  const bodies = [...article.querySelectorAll('.rich-text')].filter(
    (element) => !element.parentElement?.closest('.rich-text'),
  );
  const live = readLivePosts(article, bodies, notProse);
  if (live) return live;
  return joinBodies(bodies.map((body) => readBody(body, notProse)));
}

/** The opening picture precedes the text; a gallery has only pictures, some with their caption next to the figure. */
function readPictures(article: PageElement, inText: readonly Picture[]): readonly Picture[] {
  const outside = [...article.querySelectorAll('figure')].filter((figure) => !figure.closest('.rich-text'));
  const read = outside.map((figure) => {
    const picture = readPicture(figure);
    const caption = picture?.caption ?? textOf(figure.parentElement?.querySelector('p.description, .description'));
    return picture && { ...picture, ...(caption && { caption }) };
  });
  return [...read.filter((picture) => picture !== undefined), ...inText];
}

/** One span for the topic, one for the country; flattened they would touch. */
function readKicker(header: PageElement): ExtractedPage['kicker'] {
  const kicker = header.querySelector('.kicker');
  const spans = [...(kicker?.children ?? [])].map(textOf).filter((text) => text !== '');
  const [topic = textOf(kicker), region] = spans;
  return topic === '' ? undefined : { topic, ...(region !== undefined && { region }) };
}

/**
 * A live blog: several texts, each in its own section with heading and time. Undefined for an article.
 * The heading becomes a subhead; every block carries the time of its post.
 */
function readLivePosts(
  article: PageElement,
  bodies: readonly PageElement[],
  skips: (element: PageElement) => boolean,
): Body | undefined {
  const posts = bodies.map((body) => ({ body, section: body.closest('section') }));
  if (posts.length === 0 || posts.some(({ section }) => !section?.querySelector('time') || section.contains(article))) {
    return undefined;
  }
  return joinBodies(posts.map(({ body, section }) => readPost(section as PageElement, body, skips)));
}

function readPost(section: PageElement, body: PageElement, skips: (element: PageElement) => boolean): Body {
  const time = section.querySelector('time');
  const at = parseFeedDate(time?.getAttribute('datetime') ?? '') ?? parseDateLine(time?.textContent ?? '');
  const heading = [...section.querySelectorAll('h2, h3')].find((element) => !element.closest('.rich-text'));
  const text = textOf(heading);
  const { blocks, ...rest } = readBody(body, skips);
  const all: readonly Block[] = text === '' ? blocks : [{ kind: 'subhead', text }, ...blocks];
  return { ...rest, blocks: all.map((block) => (at ? { ...block, at } : block)) };
}
