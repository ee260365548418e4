import type { Statement } from '../briefings/briefing.ts';
import { fold, termsOf } from '../language/terms.ts';
import type { Answer } from './answer.ts';
import { cite } from './cite.ts';
import { areAlike, type Line } from './lines.ts';
import type { NamingLine } from './naming-lines.ts';
import type { Wording } from './wording.ts';

const most = { about: 3, lately: 4, ofOneArticle: 2, lines: 8 };
const fewLines = 4;

/** Statements on an actor from the lines that name it (newest first): role, what it is, what it did and said lately; if little, of what. */
export function describeActor(
  names: readonly string[],
  lines: readonly NamingLine[],
  { role, opening, words }: { role?: Statement; opening?: Line; words: Wording },
): Pick<Answer, 'statements' | 'sections'> {
  const shown: Line[] = [];
  const roleLine = lines.find(({ article, sentence }) => isCited(role, article.id, sentence.index));
  const sections = [
    { heading: 'role' as const, lines: roleLine ? show(roleLine, shown) : [] },
    { heading: 'about' as const, lines: chooseAbout(names, lines, shown) },
    { heading: 'lately' as const, lines: chooseLately(names, lines, shown) },
    { heading: 'story' as const, lines: opening && shown.length < fewLines ? show(opening, shown) : [] },
  ];
  const told = sections
    .filter(({ lines: own }) => own.length > 0)
    .map(({ heading, lines: own }) => ({
      heading: words[heading],
      statements: own.map(({ article, sentence }) => cite(article, sentence)),
    }));
  return { statements: told.flatMap(({ statements }) => statements), sections: told };
}

function chooseAbout(names: readonly string[], lines: readonly NamingLine[], shown: Line[]): readonly Line[] {
  const ranked = lines
    .map((line) => ({ line, score: aboutness(line, names) }))
    .filter(({ line, score }) => score >= 1 && !line.leans)
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
  const acting = byHeadline(lines.filter((line) => !line.leans && acts(line, names)));
  const standing = lines.filter((line) => !line.leans);
  const chosen = choose(acting, shown, most.lately, most.ofOneArticle);
  for (const more of [acting, standing, lines]) {
    const wanted = fewLines - shown.length;
    if (wanted > 0) chosen.push(...choose(more, shown, wanted, Number.POSITIVE_INFINITY));
  }
  return chosen;
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
function show(line: NamingLine, shown: Line[]): readonly Line[] {
  const together = [line.antecedent, line, line.follower].filter((each) => each !== undefined);
  const added = together.filter((each) => shown.every((other) => other.sentence !== each.sentence));
  shown.push(...added);
  return added;
}

/** How much a line says of what the actor is: a title before the name, an apposition after it, "is a", "known as", an age. */
function aboutness({ sentence }: Line, names: readonly string[]): number {
  const { text } = sentence;
  const at = positionOf(text, names);
  if (at === undefined) return 0;
  const before = text.slice(0, at.start);
  const after = text.slice(at.end, at.end + 80);
  const isQuote = /["“„]/u.test(text) ? -0.8 : 0;
  return (
    (apposition.test(after) && !leadIn.test(before) ? 1 : 0) +
    (predicate.test(after) ? 1 : 0) +
    (kindWords.test(text.slice(Math.max(0, at.start - 60), at.end + 80)) ? 1 : 0) +
    (titleBefore.test(before) ? 0.8 : 0) +
    (at.start < 60 ? 0.3 : 0) +
    isQuote
  );
}

const apposition =
  /^(?:[’']s)?,? (?:who|whose|which|now|formerly|\d\d)\b|^,? (?:an?|the) \p{Ll}|^, (?:\p{Ll}|\d\d,)|^,? (?:der|die|das|ein|eine) /u;
/** "For Jane Doe, the plan is ...": what follows the comma is no word on her. */
const leadIn = /^(?:For|With|Without|To|Like|Unlike|Under|Beside|Besides|According to|Für|Mit|Ohne|Laut|Unter) $/u;
/** Not "Doe's plan is a ...". */
const predicate =
  /^(?![’'])[^.,]{0,40}?\b(?:is|was|are|were|became|has been|had been|ist|war|gilt|wurde)(?: also| previously| once| formerly| widely)? (?:an?|the|one|considered|known|ein|eine|der|die)\b/iu;
const kindWords =
  /\b(?:founded|founder|co-founder|born|known (?:as|for)|\d\d-year-old|nickname\w*|gegründet|geboren|\d\d-jährige\w*|previously|formerly)\b(?! (?:known as )?(?:Twitter|Facebook))/iu;
const titleBefore =
  /(?:\b(?:[Pp]resident|[Mm]inister|CEO|[Cc]hancellor|[Ll]eader|[Cc]hief|[Hh]ead|[Ff]ounder|[Dd]irector|[Ss]poke\w+|[Ss]ecretary|[Pp]remier|[Gg]overnor|[Mm]ayor|[Ss]heriff|[Pp]rofessor|[Ll]awyer|[Cc]oach|[Kk]ing|[Qq]ueen|[Pp]rince|[Pp]rincess|[Gg]roup|[Pp]arty|[Cc]ompany|[Cc]hefin?|[Mm]inisterin|[Pp]räsident\w*|[Ss]precher\w*|[Kk]anzler\w*))[,:]? (?:\p{Lu}[\p{L}.]+ ){0,2}$/u;

/** Named early in the sentence: what follows is told of the actor, not of "Doe's predecessor". */
function acts({ sentence }: Line, names: readonly string[]): boolean {
  const at = positionOf(sentence.text, names);
  return (
    at !== undefined &&
    at.start < 60 &&
    !leadIn.test(sentence.text.slice(0, at.start)) &&
    !ownsSomebody.test(sentence.text.slice(at.end))
  );
}

const ownsSomebody =
  /^[’']s? (?:[\p{L}-]+ ){0,3}?(?:predecessor|successor|challenger|rival|opponent|critic|lawyer|wife|husband|son|daughter|brother|sister|father|mother)s?\b/iu;

/** Where a text names the actor: by a whole name, else by its last word. */
function positionOf(text: string, names: readonly string[]): { start: number; end: number } | undefined {
  const folded = fold(text);
  const whole = names.toSorted((a, b) => b.length - a.length);
  const parts = [...whole, ...whole.flatMap((name) => name.split(' ').slice(-1))].filter((name) => name.length > 2);
  for (const name of parts) {
    const start = folded.indexOf(fold(name));
    if (start >= 0) return { start, end: start + name.length };
  }
  return undefined;
}

function isCited(statement: Statement | undefined, articleId: string, sentence: number): boolean {
  const citation = statement?.citations[0];
  return citation?.articleId === articleId && citation.sentence === sentence;
}
