import { type APIMessage, type APIThreadChannel, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { ChannelRef, PostRef } from '../chat.ts';
import type { ChannelFacts, ChannelFactsCache, Own } from './channel-facts.ts';
import { type DeliveryMark, readMark, sameMark } from './delivery-mark.ts';
import { hasCode } from './errors.ts';
import { limits } from './limits.ts';
import type { DiscordRest } from './rest.ts';
import type { Webhooks } from './webhooks.ts';

type Reader = Pick<DiscordRest, 'get'>;

/** The newest messages of our own in a channel or thread, or the first after one, oldest first; those of our webhooks are ours too. */
export async function listOwn(
  channelId: string,
  own: Own,
  rest: Reader,
  after?: string,
): Promise<readonly APIMessage[]> {
  const query = new URLSearchParams({ limit: String(limits.messagesPerPage), ...(after !== undefined && { after }) });
  const messages = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
  return messages.filter((message) => isOwn(message, own)).toReversed();
}

/** Also what one of our webhooks posted. */
function isOwn({ author, webhook_id: webhookId, application_id: sentBy }: APIMessage, own: Own): boolean {
  return author.id === own.userId || (webhookId !== undefined && sentBy === own.applicationId);
}

interface Search {
  readonly channel: ChannelRef;
  readonly facts: ChannelFacts;
  readonly marks: readonly DeliveryMark[];
  /** In the thread under this message, or that it is in. */
  readonly thread?: PostRef | undefined;
}

interface Searcher {
  readonly rest: Reader;
  readonly channels: Pick<ChannelFactsCache, 'own'>;
  readonly webhooks: Pick<Webhooks, 'find'>;
}

/** A delivery's post among the newest messages of a channel, or posts of a forum. */
export async function findMarked(
  { mark, ...search }: Omit<Search, 'marks'> & { readonly mark: DeliveryMark },
  searcher: Searcher,
): Promise<PostRef | undefined> {
  const [found] = await findAllMarked({ ...search, marks: [mark] }, searcher);
  return found;
}

/** The same for several, in the order of their marks, at the cost of one. */
export async function findAllMarked(
  search: Search,
  { rest, channels, webhooks }: Searcher,
): Promise<readonly (PostRef | undefined)[]> {
  const { channel, facts, marks, thread } = search;
  const own = await channels.own();
  if (thread) return findInThread(search, thread, { own, rest });
  if (facts.kind === 'forum') {
    // A post that a webhook made is the webhook's.
    const webhook = await webhooks.find(facts);
    return findForumPosts(search, [own.userId, ...(webhook ? [webhook.id] : [])], rest);
  }
  const listed = await listOwn(channel.channelId, own, rest);
  return marks.map((mark) => {
    const found = listed.find((message) => sameMark(readMark(message), mark));
    return found && { ...channel, messageId: found.id };
  });
}

async function findInThread(
  { channel, facts, marks }: Search,
  thread: PostRef,
  { own, rest }: { readonly own: Own; readonly rest: Reader },
): Promise<readonly (PostRef | undefined)[]> {
  const isItself = facts.kind === 'thread' || facts.kind === 'direct';
  const threadId = thread.threadId ?? (isItself ? facts.id : thread.messageId);
  try {
    const listed = await listOwn(threadId, own, rest);
    return marks.map((mark) => {
      const found = listed.find((message) => sameMark(readMark(message), mark));
      return found && { ...channel, messageId: found.id, threadId };
    });
  } catch (error) {
    // There is no thread yet.
    if (hasCode(error, RESTJSONErrorCodes.UnknownChannel)) return [];
    throw error;
  }
}

/** A retry comes soon after what it repeats, so few posts have to be looked at. */
const newestPosts = 10;

async function findForumPosts(
  { channel, facts, marks }: Search,
  ownIds: readonly string[],
  rest: Reader,
): Promise<readonly (PostRef | undefined)[]> {
  if (facts.guildId === undefined) return [];
  const { threads } = (await rest.get(Routes.guildActiveThreads(facts.guildId))) as { threads: APIThreadChannel[] };
  const own = threads.filter(
    (thread) => thread.parent_id === channel.channelId && ownIds.includes(thread.owner_id ?? ''),
  );
  const newest = own
    .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1))
    .slice(0, Math.max(newestPosts, marks.length));
  const found: (PostRef | undefined)[] = [];
  for (const { id } of newest) {
    if (marks.every((_, index) => found[index])) break;
    const first = await readMessage(id, rest);
    const index = marks.findIndex((mark) => first && sameMark(readMark(first), mark));
    if (first && index >= 0) found[index] = { ...channel, messageId: first.id, threadId: id };
  }
  return found;
}

/** The message that opens a forum post has the post's own id. */
async function readMessage(id: string, rest: Reader): Promise<APIMessage | undefined> {
  try {
    return (await rest.get(Routes.channelMessage(id, id))) as APIMessage;
  } catch (error) {
    if (hasCode(error, RESTJSONErrorCodes.UnknownMessage)) return undefined;
    throw error;
  }
}
