import { cleanText } from '../text/clean-text.ts';
import { cutTo, partsWithin } from '../text/limits.ts';
import { endsInColon, endsInQuote, endsLikeHeading, endsSentence } from '../text/marks.ts';
import { splitSentences } from '../text/sentences.ts';
import { fold, stopWords } from '../text/terms.ts';
import type { Block, ExtractedPage } from './article.ts';
import { agenciesOf, splitCredit, withoutBoilerplate } from './boilerplate.ts';
import { isDateLine, parseDateLine } from './date-line.ts';

/** Longer lines are prose. */
const headlineLength = 160;
const subheadLength = 120;
/** A DW page copied as text names its day within this many lines: kicker, headline and authors stand before it. */
const headLines = 5;

/**
 * Reads plain text: a page copied out of a browser, with its skip links, kicker, date, alt texts and captions, or mere prose, whose
 * first line is the headline if it is short. Captions are left out: without their picture they say nothing of the story.
 */
export function extractPlainText(text: string): ExtractedPage {
  const groups = groupsOf(cutTo('body', text));
  const head = readHead(groups.flat().slice(0, headLines + 1));
  const paragraphs = groups.flatMap((group) => paragraphsOf(group.filter((line) => !head.lines.has(line))));
  const [first] = paragraphs;
  const hasLead = head.publishedAt !== undefined && first !== undefined && !isSubhead(first) && paragraphs.length > 1;
  const body = hasLead ? paragraphs.slice(1) : paragraphs;
  const language = detectLanguage(paragraphs.join('\n'));
  return {
    headline: head.headline ?? splitSentences(first ?? '', language ?? 'en')[0]?.text ?? '',
    ...(head.kicker && { kicker: head.kicker }),
    ...(hasLead && { lead: first }),
    blocks: blocksOf(body),
    pictures: [],
    authors: head.authors,
    agencies: [...new Set(body.flatMap((paragraph) => agenciesOf(paragraph) ?? []))],
    ...(head.publishedAt && { publishedAt: head.publishedAt }),
    ...(language && { language }),
    method: 'plain-text',
  };
}

/** Lines between blank ones, without the page's own (`1. Skip to content`). */
function groupsOf(text: string): readonly (readonly string[])[] {
  return text
    .split(/\r?\n\s*\n/)
    .map((group) =>
      group
        .split(/\r?\n/)
        .flatMap((line) => partsWithin('paragraph', line).map(cleanText))
        .filter((line) => withoutBoilerplate(line.replace(/^\d+\. /, '')) !== ''),
    )
    .filter((group) => group.length > 0);
}

interface Head {
  readonly headline?: string;
  readonly kicker?: { readonly topic: string; readonly region?: string };
  readonly authors: readonly string[];
  readonly publishedAt?: Temporal.Instant;
  /** The lines that were read as head. */
  readonly lines: ReadonlySet<string>;
}

/** With a date line: the lines before it, of which the longest is the headline. Without: the first line, if it is short. */
function readHead(lines: readonly string[]): Head {
  const dateIndex = lines.findIndex(isDateLine);
  if (dateIndex < 1) {
    // A line that continues in lower case is prose, broken for its length.
    const [first = '', second = ''] = lines;
    const isHeadline =
      first.length <= headlineLength && /^[^\p{Ll}]/u.test(second) && (endsLikeHeading(first) || first.endsWith('!'));
    return { authors: [], lines: new Set(isHeadline ? [first] : []), ...(isHeadline && { headline: first }) };
  }
  const before = lines.slice(0, dateIndex);
  const headline = before.toSorted((a, b) => b.length - a.length)[0] ?? '';
  const index = before.indexOf(headline);
  const [kicker] = before.slice(0, index);
  const publishedAt = parseDateLine(lines[dateIndex] ?? '');
  return {
    headline,
    ...(kicker && { kicker: splitKicker(kicker) }),
    authors: before.slice(index + 1).flatMap((line) => line.split(/\||,? and | und /).map((name) => name.trim())),
    ...(publishedAt && { publishedAt }),
    lines: new Set(lines.slice(0, dateIndex + 1)),
  };
}

/** Topic and country touch when the page is flattened: `PoliticsSouth Korea`. */
function splitKicker(kicker: string): NonNullable<Head['kicker']> {
  const [, topic = kicker, region] = /^(.*?\p{Ll})(\p{Lu}.*)$/su.exec(kicker) ?? [];
  return { topic, ...(region && { region }) };
}

/** The prose of a group of lines: none where it is a picture's alt text and caption; lines broken for their length joined. */
function paragraphsOf(group: readonly string[]): readonly string[] {
  if (group.length <= 2 && isCaption(group.at(-1) ?? '')) return [];
  const paragraphs: string[] = [];
  let previous = '';
  for (const line of group) {
    const goesOn = previous.length >= 40 && !endsSentence(previous) && !endsInColon(previous) && !isItem(line);
    if (goesOn) paragraphs.push(`${paragraphs.pop()} ${line}`);
    else paragraphs.push(line);
    previous = line;
  }
  return paragraphs;
}

function isCaption(line: string): boolean {
  const { credit } = splitCredit(line);
  return credit !== undefined && credit.length <= 120 && !endsSentence(credit);
}

function blocksOf(paragraphs: readonly string[]): readonly Block[] {
  const ownParagraphs = paragraphs.filter((paragraph) => !agenciesOf(paragraph) && !isDateLine(paragraph));
  return ownParagraphs.map((text, index) => {
    if (isItem(text)) return { kind: 'item', text: text.slice(1).trim() };
    return { kind: isSubhead(text) && index < ownParagraphs.length - 1 ? 'subhead' : 'paragraph', text };
  });
}

function isItem(line: string): boolean {
  return /^[-*•–] ?\S/.test(line);
}

function isSubhead(text: string): boolean {
  return text.length <= subheadLength && endsLikeHeading(text) && !endsInQuote(text);
}

const byScript: readonly (readonly [language: string, letters: RegExp])[] = [
  ['zh', /\p{Script=Han}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['bn', /\p{Script=Bengali}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
  ['el', /\p{Script=Greek}/gu],
];
const byWords = ['en', 'de', 'fr', 'es', 'pt', 'ru', 'uk', 'tr'];

/**
 * The language of a text that does not name it: by its script where that is enough, else by its commonest words. Undefined where
 * no language stands out, or where its words would be those of a language we have no list for.
 */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, 5_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const script = byScript.find(([, pattern]) => (sample.match(pattern)?.length ?? 0) > letters / 2);
  if (script) return script[0];

  const words = fold(sample).match(/\p{L}+/gu) ?? [];
  const shares = byWords.map((language) => {
    const known = stopWords(language);
    return { language, share: words.filter((word) => known.has(word)).length / words.length };
  });
  const [best, second] = shares.toSorted((a, b) => b.share - a.share);
  return best && second && best.share > 0.15 && best.share > 1.3 * second.share ? best.language : undefined;
}
