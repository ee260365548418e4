import { createRequire } from 'node:module';
import { cleanText } from '../text/clean-text.ts';
import { cutTo } from '../text/limits.ts';
import { endsInColon, endsSentence } from '../text/marks.ts';
import type { Block } from './article.ts';
import { isDateLine } from './date-line.ts';
import type { FromLayout } from './from-dw-modern.ts';
import { classOf, type PageDocument, type PageElement } from './page-dom.ts';
import { type Body, readBody } from './read-body.ts';

const require = createRequire(import.meta.url);

/** Class names of non-prose elements on any site. */
const boilerplateClass =
  /(?:^|[\s_-])(?:captions?|figcaption|credits?|byline|dateline|timestamp|newsletter|promo|related|recirc|share|sharing|social|sponsored|advert|advertisement|ads?|tags|author-bio|disclaimer|inline-video|gallery-caption|comments?)(?:[\s_-]|$)/i;
const notProse = (element: PageElement) => boilerplateClass.test(classOf(element).replace(/([a-z])([A-Z])/g, '$1-$2'));

/** Finds the text of a page whose layout we do not know. Takes the document apart: read everything else before. */
export function fromReadability(document: PageDocument, known: KnownOfPage): FromLayout | undefined {
  const article = parse(document);
  if (!article?.content) return undefined;
  const body = readBody(article.content, notProse);
  const [headline, lead, byline] = [article.title, article.excerpt, article.byline].map((text) =>
    cleanText(cutTo('paragraph', text ?? '')),
  );
  return {
    ...(headline && { headline }),
    ...(lead && { lead }),
    authors: byline ? [byline] : [],
    blocks: trimText(body, { ...known, headline: known.headline || (headline ?? '') }),
    pictures: body.pictures,
    agencies: body.agencies,
    method: 'readability',
  };
}

function parse(document: PageDocument) {
  // Loaded by the first page that needs it.
  const { Readability } = require('@mozilla/readability') as typeof import('@mozilla/readability');
  try {
    return new Readability<PageElement>(document as never, {
      serializer: (node: unknown) => node as PageElement,
      disableJSONLD: true,
      keepClasses: true,
    }).parse();
  } catch (error) {
    // It recurses over siblings, and looks for a body above everything: a page of a hundred thousand line breaks, or one that closes its
    // body before its text, has as far as we are concerned no text.
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

/** A page's own data on its text. */
export interface KnownOfPage {
  readonly headline: string;
  /** The text in the page's own data. */
  readonly bodyText?: string | undefined;
}

const byline = /^(?:By|Von|Por|Par|Di|Door|Reporting by|Photo(?: by)?|Foto|Credit|Image)\b:? \p{Lu}[^.!?]{1,80}$/u;
/** Calls to action to readers. */
const request =
  /^(?:Advert(?:isement)?|\(?(?:Image|Photo|Photograph|Picture|Foto|Bild)s?(?: credit| by)?\s?[:©]|(?:Please )?(?:Click|Tap) here\b|Continue reading\b|Follow (?:us|me|him|her|@)|Get (?:the latest|breaking|our|more)\b|GET \p{Lu}{2}|Have a tip\b|Like this (?:story|article|post)\b|Like what you|Log in|Join (?:us|our|the conversation)\b|More (?:from|on|about)\b|Post (?:a )?comment|Read more\b|READ MORE\b|Recommended|Related\b|Share (?:this|it|on)\b|Sign (?:in|up)\b|Subscribe\b|SUBSCRIBE\b|Tell us\b|This (?:website|site) uses cookies|This slideshow requires|You (?:may|might) also like)(?!.{160})/u;

/**
 * What Readability found, without what pages put around and into their text: repeated headlines, bylines and dates above, pointers
 * to other stories and requests below and between.
 */
function trimText({ blocks, linkOnly }: Body, { headline, bodyText }: KnownOfPage): readonly Block[] {
  const isBoilerplate = (block: Block) => request.test(block.text) || (linkOnly.has(block) && isTeaser(block));
  const afterHeadline = blocks.slice(indexAfterHeadline(blocks, headline));
  const content = withinData(afterHeadline, bodyText).filter((block) => !isBoilerplate(block));
  const isRim = (block: Block) => isDateLine(block.text) || byline.test(block.text) || linkOnly.has(block);
  const start = content.findIndex((block) => !isRim(block));
  const end = content.findLastIndex((block) => !isRim(block) && block.kind !== 'subhead');
  return content.slice(Math.max(0, start), end + 1);
}

/** A line that is all link and no sentence; lists of links inside a text may be what it is about. */
function isTeaser({ kind, text }: Block): boolean {
  return kind !== 'item' && !endsSentence(text) && !endsInColon(text);
}

/** The text begins after its headline, if that is repeated near the top. */
function indexAfterHeadline(blocks: readonly Block[], headline: string): number {
  const wanted = squeeze(headline);
  const index = blocks.slice(0, 12).findIndex(({ text }) => wanted !== '' && squeeze(text) === wanted);
  return index + 1;
}

/** Where the page's own data holds nearly all of the text, it decides what belongs to it; subheads are often missing there. */
function withinData(blocks: readonly Block[], bodyText: string | undefined): readonly Block[] {
  const data = squeeze(bodyText ?? '');
  const isKnown = ({ text }: Block) => data.includes(squeeze(text).slice(0, 60));
  const length = (some: readonly Block[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  const known = blocks.filter(isKnown);
  if (length(known) < 0.9 * length(blocks)) return blocks;
  const [first, last] = [blocks.findIndex(isKnown), blocks.findLastIndex(isKnown)];
  return blocks.filter(
    (block, index) => isKnown(block) || (block.kind !== 'paragraph' && index > first && index < last),
  );
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
