import { cleanText } from '../text/clean-text.ts';
import { countLimits, lengthLimits, partsWithin } from '../text/limits.ts';
import { endsLikeHeading } from '../text/marks.ts';
import type { Block, Picture } from './article.ts';
import { agenciesOf, withoutBoilerplate } from './boilerplate.ts';
import { isElement, type PageElement, type PageNode, textNode } from './page-dom.ts';
import { readPicture } from './read-picture.ts';

/** A page's text in blocks, with its pictures and the agencies it names. */
export interface Body {
  readonly blocks: readonly Block[];
  readonly pictures: readonly Picture[];
  readonly agencies: readonly string[];
  /** Those of `blocks` that are nothing but links: teasers as often as not. */
  readonly linkOnly: ReadonlySet<Block>;
}

const inlineTags = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR Q RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TD TH TIME TT U VAR WBR'.split(
    ' ',
  ),
);
const skippedTags = new Set('AUDIO BUTTON CANVAS FORM INPUT MAP NAV OBJECT RP RT SELECT TEXTAREA VIDEO'.split(' '));
const blockKinds = new Map<string, Block['kind']>([
  ...['H1', 'H2', 'H3', 'H4', 'H5', 'H6'].map((tag) => [tag, 'subhead'] as const),
  ...['LI', 'DD', 'DT', 'TR'].map((tag) => [tag, 'item'] as const),
]);

/**
 * Reads the element that holds an article's text into blocks, in reading order, and pictures; `skips` tells what inside it belongs
 * to the page. Paragraphs are what the page shows as such: `p`, but also bare text and lines parted by two breaks.
 */
export function readBody(container: PageElement, skips: BodyVisit['skips'] = () => false): Body {
  const collector = createCollector();
  visitChildren(container, { kind: 'paragraph', strong: false, linked: false }, { collector, skips });
  collector.endBlock('paragraph');
  return collector.body;
}

/** Bodies that follow one another, as one. */
export function joinBodies(bodies: readonly Body[]): Body {
  return {
    blocks: bodies.flatMap(({ blocks }) => blocks),
    pictures: bodies.flatMap(({ pictures }) => pictures),
    agencies: bodies.flatMap(({ agencies }) => agencies),
    linkOnly: new Set(bodies.flatMap(({ linkOnly }) => [...linkOnly])),
  };
}

/** What surrounds the text that is being read. */
interface Place {
  readonly kind: Block['kind'];
  readonly strong: boolean;
  readonly linked: boolean;
}

interface BodyVisit {
  readonly collector: ReturnType<typeof createCollector>;
  readonly skips: (element: PageElement) => boolean;
}

function visitChildren(element: PageElement, place: Place, reading: BodyVisit): void {
  for (const child of element.childNodes) visit(child, place, reading);
}

function visit(node: PageNode, place: Place, reading: BodyVisit): void {
  const { collector, skips } = reading;
  if (node.nodeType === textNode) collector.addText(node.textContent ?? '', place);
  if (!isElement(node) || skippedTags.has(node.tagName) || skips(node)) return;
  const { tagName } = node;
  if (tagName === 'BR') {
    collector.addText('\n', place);
  } else if (inlineTags.has(tagName)) {
    const strong = place.strong || tagName === 'STRONG' || tagName === 'B';
    visitChildren(node, { ...place, strong, linked: place.linked || tagName === 'A' }, reading);
    if (tagName === 'TD' || tagName === 'TH') collector.addText(' ', place);
  } else {
    const kind = blockKinds.get(tagName) ?? place.kind;
    collector.endBlock(place.kind);
    if (tagName === 'FIGURE') collector.addPicture(readPicture(node));
    else visitChildren(node, { ...place, kind }, reading);
    collector.endBlock(kind);
  }
}

/** Gathers text until its block ends. */
function createCollector() {
  const blocks: Block[] = [];
  const pictures: Picture[] = [];
  const agencies: string[] = [];
  const linkOnly = new Set<Block>();
  let text = '';
  let plainLength = 0;
  let weakLength = 0;

  let length = 0;

  function addBlock(kind: Block['kind'], line: string, linked: boolean): void {
    if (length > lengthLimits.body) return;
    length += line.length;
    const credited = agenciesOf(line);
    if (credited) {
      agencies.push(...credited);
      return;
    }
    const prose = withoutBoilerplate(line);
    if (!/[\p{L}\p{N}]/u.test(prose)) return;
    const block: Block = { kind, text: prose };
    blocks.push(block);
    if (linked) linkOnly.add(block);
  }

  return {
    addText(part: string, { strong, linked }: Place): void {
      const flowing = part === '\n' ? part : part.replace(/\s+/g, ' ');
      const letters = flowing.trim().length;
      if (!linked) plainLength += letters;
      if (!strong) weakLength += letters;
      text += flowing;
    },
    endBlock(kind: Block['kind']): void {
      const isSubhead = kind === 'paragraph' && weakLength === 0 && isSubheadLike(text);
      const lines = text.split(/\n\s*\n/).flatMap((line) => partsWithin('paragraph', line));
      for (const line of lines) addBlock(isSubhead ? 'subhead' : kind, cleanText(line), plainLength === 0);
      text = '';
      plainLength = 0;
      weakLength = 0;
    },
    addPicture(picture: Picture | undefined): void {
      if (picture && pictures.length < countLimits.partsOfPage) pictures.push(picture);
    },
    body: { blocks, pictures, agencies, linkOnly } satisfies Body,
  };
}

/** A short paragraph in bold that is not a sentence is a subhead. */
function isSubheadLike(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= 120 && endsLikeHeading(trimmed);
}
