import { headlineSentence } from '../articles/article.ts';
import type { Statement } from '../briefings/briefing.ts';
import { isSelfContained } from '../briefings/statements/sentence-fitness.ts';
import { findCountry } from '../text/countries.ts';
import { isCalendarWord } from '../text/dates-words.ts';
import { fold, termOf } from '../text/terms.ts';
import { type ArticleSentence, readSentences } from './article-sentences.ts';
import { readerKnows } from './background/reader-knows.ts';

const usualLength = 3;

/** What the reader of an answer has, and what may be shown to them. */
export interface Reader {
  /** What is known without a sentence: the title, names in a list above. */
  readonly title: string;
  readonly shown: readonly ArticleSentence[];
  /** Which sentences may be shown for the sake of another; all if left out. */
  readonly mayLead?: (line: ArticleSentence) => boolean;
  /** Sentences; 3 if left out. */
  readonly longest?: number;
}

/**
 * A sentence after those right before it that its reader needs, at most two; undefined if even with them it refers to what the reader has
 * not seen, or if it is somebody's words without their name.
 */
export function passageOf(
  line: ArticleSentence,
  { title, shown, mayLead = () => true, longest = usualLength }: Reader,
): readonly ArticleSentence[] | undefined {
  if (line.sentence.index === headlineSentence) return [line];
  const lines = readSentences(line.article);
  const at = lines.findIndex(({ sentence }) => sentence.index === line.sentence.index);
  for (let length = 1; length <= Math.min(longest, at + 1); length++) {
    const passage = [...lines.slice(at + 1 - length, at), line];
    const [first] = passage;
    if (!first || (first !== line && !mayLead(first))) return undefined;
    if (first.isSpeakerless || first.subhead?.text !== line.subhead?.text) return undefined;
    if (needsSentenceBefore(first, lines) && !shown.some(({ sentence }) => sentence === lines[at - length]?.sentence))
      continue;
    if (passage.every((each, place) => readerKnows(each, title, [...shown, ...passage.slice(0, place)])))
      return passage;
  }
  return undefined;
}

/** "Then, on Tuesday, Doe returned." is understood without what came before. */
const adding =
  /^(?:Then|Meanwhile|Now|Also|Later|Separately|Moreover|Additionally|Dann|Inzwischen|Unterdessen|Zudem|Später),? /u;

function needsSentenceBefore(line: ArticleSentence, lines: readonly ArticleSentence[]): boolean {
  const {
    needsContext,
    sentence: { text },
    article: { language },
  } = line;
  if (namesNobodyMeant(line, lines)) return true;
  return needsContext && !(adding.test(text) && isSelfContained(text.replace(adding, ''), language));
}

const personal = new Set('he she him his her himself herself er ihm ihn'.split(' '));
const yearsOld = /^(?:The|Der|Die) \p{N}+-/u;
/** Words after "The 52-year-old" within which a name says who that is. */
const wordsOfAge = 7;

/** "With artists protesting her appointment, she has had a bad start", "The 52-year-old journalist is a member": who is in no word of it. */
function namesNobodyMeant(
  { sentence: { text }, article: { language }, words }: ArticleSentence,
  lines: readonly ArticleSentence[],
): boolean {
  const isByAge = yearsOld.test(text);
  if (!isByAge && !words.some((word) => personal.has(word))) return false;
  const parts = text.split(' ').slice(0, isByAge ? wordsOfAge : undefined);
  return !parts.some((part, at) => {
    const [word = ''] = part.match(/\p{Lu}\p{Ll}[\p{L}-]*/u) ?? [];
    if (word === '' || termOf(word, language) === undefined || isCalendarWord(fold(word))) return false;
    if (findCountry(word, language) !== undefined) return false;
    return at > 0 || !lines.some(({ sentence }) => sentence.text.includes(` ${word.toLowerCase()}`));
  });
}

/** Joins statements that are adjacent both here and in their article, so that "He ..." is read with its antecedent. */
export function joinPassages(statements: readonly Statement[]): readonly Statement[] {
  const joined: Statement[] = [];
  let previous: Statement | undefined;
  for (const statement of statements) {
    const open = joined.at(-1);
    if (open && previous && continues(previous, statement)) {
      joined[joined.length - 1] = { ...open, text: `${open.text} ${statement.text}` };
    } else joined.push(statement);
    previous = statement;
  }
  return joined;
}

function continues(one: Statement, next: Statement): boolean {
  const [from, to] = [one.citations[0], next.citations[0]];
  return (
    one.date === next.date &&
    one.quoted === next.quoted &&
    one.citations.length === 1 &&
    next.citations.length === 1 &&
    from !== undefined &&
    to !== undefined &&
    from.articleId === to.articleId &&
    from.sentence !== headlineSentence &&
    from.sentence + 1 === to.sentence
  );
}
