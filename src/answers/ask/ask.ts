import type { Article } from '../../articles/article.ts';
import { revisedAt } from '../../articles/article.ts';
import { formatDate } from '../../text/found-date.ts';
import { baseLanguage, termsOf } from '../../text/terms.ts';
import type { Answer } from '../answer.ts';
import type { AnswerContext } from '../answer-archive.ts';
import type { Archive } from '../archive.ts';
import { type ArticleSentence, areAlike, readSentences, readSentencesYielding } from '../article-sentences.ts';
import { cite } from '../cite.ts';
import { completeAnswer } from '../complete-answer.ts';
import { fitAnswerType } from '../question/answer-type.ts';
import { statedCause } from '../question/causes.ts';
import { type Question, readQuestion } from '../question/question.ts';
import { questionLanguage } from '../question/question-language.ts';
import { readTyped, searchReadings } from '../readings.ts';
import { answerWho } from '../who/who.ts';
import { type Wording, wording } from '../wording.ts';
import { antecedents } from './antecedents.ts';
import { answersFrom, type Coverage, coverQuestion } from './cover-question.ts';
import type { RankedSentence } from './judge-sentence.ts';
import { rankSentences } from './rank-sentences.ts';
import { relatedTerms } from './related-words.ts';

const articlesRead = 30;
const fewArticles = 5;
const mostStatements = 4;
const nearlyAsGood = 0.75;
const countsAsGood = 0.65;
const halfDayMs = 43_200_000;
/** Of these the words of a question are known; see question/. */
const parsedLanguages: ReadonlySet<string> = new Set(['en', 'de']);

/** Answers a question with sentences of the archive, or refuses if none answers it. */
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
  await readSentencesYielding(inLanguage.map(({ article }) => article));
  const articles = new Map(inLanguage.map(({ article }) => [article, readSentences(article)]));
  const ranked = await rankSentences(question, articles);
  const statements = choose(question, ranked, articles).map(({ article, sentence }) => cite(article, sentence));
  const base = { kind: 'ask' as const, title: question.text, language: question.language, statements };
  if (statements.length > 0) return completeAnswer({ ...base, refused: false }, archive);
  const covered = await answerByCoverage(text, archive);
  if (covered) return covered;
  return completeAnswer(
    { ...base, refused: true, text: refusalText(question, ranked, wording(reader, question.language)) },
    archive,
  );
}

/** From articles in languages that questions are not parsed in: the language whose sentences cover the question best, if they do. */
async function answerByCoverage(text: string, archive: Archive): Promise<Answer | undefined> {
  let best: (Coverage & { readonly language: string }) | undefined;
  for (const reading of await readTyped(text, archive)) {
    const languages = [...reading.languages].filter((language) => !parsedLanguages.has(baseLanguage(language)));
    if (languages.length === 0) continue;
    const hits = await searchReadings([{ ...reading, languages: new Set(languages) }], archive, {
      mode: 'any',
      limit: articlesRead,
    });
    await readSentencesYielding(hits.map(({ article }) => article));
    for (const [language, own] of Map.groupBy(hits, ({ article }) => article.language)) {
      const coverage = coverQuestion(
        reading.terms,
        own.map(({ article }) => readSentences(article)),
      );
      if (coverage.score > (best?.score ?? 0)) best = { ...coverage, language };
    }
  }
  if (!best || best.score < answersFrom) return undefined;
  const statements = best.sentences.map(({ article, sentence }) => cite(article, sentence));
  return completeAnswer(
    { kind: 'ask', title: text.trim(), language: best.language, statements, refused: false },
    archive,
  );
}

/** If few articles contain the question's words, also those with synonyms: "the talks failed" for "negotiations collapsed". */
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

/** The best sentence and others nearly as good that add something, each with the context it needs, and the continuation of the best. */
function choose(
  question: Question,
  ranked: readonly RankedSentence[],
  articles: ReadonlyMap<Article, readonly ArticleSentence[]>,
): readonly ArticleSentence[] {
  const answering = newestCount(
    question,
    ofPlaceAsked(
      question,
      ranked.filter(({ answers }) => answers),
    ),
  );
  const best = answering[0]?.score ?? 0;
  const chosen: ArticleSentence[] = [];
  for (const { line, score } of answering) {
    if (score < best * nearlyAsGood || chosen.some((other) => areAlike(line, other))) continue;
    if (question.kind === 'why' && repeatsCause(line, chosen)) continue;
    const lines = articles.get(line.article) ?? [];
    const needed = [
      ...antecedents(line, lines),
      line,
      ...(chosen.length === 0 ? continuation(question, line, lines) : []),
    ];
    const added = needed.filter((each) => !chosen.includes(each));
    if (chosen.length + added.length <= mostStatements) chosen.push(...added);
  }
  return chosen;
}

/** "What did she get in Norland?": if some answers name the place, those that name none or another are left out. */
function ofPlaceAsked({ place }: Question, answering: readonly RankedSentence[]): readonly RankedSentence[] {
  if (place === undefined) return answering;
  const there = answering.filter(({ line }) => line.terms.has(place.term) || line.countries.has(place.country));
  return there.length > 0 ? there : answering;
}

/** The reason of a chosen sentence, repeated beside other news. */
function repeatsCause({ sentence, article }: ArticleSentence, chosen: readonly ArticleSentence[]): boolean {
  const cause = termsOf(statedCause(sentence.text), article.language);
  return (
    cause.length > 0 && cause.filter((term) => chosen.some(({ terms }) => terms.has(term))).length * 2 > cause.length
  );
}

/** The next sentence of the paragraph if it needs this one as context, or contains the date or number asked for; up to two if a reason is asked for. */
function continuation(
  question: Question,
  line: ArticleSentence,
  lines: readonly ArticleSentence[],
): readonly ArticleSentence[] {
  const at = lines.indexOf(line);
  const [next, afterNext] = lines
    .slice(at + 1, at + 3)
    .filter(({ sentence }) => sentence.block === line.sentence.block && sentence.role === line.sentence.role);
  if (!next) return [];
  if (question.kind === 'why' && fitAnswerType(question, line).fit < 1) return afterNext ? [next, afterNext] : [next];
  const holds =
    ['when', 'how-many', 'how-much', 'why'].includes(question.kind) && fitAnswerType(question, next).fit === 1;
  return next.needsContext || holds ? [next] : [];
}

/** Counts change: of the articles that give one, those of the newest day. */
function newestCount(question: Question, answering: readonly RankedSentence[]): readonly RankedSentence[] {
  const best = answering[0]?.score ?? 0;
  if (question.kind !== 'how-many') return answering;
  const near = answering.filter(({ score }) => score >= best * countsAsGood);
  const revisedMs = near.map(({ line }) => revisedAt(line.article).epochMilliseconds);
  const newest = Math.max(...revisedMs);
  return near.filter((_, index) => newest - (revisedMs[index] ?? 0) < halfDayMs);
}

function refusalText(question: Question, ranked: readonly RankedSentence[], words: Wording): string {
  const refusal = `${words.notInArchive}${words.colon}${words.noArticleAnswers(question.text)}`;
  const [closest] = ranked.filter(({ line, own }) => own >= 0.33 && !line.needsContext && namesAll(question, line));
  if (!closest || ['how-many', 'how-much', 'name'].includes(question.kind)) return refusal;
  const { sentence, article } = closest.line;
  const day = formatDate(revisedAt(article).toString().slice(0, 10), words.locale);
  return `${refusal} ${words.closest}${words.colon}${sentence.text} (${day})`;
}

function namesAll(question: Question, line: ArticleSentence): boolean {
  return question.terms.filter(({ isName }) => isName).every(({ term }) => line.terms.has(term));
}
