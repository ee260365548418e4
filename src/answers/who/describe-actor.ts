import type { Statement } from '../../briefings/briefing.ts';
import { isFit } from '../../briefings/statements/sentence-fitness.ts';
import { termsOf } from '../../text/terms.ts';
import type { Answer } from '../answer.ts';
import { type ArticleSentence, areAlike, newestFirst } from '../article-sentences.ts';
import { readerKnows } from '../background/reader-knows.ts';
import { cite } from '../cite.ts';
import type { Wording } from '../wording.ts';
import { leadIn, positionOf } from './about-actor.ts';
import { aboutness } from './aboutness.ts';
import type { NamingSentence } from './naming-sentences.ts';

const most = { about: 3, lately: 4, ofOneArticle: 2, lines: 8 };
const fewLines = 4;
/** An article with this many sentences on the actor is about it. */
const sentencesOnActor = 3;
/** Penalty for a sentence that refers to something not shown. */
const unknownCosts = 0.5;
const fewerLines = 3;
/** A sentence with fewer content words says nothing: "Doe wrote." */
const fewestTerms = 3;
/** Sentences that only mention the actor are shown if there are fewer than this. */
const fewestLines = 1;

/** Statements on an actor from the sentences that name it (newest first): role, what it is, what it did and said lately; if these are few, what its article is about. */
export function describeActor(
  names: readonly string[],
  lines: readonly NamingSentence[],
  { role, opening, words }: { role?: Statement; opening?: ArticleSentence; words: Wording },
): Pick<Answer, 'statements' | 'sections'> {
  const shown: ArticleSentence[] = [];
  const roleLine = lines.find(({ article, sentence }) => isCited(role, article.id, sentence.index));
  const finished = lines.filter(({ sentence, article }) => isFit(sentence.text, article.language, fewestTerms));
  const reported = finished.filter(({ article }) => !isFactCheck(article.headline));
  const fit = reported.length > 0 ? reported : finished.length > 0 ? finished : lines;
  const sections = [
    { heading: 'roleTold' as const, lines: roleLine && showsRole(roleLine, lines) ? show(roleLine, shown) : [] },
    { heading: 'about' as const, lines: chooseAbout(names, fit, shown) },
    { heading: 'lately' as const, lines: chooseLately(names, fit, shown) },
    {
      heading: 'story' as const,
      lines: opening && isOnActor(opening, names, lines) && shown.length < fewLines ? show(opening, shown) : [],
    },
  ];
  const shownSections = sections
    .filter(({ lines: own }) => own.length > 0)
    .map(({ heading, lines: own }) => ({
      heading: words[heading],
      statements: own.map(({ article, sentence }) => cite(article, sentence)),
    }));
  return { statements: shownSections.flatMap(({ statements }) => statements), sections: shownSections };
}

/** A fact check repeats claims, often false ones. */
function isFactCheck(headline: string): boolean {
  return /^(?:fact[ -]?check|faktencheck)/iu.test(headline);
}

function chooseAbout(
  names: readonly string[],
  lines: readonly NamingSentence[],
  shown: ArticleSentence[],
): readonly ArticleSentence[] {
  const title = names[0] ?? '';
  const ranked = lines
    .filter((line) => !line.needsContext && line.isOwn)
    .map((line) => ({ line, isKnown: readerKnows(line, title, shown), score: aboutness(line, names) }))
    .filter(({ score, isKnown }) => score >= (isKnown ? 1 : 1.3))
    .map(({ line, score, isKnown }) => ({ line, score: score - (isKnown ? 0 : unknownCosts) }))
    .toSorted((a, b) => b.score - a.score);
  return choose(
    ranked.map(({ line }) => line),
    shown,
    most.about,
    Number.POSITIVE_INFINITY,
  );
}

/** What it did and said last; two sentences per article, more if there is only one article. */
function chooseLately(
  names: readonly string[],
  lines: readonly NamingSentence[],
  shown: ArticleSentence[],
): readonly ArticleSentence[] {
  const title = names[0] ?? '';
  const selfContained = lines.filter(({ needsContext, sentence }) => !needsContext || connective.test(sentence.text));
  const own = selfContained.filter(({ isOwn }) => isOwn);
  const known = own.filter((line) => readerKnows(line, title, shown));
  const acting = byHeadline(known.filter((line) => acts(line, names)));
  const chosen = choose(acting, shown, most.lately, most.ofOneArticle);
  for (const [more, few] of [
    [acting, fewLines],
    [known, fewLines],
    [byHeadline(own), fewerLines],
    [byHeadline(lines.filter(({ isOwn }) => isOwn)), fewerLines],
    [selfContained, fewestLines],
    [lines, fewestLines],
  ] as const) {
    const wanted = few - shown.length;
    if (wanted > 0) chosen.push(...choose(more, shown, wanted, Number.POSITIVE_INFINITY));
  }
  return chosen.toSorted(newestFirst);
}

/** Newest article first; within an article the sentences closest to its headline. */
function byHeadline(lines: readonly NamingSentence[]): readonly NamingSentence[] {
  return [...Map.groupBy(lines, ({ article }) => article.id).values()].flatMap((own) => {
    const headline = own[0] ? termsOf(own[0].article.headline, own[0].article.language) : [];
    const shared = ({ terms }: ArticleSentence) => headline.filter((term) => terms.has(term)).length;
    return own.toSorted((a, b) => shared(b) - shared(a));
  });
}

function choose(
  lines: readonly NamingSentence[],
  shown: ArticleSentence[],
  limit: number,
  ofOneArticle: number,
): ArticleSentence[] {
  const chosen: ArticleSentence[] = [];
  const perArticle = new Map<string, number>();
  for (const line of lines) {
    const count = perArticle.get(line.article.id) ?? 0;
    if (chosen.length >= limit || shown.length >= most.lines) break;
    if (count >= ofOneArticle || shown.some((other) => areAlike(line, other))) continue;
    perArticle.set(line.article.id, count + 1);
    chosen.push(...show(line, shown));
  }
  return chosen;
}

/** The sentence with its antecedent and its continuation, without repetition. */
function show(line: ArticleSentence & Partial<NamingSentence>, shown: ArticleSentence[]): readonly ArticleSentence[] {
  const together = [line.antecedent, line, line.follower].filter((each) => each !== undefined);
  const added = together.filter((each) => shown.every((other) => other.sentence !== each.sentence));
  shown.push(...added);
  return added;
}

/** Opens with a mere connective to the sentence before: "Then, on Tuesday, Doe returned." */
const connective =
  /^(?:And yet|But|Yet|Then|Meanwhile|However|Now|Also|Later|Still|Separately|Moreover|Doch|Aber|Dann|Inzwischen|Zudem|Auch)(?:,| (?=\p{Lu}))/u;

/** Named early in the sentence, so that the rest is about the actor. */
function acts({ sentence }: ArticleSentence, names: readonly string[]): boolean {
  const at = positionOf(sentence.text, names);
  return at !== undefined && at.start < 60 && !leadIn.test(sentence.text.slice(0, at.start));
}

/** If little is known of the actor, the sentence with the role is shown even if it is about another. */
function showsRole({ isOwn, needsContext }: NamingSentence, lines: readonly NamingSentence[]): boolean {
  return isOwn || (!needsContext && lines.length <= fewLines);
}

/** An article's topic describes the actor if the article is about it, or is the only one that names it. */
function isOnActor({ article }: ArticleSentence, names: readonly string[], lines: readonly NamingSentence[]): boolean {
  const own = lines.filter((line) => line.article.id === article.id);
  return (
    positionOf(article.headline, names) !== undefined ||
    own.length === lines.length ||
    own.filter(({ isOwn }) => isOwn).length >= sentencesOnActor
  );
}

function isCited(statement: Statement | undefined, articleId: string, sentence: number): boolean {
  const citation = statement?.citations[0];
  return citation?.articleId === articleId && citation.sentence === sentence;
}
