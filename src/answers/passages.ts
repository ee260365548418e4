import { type Article, headlineSentence } from '../articles/article.ts';
import type { Statement } from '../briefings/briefing.ts';
import { isSelfContained } from '../briefings/statements/sentence-fitness.ts';
import { createReferenceCheck } from '../briefings/statements/shown-before.ts';
import { hasLoosePronoun, openingNoun } from '../reading/loose-references.ts';
import { hasPhrase } from '../reading/phrases.ts';
import { findCountry } from '../text/countries.ts';
import { isCalendarWord } from '../text/dates-words.ts';
import { fold, termOf } from '../text/terms.ts';
import { type ArticleSentence, readSentences } from './article-sentences.ts';

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

/** Whether a sentence is understood by itself by a reader of a title and of what is shown. */
export function standsAlone(line: ArticleSentence, title: string, shown: readonly ArticleSentence[] = []): boolean {
  return passageOf(line, { title, shown, longest: 1 }) !== undefined;
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
    // A court's "K." is a name, too.
    if (/^\p{Lu}\.,?$/u.test(part)) return true;
    const [word = ''] = part.match(/\p{Lu}\p{Ll}[\p{L}-]*/u) ?? [];
    if (word === '' || termOf(word, language) === undefined || isCalendarWord(fold(word))) return false;
    if (findCountry(word, language) !== undefined) return false;
    return at > 0 || !lines.some(({ sentence }) => sentence.text.includes(` ${word.toLowerCase()}`));
  });
}

type KnowledgeCheck = ReturnType<typeof createReferenceCheck>;

/** Cached, since an answer examines the sentences of an article several times. */
const known = new WeakMap<Article, { readonly knows: KnowledgeCheck; readonly places: ReadonlyMap<number, number> }>();

/** Whether a reader who was shown a title and some sentences can resolve the references of another: "the initiative", "Doe" without more. */
export function readerKnows(line: ArticleSentence, title: string, shown: readonly ArticleSentence[]): boolean {
  const { article, sentence } = line;
  const { knows, places } = known.get(article) ?? remember(article);
  const texts = shown.flatMap((other) => (other.article === article ? other.sentence.text : []));
  const place = places.get(sentence.index) ?? 0;
  // Nothing stands before the first sentence that it could refer to.
  if (place === 0) return isNamed(pointedAt(sentence.text), [title, ...texts]);
  const opening = openingNoun(sentence.text, article.language);
  const isGiven = (noun: string) =>
    article.sentences.slice(0, place).some(({ text }) => text.toLowerCase().includes(noun));
  const nouns = [pointedAt(sentence.text), opening !== undefined && isGiven(opening) ? opening : undefined];
  return (
    knows(place, title, texts) &&
    nouns.every((noun) => isNamed(noun, [title, ...texts])) &&
    !hasLoosePronoun(sentence.text, article.language) &&
    !hasPhrase('reacts', sentence.text, article.language)
  );
}

function isNamed(noun: string | undefined, texts: readonly string[]): boolean {
  return noun === undefined || texts.some((text) => text.toLowerCase().includes(noun));
}

/** The noun a sentence points back to: "such a deployment", "this commitment"; undefined if there is none. */
function pointedAt(text: string): string | undefined {
  return pointing
    .exec(text)
    ?.slice(1)
    .find((noun) => noun !== undefined);
}

const pointing =
  /(?<!\p{L})(?:such an? (\p{Ll}+)|(?:this|these|those) (?!(?:week|month|year|morning|evening|afternoon|autumn|fall|spring|summer|winter|season|time|way|is|was|who|are|were|of|days|decade|century)(?!\p{L}))(\p{Ll}{4,})|(these|those)(?=[,.;]))/u;

function remember(article: Article) {
  const found = {
    knows: createReferenceCheck(
      article.sentences.map(({ text }) => text),
      article.language,
    ),
    places: new Map(article.sentences.map(({ index }, place) => [index, place])),
  };
  known.set(article, found);
  return found;
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
