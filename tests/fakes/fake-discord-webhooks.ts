import {
  asleep,
  changedFlags,
  changeProblem,
  type FakeRequest,
  type FakeResponse,
  refusal,
  tagProblem,
} from './fake-discord-routes.ts';
import type { FakeDiscordStore, StoredMessage, StoredWebhook } from './fake-discord-store.ts';

const unknownWebhook = refusal(404, 10_015, 'Unknown Webhook');
const unknownMessage = refusal(404, 10_008, 'Unknown Message');

/** What webhooks of channels do, by their tokens; undefined for what is none of theirs. */
export function createFakeWebhooks(store: FakeDiscordStore): (request: FakeRequest) => FakeResponse | undefined {
  return (request) => {
    const [, id = '', token = '', messageId] =
      /^\/webhooks\/(\d+)\/(secret-\d+)(?:\/messages\/(\d+))?$/u.exec(request.path) ?? [];
    if (!id) return undefined;
    const webhook = store.webhooks.get(id);
    if (webhook?.token !== token) return unknownWebhook;
    if (messageId === undefined) return send(webhook, request);
    const message = store.messages.get(messageId);
    if (message?.webhook_id !== id) return unknownMessage;
    return store.isArchived(message.channel_id) ? asleep : change(message, request);
  };

  function send(webhook: StoredWebhook, { query, body }: FakeRequest): FakeResponse {
    const { username, avatar_url: avatarUrl, thread_name: postName, applied_tags: tags, ...message } = body;
    const forum = store.channels.get(webhook.channel_id);
    if (forum?.type === 15 && postName === undefined && !query.has('thread_id'))
      return refusal(400, 220_001, 'Webhooks posted to forum channels must have a thread_name or thread_id');
    const problem =
      tagProblem(postName === undefined ? undefined : forum, tags) ?? nameProblem(username as string | undefined);
    if (problem) return problem;
    const post = postName === undefined ? undefined : openPost(webhook, String(postName), tags);
    const stored = store.addMessage(
      post ?? query.get('thread_id') ?? webhook.channel_id,
      { ...message, webhook_id: webhook.id, application_id: webhook.application_id },
      post,
    );
    const author = { id: webhook.id, username: String(username ?? webhook.name), bot: true, avatar_url: avatarUrl };
    store.messages.set(stored.id, { ...stored, author });
    return { status: 200, body: { ...stored, author } };
  }

  /** A forum's post is a thread whose first message has its id, and who made it owns it. */
  function openPost({ id, channel_id: forumId }: StoredWebhook, name: string, tags: unknown): string {
    const guildId = store.channels.get(forumId)?.guild_id ?? '';
    const applied = Array.isArray(tags) ? tags.map(String) : [];
    return store.addChannel({
      guild_id: guildId,
      type: 11,
      parent_id: forumId,
      owner_id: id,
      name,
      applied_tags: applied,
    }).id;
  }

  function change(message: StoredMessage, { method, body }: FakeRequest): FakeResponse {
    if (method === 'DELETE') {
      store.messages.delete(message.id);
      return { status: 204 };
    }
    const problem = changeProblem(message, body);
    if (problem) return problem;
    store.messages.set(message.id, { ...message, ...body, flags: changedFlags(message, body) });
    return { status: 200, body: message };
  }
}

/** https://docs.discord.com/developers/resources/user#usernames-and-nicknames */
function nameProblem(username = 'Kurzwelle'): FakeResponse | undefined {
  return /clyde|discord|^(?:everyone|here)$/iu.test(username) || username.length > 80
    ? refusal(400, 50_035, 'Invalid Form Body')
    : undefined;
}
