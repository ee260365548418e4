import { z } from 'zod';
import { commands } from '../../../commands/index.ts';
import type { Answer } from '../../answers/answer.ts';
import type { Article } from '../../articles/article.ts';
import type { Caller, Responder } from '../../chat/chat.ts';
import { renderTerminal } from '../../chat/local/render-terminal.ts';
import type { Message } from '../../chat/message.ts';
import { obeyLine } from '../../chat/obey-line.ts';
import { readSpokenLine } from '../../chat/parse-command-line.ts';
import { type Config, loadConfig } from '../../config/config.ts';
import { storyDocumentOf } from '../../ingest/story-memory.ts';
import type { TextModel } from '../../models/text-model.ts';
import { createLog } from '../../runtime/log.ts';
import { createHandlers } from '../../services/handlers.ts';
import { type Newsroom, openNewsroom } from '../../services/newsroom.ts';
import { openMemoryDatabase } from '../../storage/database.ts';
import { UserError } from '../../user-error.ts';
import { readSources, seenTimes, topicsOf } from '../read-sources.ts';
import { openConfiguredModel } from '../temporary-newsroom.ts';
import { articlesField, dayField } from './article-tasks.ts';

const inputSchema = z.object({
  id: z.string(),
  q: z.string(),
  asOf: dayField,
  /** The id of an earlier line, whose conversation this one continues. */
  after: z.string().nullish(),
  articles: articlesField.optional(),
});

/** A line of output: what was replied, and what a reader sees of it. */
export interface AnswerOutput {
  readonly id: string;
  /** The kind of answer; `message` where the reply quotes nothing. */
  readonly kind: string;
  readonly refused: boolean;
  /** A false premise is put right. */
  readonly correction?: true;
  readonly statements: readonly { readonly text: string; readonly citations: readonly { articleId: string }[] }[];
  readonly text: string;
}

interface DatedArticle {
  readonly article: Article;
  readonly seenAt: Temporal.Instant;
}

/** An archive whose clock and articles advance with the days that lines ask for. */
interface GrowingArchive {
  readonly clock: { at: Temporal.Instant };
  archived: number;
  readonly newsroom: Newsroom;
  readonly reply: Reply;
}

type Reply = (id: string, typed: string, conversation: string) => Promise<AnswerOutput>;

/**
 * `batch answers`: what chat replies to a line typed to the bot at the end of the day `asOf` (UTC), over the line's own articles, else over
 * those of the sources that could be read by then. Where the days of lines go back, the archive is built again.
 * A configured model chooses as it does in chat.
 */
export async function createAnswersTask(sources: readonly string[]): Promise<(line: unknown) => Promise<AnswerOutput>> {
  const config = loadConfig(process.env);
  const model = await openConfiguredModel(config);
  const dated = await datedArticles(sources, config);
  const conversations = new Map<string, string>();
  let growing: GrowingArchive | undefined;

  async function archiveAt(now: Temporal.Instant): Promise<GrowingArchive> {
    if (growing && Temporal.Instant.compare(now, growing.clock.at) < 0) {
      await close(growing);
      growing = undefined;
    }
    growing ??= await openGrowing(config, now, model);
    growing.clock.at = now;
    const seen = dated.findIndex(({ seenAt }) => Temporal.Instant.compare(seenAt, now) >= 0);
    await archiveNext(growing, seen < 0 ? dated : dated.slice(0, seen));
    return growing;
  }

  return async (line) => {
    const { id, q, asOf, after, articles } = inputSchema.parse(line);
    if (!articles && sources.length === 0)
      throw new UserError(`Line "${id}" brings no articles. Give it "articles", or name sources with --from.`);
    const conversation = after ? conversations.get(after) : id;
    if (conversation === undefined)
      throw new UserError(`Line "${id}" continues "${after}", which is no line before it. Put that line first.`);
    conversations.set(id, conversation);
    const endOfDay = Temporal.PlainDate.from(asOf).add({ days: 1 }).toZonedDateTime('UTC').toInstant();
    if (!articles) return (await archiveAt(endOfDay)).reply(id, q, conversation);
    const own = await openGrowing(config, endOfDay, model);
    try {
      await archiveNext(own, oldestFirst(articles, config));
      return await own.reply(id, q, conversation);
    } finally {
      await close(own);
    }
  };
}

async function datedArticles(sources: readonly string[], config: Config): Promise<readonly DatedArticle[]> {
  if (sources.length === 0) return [];
  const times = await seenTimes(sources, config);
  const articles = await readSources(sources, config);
  if (articles.length === 0)
    throw new UserError(
      `No articles found in ${sources.join(', ')}. Use pages, plain text, feeds, or JSON Lines with articles.`,
    );
  return articles
    .map((article) => ({ article, seenAt: times.get(article.id) ?? article.publishedAt }))
    .toSorted((a, b) => Temporal.Instant.compare(a.seenAt, b.seenAt));
}

function oldestFirst(articles: readonly Article[], config: Config): readonly DatedArticle[] {
  return articles
    .map((article) => ({ article: { ...article, topics: topicsOf(article, config) }, seenAt: article.publishedAt }))
    .toSorted((a, b) => Temporal.Instant.compare(a.seenAt, b.seenAt));
}

async function openGrowing(config: Config, now: Temporal.Instant, model?: TextModel): Promise<GrowingArchive> {
  const clock = { at: now };
  const newsroom = await openNewsroom({
    config,
    db: await openMemoryDatabase(),
    clock: { now: () => clock.at },
    model,
    log: createLog({ level: 'warn', isTerminal: process.stderr.isTTY === true }),
  });
  return { clock, archived: 0, newsroom, reply: replierOf(newsroom) };
}

/** Archives those that are not in it yet. */
async function archiveNext(growing: GrowingArchive, dated: readonly DatedArticle[]): Promise<void> {
  const { archiver } = growing.newsroom;
  if (growing.archived === 0) archiver.expect(dated.map(({ article }) => storyDocumentOf(article)));
  for (const { article, seenAt } of dated.slice(growing.archived))
    await archiver.archive(article, { archivedAt: seenAt, isSeed: false });
  growing.archived = dated.length;
}

async function close({ newsroom }: GrowingArchive): Promise<void> {
  await newsroom.charts.stop();
  await newsroom.storage.close();
}

/** Few lines are wrapped: each of the message is one of the text. */
const width = 300;

/** Types lines to the bot as a person in a direct message does, one channel a conversation; the answers behind the messages are kept. */
function replierOf(newsroom: Newsroom): Reply {
  let given: Answer | undefined;
  const keep = async (answer: Promise<Answer>): Promise<Answer> => {
    given = await answer;
    return given;
  };
  const { services } = newsroom;
  const { answers, briefings } = services;
  const handlers = createHandlers({
    ...newsroom,
    services: {
      ...services,
      answers: {
        who: (...asked) => keep(answers.who(...asked)),
        background: (...asked) => keep(answers.background(...asked)),
        story: (...asked) => keep(answers.story(...asked)),
        ask: (...asked) => keep(answers.ask(...asked)),
        search: (...asked) => keep(answers.search(...asked)),
        quotes: (...asked) => keep(answers.quotes(...asked)),
        timeline: (...asked) => keep(answers.timeline(...asked)),
      },
      briefings: {
        ...briefings,
        async briefNow(request) {
          await keep(briefings.answerNow(request));
          return briefings.briefNow(request);
        },
      },
    },
  });
  return async (id, typed, conversation) => {
    given = undefined;
    const parsed = readSpokenLine(typed, commands);
    const caller = callerOf(conversation);
    const message = await receive((responder) =>
      obeyLine({ text: typed, place: 'dm', parsed, commands }, caller, { handlers, responder }),
    );
    return outputOf({ id, message, answer: given });
  };
}

function callerOf(conversation: string): Caller {
  return {
    channel: { platform: 'local', workspaceId: 'batch', channelId: conversation },
    userId: conversation,
    userName: 'Reader',
    mayManage: true,
    locale: 'en',
  };
}

/** The message that a handler responds with. */
async function receive(handle: (responder: Responder) => Promise<void>): Promise<Message> {
  let received: Message | undefined;
  const take = async (message: Message): Promise<void> => {
    received = message;
  };
  await handle({ acknowledge: async () => undefined, respond: take, update: take, openForm: async () => undefined });
  if (!received) throw new Error('the command responded with no message');
  return received;
}

function outputOf({
  id,
  message,
  answer,
}: {
  readonly id: string;
  readonly message: Message;
  readonly answer: Answer | undefined;
}): AnswerOutput {
  return {
    id,
    kind: answer?.kind ?? 'message',
    refused: answer?.refused ?? true,
    ...(answer?.correction && { correction: true }),
    statements: (answer?.statements ?? []).map(({ text, citations }) => ({
      text,
      citations: citations.map(({ articleId }) => ({ articleId })),
    })),
    text: renderTerminal(message, { width, color: false }),
  };
}
