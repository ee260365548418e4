import type { Statement } from '../briefings/briefing.ts';
import { fold, wordsOf } from '../language/terms.ts';
import type { Answer } from './answer.ts';
import { cite } from './cite.ts';
import { areAlike, type Line } from './lines.ts';
import { wording } from './wording.ts';

const mostAbout = 2;
const mostLately = 4;
const mostOfOneArticle = 3;

/** Statements on an actor from the lines that name it (newest first): role, what it is, what it did and said lately. */
export function describeActor(
  names: readonly string[],
  lines: readonly Line[],
  { role, language }: { role?: Statement; language: string },
): Pick<Answer, 'statements' | 'sections'> {
  const telling = lines.filter(({ leans, sentence }) => !leans && !sentence.text.endsWith('?'));
  const usable = telling.length > 0 ? telling : lines;
  const roleLine = lines.find(({ article, sentence }) => isCited(role, article.id, sentence.index));
  const chosen = roleLine ? [roleLine] : [];
  const about = take(
    usable.toSorted((a, b) => aboutness(b, names) - aboutness(a, names)),
    chosen,
    mostAbout,
    (line) => aboutness(line, names) >= 1,
  );
  const lately = take(usable, chosen, mostLately, (line) => acts(line, names));
  if (chosen.length < 3) lately.push(...take(usable, chosen, 3 - chosen.length, () => true));
  const words = wording(language).sections;
  const sections = [
    { heading: words.role, statements: role ? [role] : [] },
    { heading: words.about, statements: about.map(({ article, sentence }) => cite(article, sentence)) },
    { heading: words.lately, statements: lately.map(({ article, sentence }) => cite(article, sentence)) },
  ].filter(({ statements }) => statements.length > 0);
  return { statements: sections.flatMap(({ statements }) => statements), sections };
}

/** Moves up to `most` fitting lines to `chosen` that say something else than those there. */
function take(lines: readonly Line[], chosen: Line[], most: number, fits: (line: Line) => boolean): Line[] {
  const taken: Line[] = [];
  for (const line of lines) {
    if (taken.length >= most) break;
    const ofArticle = chosen.filter(({ article }) => article.id === line.article.id).length;
    if (ofArticle >= mostOfOneArticle + (most - taken.length > 1 ? 0 : 1)) continue;
    if (chosen.some((other) => areAlike(line, other)) || !fits(line)) continue;
    chosen.push(line);
    taken.push(line);
  }
  return taken;
}

/** How much a line says of what the actor is: an apposition after the name, "is a", "known as", an age. */
function aboutness({ sentence, article }: Line, names: readonly string[]): number {
  const { text } = sentence;
  const at = positionOf(text, names);
  if (at === undefined) return 0;
  const after = text.slice(at.end, at.end + 60);
  let score = 0;
  if (
    /^(?:[’']s)?,? (?:who|whose|which|a|an|the|now|formerly|\d\d)\b|^, (?:\p{Ll}|\d\d,)|^,? (?:der|die|das|ein|eine)\b/iu.test(
      after,
    )
  )
    score += 1;
  if (
    /^[^.]{0,40}?\b(?:is|was|are|were|became|has been|had been|ist|war|gilt|wurde) (?:also |previously |once |formerly )?(?:a|an|the|one|considered|ein|eine|der|die)\b/iu.test(
      after,
    )
  )
    score += 1;
  if (
    /\b(?:founded|founder|born|known (?:as|for)|former|\d\d-year-old|nickname|gegründet|geboren|früher)\b/iu.test(text)
  )
    score += 1;
  if (/["“„]/u.test(text)) score -= 1;
  return (
    score +
    (at.start < 40 ? 0.5 : 0) +
    (isFullName(names, text) ? 0.3 : 0) +
    (wordsOf(text, article.language).length < 40 ? 0.2 : 0)
  );
}

/** Named early in the sentence: what follows is told of the actor. */
function acts({ sentence }: Line, names: readonly string[]): boolean {
  const at = positionOf(sentence.text, names);
  return at !== undefined && at.start < 60;
}

function positionOf(text: string, names: readonly string[]): { start: number; end: number } | undefined {
  const folded = fold(text);
  const parts = [...names, ...names.flatMap((name) => name.split(' ').slice(-1))].filter((name) => name.length > 2);
  for (const name of parts) {
    const start = folded.indexOf(fold(name));
    if (start >= 0) return { start, end: start + name.length };
  }
  return undefined;
}

function isFullName(names: readonly string[], text: string): boolean {
  return names.some((name) => name.includes(' ') && text.includes(name));
}

function isCited(statement: Statement | undefined, articleId: string, sentence: number): boolean {
  const citation = statement?.citations[0];
  return citation?.articleId === articleId && citation.sentence === sentence;
}
