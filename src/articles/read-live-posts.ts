import { parseFeedDate } from '../text/feed-date.ts';
import type { Block } from './article.ts';
import { parseDateLine } from './date-line.ts';
import { type PageElement, textOf } from './page-dom.ts';
import { type Body, joinBodies, readBody } from './read-body.ts';

/**
 * A live blog: several texts, each in its own section with heading and time. Undefined for an article.
 * The heading becomes a subhead; every block carries the time of its post.
 */
export function readLivePosts(
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
