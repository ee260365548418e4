import { isNameWord } from '../../actors/name-words.ts';
import type { Article } from '../../articles/article.ts';
import { mapYielding, yieldToEventLoop } from '../../runtime/yield-to-event-loop.ts';
import { fold } from '../../text/terms.ts';
import { type Answer, type AnswerActor, cite, wording } from '../answer.ts';
import { type AnswerContext, completeAnswer, refuse } from '../answer-archive.ts';
import type { ActorProfile, ActorQuote, Archive } from '../archive.ts';
import { type ArticleSentence, newestFirst, readSentences, readSentencesYielding } from '../article-sentences.ts';
import { chooseLines } from '../choose-lines.ts';
import { relationsOf } from '../companions.ts';
import { questionLanguage } from '../question-language.ts';
import { readTyped, searchReadings } from '../readings.ts';
import { describeActor } from './describe-actor.ts';
import { findNamed, namesBefore } from './find-named.ts';
import { type NamingSentence, namesRelative, withFollowers } from './naming-sentences.ts';
import { profileActor } from './profile-actor.ts';
import { inFull, type ResolvedActor, resolveName } from './resolve-name.ts';
import { findRoleHolder, officeAsked } from './role-holder.ts';

const mentionsRead = 300;
const articlesRead = 24;
/** Lines on what an actor did and said that a model may choose. */
const mostLately = 4;

/** Who somebody is in the news: newest role, what they did and said last; the choices for an ambiguous name; or a refusal. */
export async function answerWho(name: string, context: AnswerContext): Promise<Answer> {
  const { archive } = context;
  const resolved = await resolveName(name, archive);
  if (resolved.kind === 'actor' && !resolved.isNear) return profile(name, resolved, context);
  const office = officeAsked(name, questionLanguage(name)) ?? name;
  const holder = await findRoleHolder(office, questionLanguage(name), archive);
  if (holder) return profile(name, await inFull(holder.actor, archive), context);
  if (resolved.kind === 'actor') return profile(name, resolved, context);
  if (resolved.kind === 'choice') return choice(name, resolved.actors, context);
  const named = await findNamed(resolved.name, archive);
  if (named.length > 0) return describe(resolved.name, named, context);
  const similar = resolved.similar.map((actor) => actor.name).join(', ');
  return refuse('who', name, context, (say) =>
    [say.noArticleNames(name.trim()), ...(similar === '' ? [] : [say.didYouMean(similar)])].join(' '),
  );
}

/** The same for an actor chosen by id. */
export async function answerActor(actorId: number, context: AnswerContext): Promise<Answer> {
  const actor = await context.archive.getActor(actorId);
  return profile(actor.name, { actor, others: [], isNear: false }, context);
}

async function profile(
  asked: string,
  { actor, others, isNear }: ResolvedActor,
  { archive, reader, chooseSection }: AnswerContext,
): Promise<Answer> {
  // The archive answers in this thread: without these pauses one answer would hold all others.
  const profiled = await profileActor(actor, archive);
  await yieldToEventLoop();
  const lines = await linesNaming([actor, ...others], archive);
  await yieldToEventLoop();
  const language = lines[0]?.article.language ?? 'en';
  const opening = await openingOf(lines, archive);
  const words = wording(reader, language);
  const own = lines.filter(({ isOwn }) => isOwn);
  const chosen = await chooseLines(chooseSection, 'who', actor.name, own, mostLately);
  await yieldToEventLoop();
  const companions = await relationsOf(actor, archive);
  await yieldToEventLoop();
  const stories = await archive.storiesOfActor(actor.id, 3);
  return completeAnswer(
    {
      kind: 'who',
      title: actor.name,
      refused: false,
      ...(isNear && { text: words.writtenHere(asked.trim(), actor.name) }),
      ...describeActor([actor, ...others].flatMap(namesOf), lines, {
        ...(chosen && { chosen }),
        ...(profiled.role && { role: profiled.role }),
        ...(opening && { opening }),
        words,
      }),
      actors: [profiled, ...companions],
      stories: stories.map(({ story, articles }) => ({ storyId: story.id, title: story.title, articles })),
      actorId: actor.id,
      language,
    },
    archive,
  );
}

async function describe(
  name: string,
  lines: readonly NamingSentence[],
  { archive, reader }: AnswerContext,
): Promise<Answer> {
  const language = lines[0]?.article.language ?? 'en';
  const opening = await openingOf(lines, archive);
  return completeAnswer(
    {
      kind: 'who',
      title: name,
      refused: false,
      ...describeActor([name], lines, { ...(opening && { opening }), words: wording(reader, language) }),
      language,
    },
    archive,
  );
}

async function choice(
  asked: string,
  actors: readonly ActorProfile[],
  { archive, reader }: AnswerContext,
): Promise<Answer> {
  const words = wording(reader, questionLanguage(asked));
  const profiled = await Promise.all(actors.map((actor) => profileActor(actor, archive)));
  return completeAnswer(
    {
      kind: 'choice',
      title: asked.trim(),
      refused: false,
      text: words.which(asked.trim()),
      statements: [],
      choices: profiled.map((actor) => ({
        label: actor.name,
        description: roleText(actor, words.former) ?? words.articles(actor.articleCount),
        actorId: actor.id,
      })),
      language: questionLanguage(asked),
    },
    archive,
  );
}

/** "former prime minister": a role as one line shows it. */
export function roleText(
  { role }: { readonly role?: AnswerActor['role'] | undefined },
  former: string,
): string | undefined {
  if (!role) return undefined;
  return role.former && !saysFormer(role.text, former) ? `${former} ${role.text}` : role.text;
}

/** The role is in its article's language, "former" in the reader's. */
function saysFormer(role: string, former: string): boolean {
  const folded = fold(role);
  return folded.includes(fold(former)) || folded.split(/[ -]/u).some((word) => isNameWord('former', word));
}

/** An answer is in one language: that of most of the articles. */
export function inMainLanguage(articles: readonly Article[]): readonly Article[] {
  const byLanguage = Map.groupBy(articles, ({ language }) => language);
  return [...byLanguage.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** Sentences that mention the actor, and those with its full name that mention detection missed; newest first. */
async function linesNaming(actors: readonly ActorProfile[], archive: Archive): Promise<readonly NamingSentence[]> {
  const mentions = (await Promise.all(actors.map(({ id }) => archive.mentionsOf(id, mentionsRead)))).flat();
  const byArticle = Map.groupBy(mentions, ({ articleId }) => articleId);
  const named = await archive.listArticles({ ids: [...byArticle.keys()].slice(0, articlesRead) });
  await yieldToEventLoop();
  const names = actors.map(({ name }) => name);
  const readings = await readTyped(names[0] ?? '', archive);
  const hits = await searchReadings(readings, archive, { mode: 'all', limit: articlesRead });
  await yieldToEventLoop();
  const articles = new Map([...hits.map(({ article }) => article), ...named].map((article) => [article.id, article]));
  const read = inMainLanguage([...articles.values()]);
  await readSentencesYielding(read);
  const naming = await mapYielding(read, (article) => {
    const mentioned = new Set(byArticle.get(article.id)?.map(({ sentence }) => sentence));
    const lines = readSentences(article);
    // A text may give the surname alone where its headline has the whole name.
    const wholeNames = names.filter((name) => name.includes(' ') && article.headline.includes(name));
    const surnames = actors[0]?.kind === 'person' ? wholeNames.map((name) => name.split(' ').at(-1) ?? name) : [];
    const spellings = [...names, ...names.flatMap((name) => namesBefore(name, lines))];
    return withFollowers(lines, {
      names: [...actors.flatMap(namesOf), ...spellings],
      kind: actors[0]?.kind,
      isNaming: ({ sentence, words }) =>
        mentioned.has(sentence.index) ||
        spellings.some((name) => sentence.text.includes(name)) ||
        surnames.some((name) => words.includes(fold(name)) && !namesRelative(sentence.text, name, names)),
    });
  });
  return naming.flat().toSorted(newestFirst);
}

/** What the newest article that names an actor is about: its first sentence. */
async function openingOf(lines: readonly NamingSentence[], archive: Archive): Promise<ArticleSentence | undefined> {
  const id = lines[0]?.article.id;
  const article = id === undefined ? undefined : await archive.findArticle(id);
  return article && readSentences(article).find(({ needsContext }) => !needsContext);
}

function namesOf({ name, aliases }: ActorProfile): readonly string[] {
  return [name, ...aliases];
}

const quotesRead = 40;
const mostQuotes = 8;

/** An actor's statements, newest first: direct quotations, or reported speech if there are none. */
export async function answerQuotes(actor: ActorProfile, { archive, reader }: AnswerContext): Promise<Answer> {
  const quotes = await archive.quotesOf(actor.id, quotesRead);
  const direct = quotes.filter((quote) => quote.direct);
  const chosen = (direct.length > 0 ? direct : quotes).filter(isFirstOfSentence).slice(0, mostQuotes);
  const statements = (await Promise.all(chosen.map((quote) => citeQuote(quote, archive)))).flat();
  const newest = chosen[0] && (await archive.findArticle(chosen[0].articleId));
  const language = newest?.language ?? 'en';
  const say = wording(reader, language);
  const isRefused = statements.length === 0;
  return completeAnswer(
    {
      kind: 'quotes',
      title: say.quotesOf(actor.name),
      refused: isRefused,
      ...(isRefused && { text: `${say.notInArchive}${say.colon}${say.noQuotes(actor.name)}` }),
      statements,
      actorId: actor.id,
      language,
    },
    archive,
  );
}

function isFirstOfSentence(quote: ActorQuote, index: number, all: readonly ActorQuote[]): boolean {
  return all.findIndex((other) => other.articleId === quote.articleId && other.sentence === quote.sentence) === index;
}

async function citeQuote({ articleId, revision, sentence: index }: ActorQuote, archive: Archive) {
  const article = await archive.findArticle(articleId, revision);
  const sentence = article?.sentences.find((each) => each.index === index);
  return article && sentence ? [cite(article, sentence)] : [];
}
