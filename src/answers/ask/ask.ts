import { revisedAt } from '../../articles/article.ts';
import type { Statement } from '../../briefings/briefing.ts';
import { formatDate } from '../../text/found-date.ts';
import { baseLanguage } from '../../text/terms.ts';
import { type Answer, cite, type Wording, wording } from '../answer.ts';
import { type AnswerContext, type AskedBefore, completeAnswer } from '../answer-archive.ts';
import type { Archive } from '../archive.ts';
import { type ArticleSentence, charactersOf, headlineOf, readSentences } from '../article-sentences.ts';
import { questionLanguage } from '../question-language.ts';
import { profileActor } from '../who/profile-actor.ts';
import { resolveName } from '../who/resolve-name.ts';
import { findRoleHolder, officeAsked, type RoleHolder, saysHolder } from '../who/role-holder.ts';
import { answerWho } from '../who/who.ts';
import { gatherCandidates } from './candidates.ts';
import { continues, joinQuestions, type Question, readQuestion, refersBack, splitQuestions } from './question.ts';
import { rankCandidates, type Selection, selectByWords } from './select-sentences.ts';
import type { Candidate } from './signals.ts';
import { gatherWidened, withWidened } from './widen-search.ts';

/** Candidates that a selector sees. */
const mostCandidates = 40;
const mostStatements = 4;
/** Of each of two questions. */
const mostOfTwo = 2;
/** A question of more words of its own stands by itself, whatever was asked before. */
const mostOwnWords = 3;
/** Characters of an answer beyond its first sentence: more is an article. */
const mostCharacters = 700;
/** A refusal shows the closest sentence if it has this share of the question's words, and its subject and deed. */
const closeEnough = 0.6;
const sameSubject = 0.1;

/** Answers a question, or two in one line, with sentences of the archive, or refuses if none answers it. */
export async function answerQuestion(text: string, context: AnswerContext): Promise<Answer> {
  const [first, second] = splitQuestions(text, questionLanguage(text));
  const answer = await answerOne(first, context);
  if (second === undefined) return answer;
  const before = { question: first, articles: citedIn(answer.statements) };
  const other = await answerOne(second, { ...context, before });
  if (answer.refused || other.refused) return { ...(answer.refused ? other : answer), title: text.trim() };
  const statements = [...answer.statements.slice(0, mostOfTwo), ...other.statements.slice(0, mostOfTwo)];
  const isNew = (text: string, index: number) => statements.findIndex((one) => one.text === text) === index;
  return completeAnswer(
    { ...answer, title: text.trim(), statements: statements.filter((one, index) => isNew(one.text, index)) },
    context.archive,
  );
}

function citedIn(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap(({ citations }) => citations.map(({ articleId }) => articleId));
}

/** What is stored comes first: who somebody is, and who holds an office. */
async function answerOne(text: string, context: AnswerContext): Promise<Answer> {
  const language = questionLanguage(text);
  const { before } = context;
  const followUp = before && (await answerFollowUp(text, before, { context, isForced: false }));
  if (followUp) return followUp;
  const whom = officeAsked(text, language);
  if (whom !== undefined) {
    const [known] = await context.archive.findActors(whom);
    if (known?.kind === 'person') return answerWho(whom, context);
    const holder = await findRoleHolder(whom, language, context.archive);
    const answer = holder && (await tellHolder(text, holder, context));
    if (answer) return answer;
    if (await isNearName(whom, context.archive)) return answerWho(whom, context);
  }
  const answer = await answerFromSentences(text, language, context, whom);
  return (before && answer.refused && (await answerFollowUp(text, before, { context, isForced: true }))) || answer;
}

/** Undefined if the question stands by itself, or nothing answers it together with the one before. */
async function answerFollowUp(
  text: string,
  before: AskedBefore,
  { context, isForced }: { readonly context: AnswerContext; readonly isForced: boolean },
): Promise<Answer | undefined> {
  const language = questionLanguage(before.question);
  const question = readQuestion(text, language);
  if (isForced ? question.terms.length > mostOwnWords : !continues(question)) return undefined;
  const joined = joinQuestions(question, readQuestion(before.question, language));
  const selected = await selectFrom(joined, context, before.articles);
  return isAnswered(selected) ? answerOf(selected, context) : undefined;
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
  const line =
    article &&
    [headlineOf(article), ...readSentences(article)].find(({ sentence }) => sentence.index === role.sentence);
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

/** From articles in the question's own language; if they do not answer, from those in other languages. */
async function answerFromSentences(
  text: string,
  language: string,
  context: AnswerContext,
  office: string | undefined,
): Promise<Answer> {
  const asked = readQuestion(text, language);
  if (refersBack(asked)) return refuseQuestion(asked, [], context);
  const own = await selectFrom(asked, context);
  const selected = isAnswered(own) ? own : ((await selectInOthers(text, language, context)) ?? own);
  const { question, candidates } = selected;
  const isOnOffice = office === undefined || (await saysHolder(office, linesOf(selected), context.archive));
  return isAnswered(selected) && isOnOffice
    ? answerOf(selected, context)
    : refuseQuestion(question, candidates, context);
}

/** A refusal with the nearest sentence, if one is on the same subject, and with the question's words for a search. */
function refuseQuestion(
  question: Question,
  candidates: readonly Candidate[],
  { archive, reader }: AnswerContext,
): Promise<Answer> {
  return completeAnswer(
    {
      kind: 'ask',
      title: question.text,
      language: question.language,
      statements: [],
      refused: true,
      text: refusalText(question, candidates, wording(reader, question.language)),
      words: question.terms.map(({ surface, term }) => surface ?? term).join(' '),
    },
    archive,
  );
}

/** The chosen sentences. */
function linesOf({ candidates, sentences }: Selected): readonly ArticleSentence[] {
  return sentences.flatMap((number) => candidates[number]?.line ?? []);
}

function answerOf(selected: Selected, { archive, reader }: AnswerContext): Promise<Answer> {
  const { question, answered } = selected;
  const statements = withAntecedents(linesOf(selected)).map(({ article, sentence }) => cite(article, sentence));
  return completeAnswer(
    {
      kind: 'ask',
      title: question.text,
      language: question.language,
      statements,
      refused: false,
      ...(answered === 'false-premise' && {
        correction: true as const,
        text: wording(reader, question.language).reportedInstead,
      }),
    },
    archive,
  );
}

interface Selected extends Selection {
  readonly question: Question;
  readonly candidates: readonly Candidate[];
}

async function selectFrom(
  question: Question,
  context: AnswerContext,
  known: readonly string[] = [],
): Promise<Selected> {
  const [own, widened] = await Promise.all([
    gatherCandidates(question, { ...context, known }),
    context.widening ? gatherWidened(question, context) : [],
  ]);
  return select(question, own, context, widened);
}

async function select(
  question: Question,
  all: readonly Candidate[],
  context: AnswerContext,
  widened: readonly Candidate[] = [],
): Promise<Selected> {
  const ranked = rankCandidates(all).map(({ candidate }) => candidate);
  const candidates = withWidened(ranked, widened, mostCandidates);
  const { before, selector = selectByWords } = context;
  return { question, candidates, ...(await selector(question, before ? [before.question] : [], candidates)) };
}

function isAnswered({ answered }: Selection): boolean {
  return answered !== 'no';
}

async function selectInOthers(text: string, own: string, context: AnswerContext): Promise<Selected | undefined> {
  const all: Candidate[] = [];
  for (const language of await context.archive.languages())
    if (baseLanguage(language) !== own) all.push(...(await gatherCandidates(readQuestion(text, language), context)));
  const [best] = rankCandidates(all);
  if (!best) return undefined;
  const selected = await select(readQuestion(text, best.candidate.line.article.language), all, context);
  return isAnswered(selected) ? selected : undefined;
}

/** A sentence that needs the one before it as context is shown with it. */
function withAntecedents(chosen: readonly ArticleSentence[]): readonly ArticleSentence[] {
  const shown: ArticleSentence[] = [];
  for (const line of chosen) {
    const needed = [...antecedents(line, readSentences(line.article)), line].filter((each) => !isShown(each, shown));
    if (shown.length + needed.length > mostStatements) continue;
    if (shown.length === 0 || charactersOf([...shown, ...needed]) <= mostCharacters) shown.push(...needed);
  }
  return shown;
}

function isShown({ article, sentence }: ArticleSentence, shown: readonly ArticleSentence[]): boolean {
  return shown.some((other) => other.article.id === article.id && other.sentence.index === sentence.index);
}

function refusalText(question: Question, candidates: readonly Candidate[], words: Wording): string {
  const refusal = `${words.notInArchive}${words.colon}${words.noArticleAnswers(question.text)}`;
  const closest = candidates.find(
    ({ own, unsaid, fit, line, isWidened }) =>
      !isWidened && own >= closeEnough && unsaid <= sameSubject && fit === 1 && !line.needsContext,
  );
  if (!closest) return refusal;
  const { sentence, article } = closest.line;
  const day = formatDate(revisedAt(article).toString().slice(0, 10), words.locale);
  return `${refusal} ${words.closest}${words.colon}${sentence.text} (${day})`;
}

const farthestAntecedent = 2;

/** The sentences needed before one that needs context, back to the first that is self-contained. */
export function antecedents(line: ArticleSentence, lines: readonly ArticleSentence[]): readonly ArticleSentence[] {
  if (!line.needsContext) return [];
  const at = lines.indexOf(line);
  const before = lines
    .slice(Math.max(0, at - farthestAntecedent), at)
    .filter(({ subhead }) => subhead?.text === line.subhead?.text);
  const anchor = before.findLastIndex(({ needsContext }) => !needsContext);
  return anchor < 0 ? before.slice(-1) : before.slice(anchor);
}
