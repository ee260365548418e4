import { cleanText } from '../feeds/clean-text.ts';
import type { Block, Picture } from './article.ts';
import { agenciesOf, withoutFurniture } from './furniture.ts';
import { isElement, type PageElement, type PageNode, textNode } from './page-dom.ts';
import { readPicture } from './read-picture.ts';

export interface Body {
  readonly blocks: readonly Block[];
  readonly pictures: readonly Picture[];
  readonly agencies: readonly string[];
}

const inlineTags = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR Q RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);
const skippedTags = new Set('BUTTON CANVAS FORM INPUT NAV OBJECT SELECT TEXTAREA VIDEO AUDIO MAP RP RT'.split(' '));
const blockKinds: Readonly<Record<string, Block['kind']>> = { LI: 'item', DD: 'item', DT: 'item', TR: 'item' };
for (const level of [1, 2, 3, 4, 5, 6]) (blockKinds as Record<string, Block['kind']>)[`H${level}`] = 'subhead';

/**
 * Reads the element that holds an article's text into blocks, in reading order, and pictures; `skip` selects what inside it belongs
 * to the page. Paragraphs are what the page shows as such: `p`, but also bare text and lines parted by two breaks.
 */
export function readBody(container: PageElement, skip = ''): Body {
  const reader = createReader(skip);
  reader.read(container, 'paragraph');
  reader.endBlock('paragraph');
  return reader.body;
}

function createReader(skip: string) {
  const blocks: Block[] = [];
  const pictures: Picture[] = [];
  const agencies: string[] = [];
  let inline = '';
  let strongLength = 0;

  function endBlock(kind: Block['kind']): void {
    const parts = inline.split(/\n\s*\n/);
    const allStrong = strongLength > 0 && strongLength >= inline.trim().length && isSubheadLike(inline);
    inline = '';
    strongLength = 0;
    for (const part of parts) addBlock(kind === 'paragraph' && allStrong ? 'subhead' : kind, cleanText(part));
  }

  function addBlock(kind: Block['kind'], text: string): void {
    const credited = agenciesOf(text);
    if (credited) {
      agencies.push(...credited);
      return;
    }
    const told = withoutFurniture(text);
    if (/[\p{L}\p{N}]/u.test(told)) blocks.push({ kind, text: told });
  }

  function readNode(node: PageNode, kind: Block['kind'], strong: boolean): void {
    if (node.nodeType === textNode) {
      const text = (node.textContent ?? '').replace(/\s+/g, ' ');
      inline += text;
      if (strong) strongLength += text.length;
      return;
    }
    if (!isElement(node) || skippedTags.has(node.tagName) || (skip !== '' && node.matches(skip))) return;
    if (node.tagName === 'BR') inline += '\n';
    else if (node.tagName === 'FIGURE') {
      endBlock(kind);
      const picture = readPicture(node);
      if (picture) pictures.push(picture);
    } else if (inlineTags.has(node.tagName)) read(node, kind, strong || /^(?:STRONG|B)$/.test(node.tagName));
    else {
      endBlock(kind);
      const own = blockKinds[node.tagName] ?? kind;
      read(node, own, false);
      endBlock(own);
    }
    if (node.tagName === 'TD' || node.tagName === 'TH') inline += ' ';
  }

  function read(element: PageElement, kind: Block['kind'], strong = false): void {
    for (const child of element.childNodes) readNode(child, kind, strong);
  }

  return { read, endBlock, body: { blocks, pictures, agencies } };
}

/** A paragraph all in bold is a subhead where it is as short as one and no sentence. */
function isSubheadLike(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= 120 && !/[.:;,!…]["”»]?$/.test(trimmed);
}
