import type { Article } from '../articles/article.ts';
import { formatDate } from '../language/dates-format.ts';
import { termsOf } from '../language/terms.ts';
import type { Answer } from './answer.ts';
import { type AnswerContext, extentOf } from './answer-archive.ts';
import { cite } from './cite.ts';
import { areAlike, type Line, readLines } from './lines.ts';
import { type Question, questionLanguage, readQuestion } from './question.ts';
import { type RankedLine, rankLines } from './rank-lines.ts';
import { wording } from './wording.ts';

const articlesRead = 30;
const mostStatements = 3;

/** Answers a question with the archive's own sentences, or says that it holds none. */
export async function answerQuestion(text: string, { archive }: AnswerContext): Promise<Answer> {
  const question = readQuestion(text, questionLanguage(text));
  const terms = [...new Set(termsOf(text, question.language))];
  const hits = await archive.searchArticles(terms, { mode: 'any', limit: articlesRead });
  const articles = new Map(
    hits
      .filter(({ article }) => article.language.startsWith(question.language))
      .map(({ article }) => [article, readLines(article)]),
  );
  const ranked = rankLines(question, articles);
  const chosen = choose(ranked, articles);
  const base = { kind: 'ask' as const, title: question.text, archive: await extentOf(archive) };
  if (chosen.length === 0) return { ...base, refused: true, text: refusalText(question, ranked), statements: [] };
  return { ...base, refused: false, statements: chosen.map(({ article, sentence }) => cite(article, sentence)) };
}

/** The best line, those nearly as good that say something else, each after the sentence it leans on. */
function choose(ranked: readonly RankedLine[], articles: ReadonlyMap<Article, readonly Line[]>): readonly Line[] {
  const [best] = ranked.filter(({ answers }) => answers);
  if (!best) return [];
  const chosen: Line[] = [];
  for (const { line, score, answers } of ranked) {
    if (chosen.length >= mostStatements) break;
    if (!answers || score < best.score * 0.85 || chosen.some((other) => areAlike(line, other))) continue;
    const antecedent = line.leans ? before(line, articles.get(line.article) ?? []) : undefined;
    if (antecedent && !chosen.includes(antecedent)) chosen.push(antecedent);
    if (!chosen.includes(line)) chosen.push(line);
  }
  return chosen;
}

function before(line: Line, lines: readonly Line[]): Line | undefined {
  return lines[lines.indexOf(line) - 1];
}

function refusalText(question: Question, ranked: readonly RankedLine[]): string {
  const words = wording(question.language);
  const refusal = `${words.notInArchive}: ${words.noArticleAnswers(question.text)}`;
  const [closest] = ranked.filter(({ line, own }) => own >= 0.5 && !line.leans && namesAll(question, line));
  if (!closest || ['how-many', 'how-much', 'name'].includes(question.kind)) return refusal;
  const { sentence, article } = closest.line;
  const day = formatDate(article.publishedAt.toString().slice(0, 10), question.language);
  return `${refusal} ${words.closest}: ${sentence.text} (${day})`;
}

function namesAll(question: Question, line: Line): boolean {
  return question.terms.filter(({ isName }) => isName).every(({ term }) => line.terms.has(term));
}
