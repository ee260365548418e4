/** A script element of a page's source. */
export interface PageScript {
  /** The attributes of its opening tag. */
  readonly attributes: string;
  readonly text: string;
}

interface Element {
  readonly start: number;
  readonly end: number;
  readonly openingEnd: number;
  readonly closingStart: number;
}

const nonTextTags = ['script', 'style', 'svg', 'noscript', 'template', 'iframe'];

/** The scripts of a page, found in its source: they hold the page's data about itself. */
export function scriptsOf(html: string): readonly PageScript[] {
  return elementsOf(html, ['script']).map(({ start, openingEnd, closingStart }) => ({
    attributes: html.slice(start + '<script'.length, openingEnd - 1),
    text: html.slice(openingEnd, closingStart),
  }));
}

/**
 * The page's source without what holds no words of an article but most of its bytes: scripts, styles, drawings, comments. linkedom is
 * several times faster without them.
 */
export function withoutBallast(html: string): string {
  let light = '';
  let position = 0;
  for (const { start, end } of elementsOf(html, nonTextTags, true)) {
    light += html.slice(position, start);
    position = end;
  }
  return light + html.slice(position);
}

/**
 * Elements by tag, outermost only, and comments. Looks at each character once however broken the page is: a regular expression over
 * opening and closing tag would start over at every opening tag that is never closed.
 */
function elementsOf(html: string, tags: readonly string[], withComments = false): readonly Element[] {
  const opening = new RegExp(`<(${tags.join('|')})(?=[\\s>/])${withComments ? '|<!--' : ''}`, 'gi');
  const unclosed = new Set<string>();
  const elements: Element[] = [];
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const tag = match[1]?.toLowerCase() ?? '';
    if (unclosed.has(tag)) continue;
    const element = tag === '' ? commentAt(html, match.index) : elementAt(html, match.index, tag);
    if (!element) {
      unclosed.add(tag);
      continue;
    }
    elements.push(element);
    opening.lastIndex = element.end;
  }
  return elements;
}

function elementAt(html: string, start: number, tag: string): Element | undefined {
  const openingEnd = html.indexOf('>', start) + 1;
  if (openingEnd === 0) return undefined;
  const closing = new RegExp(`</${tag}\\s*>`, 'gi');
  closing.lastIndex = openingEnd;
  const match = closing.exec(html);
  return match ? { start, openingEnd, closingStart: match.index, end: closing.lastIndex } : undefined;
}

function commentAt(html: string, start: number): Element | undefined {
  const closingStart = html.indexOf('-->', start);
  return closingStart < 0 ? undefined : { start, openingEnd: start + 4, closingStart, end: closingStart + 3 };
}
