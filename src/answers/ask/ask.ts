import type { Article } from '../../articles/article.ts';
import { revisedAt } from '../../articles/article.ts';
import { formatDate } from '../../text/found-date.ts';
import { baseLanguage } from '../../text/terms.ts';
import type { Answer } from '../answer.ts';
import type { AnswerContext } from '../answer-archive.ts';
import type { Archive } from '../archive.ts';
import { type ArticleSentence, readSentences, readSentencesYielding } from '../article-sentences.ts';
import { cite } from '../cite.ts';
import { completeAnswer } from '../complete-answer.ts';
import { questionLanguage } from '../question-language.ts';
import { readTyped, searchReadings } from '../readings.ts';
import { profileActor } from '../who/profile-actor.ts';
import { resolveName } from '../who/resolve-name.ts';
import { answerWho } from '../who/who.ts';
import { type Wording, wording } from '../wording.ts';
import { antecedents } from './antecedents.ts';
import { type Candidate, gatherCandidates } from './candidates.ts';
import { answersFrom, type Coverage, coverQuestion } from './cover-question.ts';
import { type Question, readQuestion } from './question.ts';
import { findRoleHolder, officeAsked, type RoleHolder } from './role-holder.ts';
import { scoreOf, selectByWords } from './select-sentences.ts';

/** Candidates that a selector sees. */
const mostCandidates = 40;
const mostStatements = 4;
const articlesRead = 30;
/** Of these the words of a question are known well enough; see question.ts. */
const parsedLanguages: ReadonlySet<string> = new Set(['en', 'de']);
/** A refusal shows the closest sentence if it has this share of the question's words. */
const closeEnough = 0.5;

/**
 * Answers a question with sentences of the archive, or refuses if none answers it. What is stored comes first: who somebody is, and who
 * holds an office.
 */
export async function answerQuestion(text: string, context: AnswerContext): Promise<Answer> {
  const language = questionLanguage(text);
  const whom = officeAsked(text, language);
  if (whom !== undefined) {
    const [known] = await context.archive.findActors(whom);
    if (known?.kind === 'person') return answerWho(whom, context);
    const holder = await findRoleHolder(whom, language, context.archive);
    const answer = holder && (await tellHolder(text, holder, context));
    if (answer) return answer;
    if (await isNearName(whom, context.archive)) return answerWho(whom, context);
  }
  return answerFromSentences(readQuestion(text, language), context);
}

/** A full name in another spelling. */
async function isNearName(name: string, archive: Archive): Promise<boolean> {
  const resolved = /\s/u.test(name.trim()) ? await resolveName(name, archive) : undefined;
  return resolved?.kind === 'actor' && resolved.actor.kind === 'person';
}

/** The sentence that says last who holds the office, with the holder's profile. */
async function tellHolder(
  text: string,
  { actor, role }: RoleHolder,
  { archive }: AnswerContext,
): Promise<Answer | undefined> {
  const article = await archive.findArticle(role.articleId, role.revision);
  const line = article && readSentences(article).find(({ sentence }) => sentence.index === role.sentence);
  if (!article || !line) return undefined;
  return completeAnswer(
    {
      kind: 'ask',
      title: text.trim(),
      refused: false,
      statements: withAntecedents([line]).map(({ sentence }) => cite(article, sentence)),
      actors: [await profileActor(actor, archive)],
      actorId: actor.id,
      language: article.language,
    },
    archive,
  );
}

async function answerFromSentences(question: Question, context: AnswerContext): Promise<Answer> {
  const { archive, reader } = context;
  const all = await gatherCandidates(question, context);
  const candidates = all.toSorted((a, b) => scoreOf(b) - scoreOf(a)).slice(0, mostCandidates);
  const { answered, sentences } = await selectByWords(question, candidates);
  const base = { kind: 'ask' as const, title: question.text, language: question.language };
  if (!answered) {
    const covered = await answerByCoverage(question.text, archive);
    if (covered) return covered;
    const refused = refusalText(question, candidates, wording(reader, question.language));
    return completeAnswer({ ...base, statements: [], refused: true, text: refused }, archive);
  }
  const chosen = sentences.flatMap((number) => candidates[number]?.line ?? []);
  const statements = withAntecedents(chosen).map(({ article, sentence }) => cite(article, sentence));
  return completeAnswer({ ...base, statements, refused: false }, archive);
}

/** From articles in languages whose question words say little: the language whose sentences cover the question best, if they do. */
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

/** A sentence that leans on the one before is shown with it. */
function withAntecedents(chosen: readonly ArticleSentence[]): readonly ArticleSentence[] {
  const shown: ArticleSentence[] = [];
  for (const line of chosen) {
    const needed = [...antecedents(line, linesOf(line.article)), line].filter((each) => !isShown(each, shown));
    if (shown.length + needed.length <= mostStatements) shown.push(...needed);
  }
  return shown;
}

function linesOf(article: Article): readonly ArticleSentence[] {
  return readSentences(article);
}

function isShown({ article, sentence }: ArticleSentence, shown: readonly ArticleSentence[]): boolean {
  return shown.some((other) => other.article.id === article.id && other.sentence.index === sentence.index);
}

function refusalText(question: Question, candidates: readonly Candidate[], words: Wording): string {
  const refusal = `${words.notInArchive}${words.colon}${words.noArticleAnswers(question.text)}`;
  const closest = candidates.find(({ own, fit, line }) => own >= closeEnough && fit === 1 && !line.needsContext);
  if (!closest) return refusal;
  const { sentence, article } = closest.line;
  const day = formatDate(revisedAt(article).toString().slice(0, 10), words.locale);
  return `${refusal} ${words.closest}${words.colon}${sentence.text} (${day})`;
}
