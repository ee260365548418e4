import type { Statement } from '../../briefings/briefing.ts';
import { isFit } from '../../briefings/statements/sentence-fitness.ts';
import { termsOf } from '../../text/terms.ts';
import type { Answer } from '../answer.ts';
import { readerKnows } from '../background/reader-knows.ts';
import { cite } from '../cite.ts';
import { areAlike, type Line, newestFirst } from '../lines.ts';
import type { Wording } from '../wording.ts';
import { aboutness } from './aboutness.ts';
import type { NamingLine } from './naming-lines.ts';
import { leadIn, positionOf } from './told-of-actor.ts';

const most = { about: 3, lately: 4, ofOneArticle: 2, lines: 8 };
const fewLines = 4;
/** So many lines of an article tell of whom it is on. */
const linesOnActor = 3;
/** What a line that speaks of something not shown loses against one that does not. */
const unknownCosts = 0.5;
const fewerLines = 3;
/** A sentence of fewer words with a meaning says nothing: "Doe wrote." */
const fewestTerms = 3;
/** Lines that only name the actor stand where there are no others. */
const fewestLines = 1;

/** Statements on an actor from the lines that name it (newest first): role, what it is, what it did and said lately; if little, of what. */
export function describeActor(
  names: readonly string[],
  lines: readonly NamingLine[],
  { role, opening, words }: { role?: Statement; opening?: Line; words: Wording },
): Pick<Answer, 'statements' | 'sections'> {
  const shown: Line[] = [];
  const roleLine = lines.find(({ article, sentence }) => isCited(role, article.id, sentence.index));
  const finished = lines.filter(({ sentence, article }) => isFit(sentence.text, article.language, fewestTerms));
  const told = finished.filter(({ article }) => !isFactCheck(article.headline));
  const fit = told.length > 0 ? told : finished.length > 0 ? finished : lines;
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

/** What it retells of somebody is a claim, often a false one. */
function isFactCheck(headline: string): boolean {
  return /^(?:fact[ -]?check|faktencheck)/iu.test(headline);
}

function chooseAbout(names: readonly string[], lines: readonly NamingLine[], shown: Line[]): readonly Line[] {
  const title = names[0] ?? '';
  const ranked = lines
    .filter((line) => !line.leans && line.isOwn)
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

/** What it did and said last; two lines an article, more where there is no other article. */
function chooseLately(names: readonly string[], lines: readonly NamingLine[], shown: Line[]): readonly Line[] {
  const title = names[0] ?? '';
  const standing = lines.filter(({ leans, sentence }) => !leans || connective.test(sentence.text));
  const own = standing.filter(({ isOwn }) => isOwn);
  const known = own.filter((line) => readerKnows(line, title, shown));
  const acting = byHeadline(known.filter((line) => acts(line, names)));
  const chosen = choose(acting, shown, most.lately, most.ofOneArticle);
  for (const [more, few] of [
    [acting, fewLines],
    [known, fewLines],
    [byHeadline(own), fewerLines],
    [byHeadline(lines.filter(({ isOwn }) => isOwn)), fewerLines],
    [standing, fewestLines],
    [lines, fewestLines],
  ] as const) {
    const wanted = few - shown.length;
    if (wanted > 0) chosen.push(...choose(more, shown, wanted, Number.POSITIVE_INFINITY));
  }
  return chosen.toSorted(newestFirst);
}

/** Newest article first; in it the lines that tell what its headline says. */
function byHeadline(lines: readonly NamingLine[]): readonly NamingLine[] {
  return [...Map.groupBy(lines, ({ article }) => article.id).values()].flatMap((own) => {
    const headline = own[0] ? termsOf(own[0].article.headline, own[0].article.language) : [];
    const shared = ({ terms }: Line) => headline.filter((term) => terms.has(term)).length;
    return own.toSorted((a, b) => shared(b) - shared(a));
  });
}

function choose(lines: readonly NamingLine[], shown: Line[], limit: number, ofOneArticle: number): Line[] {
  const chosen: Line[] = [];
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

/** The line with what it needs before and what goes on about it, none of it twice. */
function show(line: Line & Partial<NamingLine>, shown: Line[]): readonly Line[] {
  const together = [line.antecedent, line, line.follower].filter((each) => each !== undefined);
  const added = together.filter((each) => shown.every((other) => other.sentence !== each.sentence));
  shown.push(...added);
  return added;
}

/** Opens with a word that only joins it to the sentence before: "Then, on Tuesday, Doe returned." */
const connective =
  /^(?:And yet|But|Yet|Then|Meanwhile|However|Now|Also|Later|Still|Separately|Moreover|Doch|Aber|Dann|Inzwischen|Zudem|Auch)(?:,| (?=\p{Lu}))/u;

/** Named early in the sentence: what follows is told of the actor. */
function acts({ sentence }: Line, names: readonly string[]): boolean {
  const at = positionOf(sentence.text, names);
  return at !== undefined && at.start < 60 && !leadIn.test(sentence.text.slice(0, at.start));
}

/** Of whom little is told, the line with the role is shown even where it tells of another. */
function showsRole({ isOwn, leans }: NamingLine, lines: readonly NamingLine[]): boolean {
  return isOwn || (!leans && lines.length <= fewLines);
}

/** What an article is about says something of the actor where it is on it, or where the actor is named nowhere else. */
function isOnActor({ article }: Line, names: readonly string[], lines: readonly NamingLine[]): boolean {
  const own = lines.filter((line) => line.article.id === article.id);
  return (
    positionOf(article.headline, names) !== undefined ||
    own.length === lines.length ||
    own.filter(({ isOwn }) => isOwn).length >= linesOnActor
  );
}

function isCited(statement: Statement | undefined, articleId: string, sentence: number): boolean {
  const citation = statement?.citations[0];
  return citation?.articleId === articleId && citation.sentence === sentence;
}
