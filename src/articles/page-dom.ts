import { parseHTML } from 'linkedom';

/** The little of the DOM that extraction uses; linkedom's nodes fit it. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
}

export interface PageElement extends PageNode {
  /** Upper case, as in HTML. */
  readonly tagName: string;
  readonly className: string;
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

export interface PageDocument {
  readonly documentElement: PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export const textNode = 3;
const elementNode = 1;

/** What holds no words of an article but most of a page's bytes; without it linkedom is several times faster. */
const ballast = /<!--[\s\S]*?-->|<(script|style|svg|noscript|template|iframe)\b[\s\S]*?<\/\1\s*>/gi;

/** The page as a tree, without scripts, styles and drawings; a part of one is put into a page of its own. */
export function openPage(html: string): PageDocument {
  const light = html.replace(ballast, '');
  const { document } = parseHTML(light);
  const isWhole = document.documentElement?.tagName === 'HTML';
  return (isWhole ? document : parseHTML(`<html><body>${light}</body></html>`).document) as unknown as PageDocument;
}

/** A piece of HTML as an element that contains it. */
export function openFragment(html: string): PageElement {
  return openPage(`<html><body>${html}</body></html>`).documentElement;
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === elementNode;
}
