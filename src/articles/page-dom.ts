import { cleanText, linkedom } from '../text/clean-text.ts';
import { cutTo } from '../text/limits.ts';
import { nestsTooDeep } from '../text/nests-too-deep.ts';
import { withoutBallast } from './page-scripts.ts';

/** The part of the DOM that extraction uses; linkedom's nodes conform to it. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
}

/** What we use of an element of linkedom. */
export interface PageElement extends PageNode {
  /** Upper case, as in HTML. */
  readonly tagName: string;
  readonly childNodes: Iterable<PageNode>;
  readonly children: Iterable<PageElement>;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  matches(selector: string): boolean;
  contains(other: PageElement): boolean;
  remove(): void;
}

/** What we use of a document of linkedom. */
export interface PageDocument {
  readonly documentElement: PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export const textNode = 3;
const elementNode = 1;

/** Real pages stay far below; Readability needs seconds for thousands, and recursion ends somewhere. */
const deepest = 200;

/**
 * The page as a tree, without scripts, styles and drawings; a fragment is wrapped in a page.
 * Returns an empty page if the nesting is too deep.
 */
export function openPage(html: string): PageDocument {
  const light = withoutBallast(html);
  if (nestsTooDeep(light, { isHtml: true })) return openPage('');
  const { parseHTML } = linkedom();
  const { document } = parseHTML(light);
  const isWhole = document.documentElement?.tagName === 'HTML';
  const page = (isWhole
    ? document
    : parseHTML(`<html><body>${light}</body></html>`).document) as unknown as PageDocument;
  return isTooDeep(page) ? openPage('') : page;
}

/** A piece of HTML as an element that contains it. */
export function openFragment(html: string): PageElement {
  return openPage(`<html><body>${html}</body></html>`).documentElement;
}

/** Its class names. Not `className`, which in a drawing is an object. */
export function classOf(element: PageElement): string {
  return element.getAttribute('class') ?? '';
}

/** The text of an element, as one line; '' if there is none. */
export function textOf(element: PageElement | null | undefined): string {
  return cleanText(cutTo('paragraph', element?.textContent ?? ''));
}

/** No text and no comment. */
export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === elementNode;
}

function isTooDeep({ documentElement }: PageDocument): boolean {
  let level: readonly PageElement[] = [documentElement];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap(({ children }) => [...children]);
  }
  return false;
}
