import type { Article } from '../../articles/article.ts';
import { revisedAt } from '../../articles/revised-at.ts';
import { formatDate } from '../../text/found-date.ts';
import { termsOf } from '../../text/terms.ts';
import type { Answer } from '../answer.ts';
import type { AnswerContext } from '../answer-archive.ts';
import type { Archive } from '../archive.ts';
import { cite } from '../cite.ts';
import { completeAnswer } from '../complete-answer.ts';
import { areAlike, type Line, readLines, readLinesYielding } from '../lines.ts';
import { causeTold } from '../question/causes.ts';
import { meetDemand } from '../question/demands.ts';
import { type Question, readQuestion } from '../question/question.ts';
import { questionLanguage } from '../question/question-language.ts';
import { answerWho } from '../who/who.ts';
import { type Wording, wording } from '../wording.ts';
import { antecedents } from './antecedents.ts';
import type { RankedLine } from './judge-line.ts';
import { rankLines } from './rank-lines.ts';
import { relatedTerms } from './related-words.ts';

const articlesRead = 30;
const fewArticles = 5;
const mostStatements = 4;
const nearlyAsGood = 0.75;
const countsAsGood = 0.65;
const halfDayMs = 43_200_000;

/** Answers a question with the archive's own sentences, or says that it holds none. */
export async function answerQuestion(text: string, context: AnswerContext): Promise<Answer> {
  const name = personAskedFor.exec(text.trim())?.[1];
  return name === undefined ? answerFromLines(text, context) : answerWho(name, context);
}

/** "Who is Jane Doe?", but not "who is the mayor of ...". */
const personAskedFor =
  /^(?:[Ww]ho(?:'s| is| was)|[Ww]er (?:ist|war)) (\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})\s*\??$/u;

async function answerFromLines(text: string, { archive, now, reader }: AnswerContext): Promise<Answer> {
  const question = readQuestion(text, questionLanguage(text), now);
  const terms = [...new Set(termsOf(text, question.language))];
  const hits = await findArticles(terms, question, archive);
  const inLanguage = hits.filter(({ article }) => article.language.startsWith(question.language));
  await readLinesYielding(inLanguage.map(({ article }) => article));
  const articles = new Map(inLanguage.map(({ article }) => [article, readLines(article)]));
  const ranked = await rankLines(question, articles);
  const statements = choose(question, ranked, articles).map(({ article, sentence }) => cite(article, sentence));
  const base = { kind: 'ask' as const, title: question.text, language: question.language, statements };
  if (statements.length > 0) return completeAnswer({ ...base, refused: false }, archive);
  return completeAnswer(
    { ...base, refused: true, text: refusalText(question, ranked, wording(reader, question.language)) },
    archive,
  );
}

/** Where few articles hold a question's own words, those that hold others for them, too: "the talks failed" for "negotiations collapsed". */
async function findArticles(
  terms: readonly string[],
  { language }: Question,
  archive: Archive,
): ReturnType<Archive['searchArticles']> {
  const hits = await archive.searchArticles(terms, { mode: 'any', limit: articlesRead });
  if (hits.length >= fewArticles) return hits;
  const related = [...new Set(terms.flatMap((term) => relatedTerms(term, language)))];
  const more = await archive.searchArticles([...terms, ...related], { mode: 'any', limit: fewArticles });
  const known = new Set(hits.map(({ article }) => article.id));
  return [...hits, ...more.filter(({ article }) => !known.has(article.id))];
}

/** The best line and those nearly as good that say something else, each after the sentence it leans on, and what goes on about the best. */
function choose(
  question: Question,
  ranked: readonly RankedLine[],
  articles: ReadonlyMap<Article, readonly Line[]>,
): readonly Line[] {
  const answering = newestCount(
    question,
    ofPlaceAsked(
      question,
      ranked.filter(({ answers }) => answers),
    ),
  );
  const best = answering[0]?.score ?? 0;
  const chosen: Line[] = [];
  for (const { line, score } of answering) {
    if (score < best * nearlyAsGood || chosen.some((other) => areAlike(line, other))) continue;
    if (question.kind === 'why' && repeatsCause(line, chosen)) continue;
    const lines = articles.get(line.article) ?? [];
    const needed = [...antecedents(line, lines), line, ...(chosen.length === 0 ? goesOn(question, line, lines) : [])];
    const added = needed.filter((each) => !chosen.includes(each));
    if (chosen.length + added.length <= mostStatements) chosen.push(...added);
  }
  return chosen;
}

/** "What did she get in Norland?": where answers name the place, those that name none or another are left out. */
function ofPlaceAsked({ place }: Question, answering: readonly RankedLine[]): readonly RankedLine[] {
  if (place === undefined) return answering;
  const there = answering.filter(({ line }) => line.terms.has(place.term) || line.countries.has(place.country));
  return there.length > 0 ? there : answering;
}

/** The same reason as in the lines chosen, told once more beside other news. */
function repeatsCause({ sentence, article }: Line, chosen: readonly Line[]): boolean {
  const cause = termsOf(causeTold(sentence.text), article.language);
  return (
    cause.length > 0 && cause.filter((term) => chosen.some(({ terms }) => terms.has(term))).length * 2 > cause.length
  );
}

/** The next sentence of the paragraph where it leans on this one, or holds the date or number asked for; of a reason not told yet two. */
function goesOn(question: Question, line: Line, lines: readonly Line[]): readonly Line[] {
  const at = lines.indexOf(line);
  const [next, afterNext] = lines
    .slice(at + 1, at + 3)
    .filter(({ sentence }) => sentence.block === line.sentence.block && sentence.role === line.sentence.role);
  if (!next) return [];
  if (question.kind === 'why' && meetDemand(question, line).fit < 1) return afterNext ? [next, afterNext] : [next];
  const holds = ['when', 'how-many', 'how-much', 'why'].includes(question.kind) && meetDemand(question, next).fit === 1;
  return next.leans || holds ? [next] : [];
}

/** A count grows old: of articles that give one, those of the newest day. */
function newestCount(question: Question, answering: readonly RankedLine[]): readonly RankedLine[] {
  const best = answering[0]?.score ?? 0;
  if (question.kind !== 'how-many') return answering;
  const near = answering.filter(({ score }) => score >= best * countsAsGood);
  const told = near.map(({ line }) => revisedAt(line.article).epochMilliseconds);
  const newest = Math.max(...told);
  return near.filter((_, index) => newest - (told[index] ?? 0) < halfDayMs);
}

function refusalText(question: Question, ranked: readonly RankedLine[], words: Wording): string {
  const refusal = `${words.notInArchive}${words.colon}${words.noArticleAnswers(question.text)}`;
  const [closest] = ranked.filter(({ line, own }) => own >= 0.33 && !line.leans && namesAll(question, line));
  if (!closest || ['how-many', 'how-much', 'name'].includes(question.kind)) return refusal;
  const { sentence, article } = closest.line;
  const day = formatDate(revisedAt(article).toString().slice(0, 10), words.locale);
  return `${refusal} ${words.closest}${words.colon}${sentence.text} (${day})`;
}

function namesAll(question: Question, line: Line): boolean {
  return question.terms.filter(({ isName }) => isName).every(({ term }) => line.terms.has(term));
}
