import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIEmbed,
  type APIMessage,
  type APITextDisplayComponent,
  type APIThreadChannel,
  ComponentType,
  MessageFlags,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import { hasCode } from './errors.ts';
import { type ActionRow, pictureWords } from './pieces.ts';
import type { RenderedPart } from './render-message.ts';
import type { DiscordRest } from './rest.ts';

/** What goes along with a message besides what it says. */
export interface Seal {
  readonly flags?: number;
  /** The id of the one role that is mentioned. Anything but an id mentions nobody. */
  readonly mention?: string;
}

/** Whether Discord can take it for a role's id. */
function isRoleId(mention: string | undefined): mention is string {
  return mention !== undefined && /^\d{1,20}$/u.test(mention);
}

/**
 * A message as Discord takes it. Here alone mentions are allowed, and never by what a text says: one role, where its id was given,
 * https://docs.discord.com/developers/resources/message#allowed-mentions-object.
 */
export function sealedBody({ files = [], ...part }: RenderedPart, { flags = 0, mention }: Seal = {}) {
  const roles = isRoleId(mention) ? [mention] : [];
  return {
    ...part,
    ...mentioning(part, roles),
    flags: part.flags | flags,
    allowed_mentions: { parse: [], ...(roles.length > 0 && { roles }) },
    attachments: files.map(({ name, alt }, index) => ({
      id: String(index),
      filename: name,
      ...(alt && { description: alt }),
    })),
  };
}

/** The files of a message as discord.js uploads them. */
export function uploadsOf({ files }: RenderedPart) {
  if (!files) return {};
  return {
    files: files.map(({ name, pngBase64 }) => ({
      name,
      data: Buffer.from(pngBase64, 'base64'),
      contentType: 'image/png',
    })),
  };
}

function mentioning({ components, flags }: RenderedPart, [role]: readonly string[]) {
  if (role === undefined) return {};
  if ((flags & MessageFlags.IsComponentsV2) === 0) return { content: `<@&${role}>` };
  const text: APITextDisplayComponent = { type: ComponentType.TextDisplay, content: `<@&${role}>` };
  return { components: [text, ...components] };
}

/** How a message is sent besides what it says. */
export interface SendOptions {
  readonly quiet?: boolean;
  readonly mention?: string;
}

/** What opens a thread in a forum. */
export interface ForumPost {
  readonly name: string;
  /** Ids of the forum's tags. */
  readonly tags: readonly string[];
}

/** The address of a webhook of our own; the token never leaves this folder. */
export interface Webhook {
  readonly id: string;
  readonly token: string;
}

interface WebhookSendOptions extends SendOptions {
  readonly threadId?: string;
  readonly username?: string;
  readonly avatarUrl?: string;
  readonly forumPost?: ForumPost;
}

export type Sender = ReturnType<typeof createSender>;

/**
 * The one place that sends messages to Discord: whatever leaves here is sealed by `sealedBody`. What has no nonce, posts of webhooks and in
 * forums, goes over `once`: asked a second time after a time-out, Discord would post it twice.
 */
export function createSender(rest: DiscordRest, once: Pick<DiscordRest, 'post'>) {
  return {
    async message(
      channelId: string,
      part: RenderedPart,
      { nonce, replyTo, ...options }: SendOptions & { readonly nonce: string; readonly replyTo?: string },
    ) {
      const reference = replyTo !== undefined && {
        message_reference: { message_id: replyTo, fail_if_not_exists: false },
      };
      const extras = { nonce, enforce_nonce: true, ...reference };
      return sendWithPictures(part, async (each) => {
        const body = { ...sealedBody(each, sealOf(options)), ...extras };
        return (await rest.post(Routes.channelMessages(channelId), { body, ...uploadsOf(each) })) as APIMessage;
      });
    },

    /** For ten seconds, or until the next message. */
    async typing(channelId: string) {
      await rest.post(Routes.channelTyping(channelId));
    },

    /** A post of a forum: a thread with its first message. */
    async forumPost(forumId: string, part: RenderedPart, { name, tags, ...options }: SendOptions & ForumPost) {
      return sendWithPictures(part, async (each) => {
        const message = sealedBody(each, sealOf(options));
        const body = { name, message, ...(tags.length > 0 && { applied_tags: tags }) };
        return (await once.post(Routes.threads(forumId), { body, ...uploadsOf(each) })) as APIThreadChannel & {
          message: APIMessage;
        };
      });
    },

    async editMessage(channelId: string, messageId: string, part: RenderedPart, seal: Seal = {}) {
      const route = Routes.channelMessage(channelId, messageId);
      await sendWithPictures(part, (each) =>
        inOpenThread(channelId, rest, () => rest.patch(route, { body: sealedBody(each, seal), ...uploadsOf(each) })),
      );
    },

    /** Needs no right of the bot's: who has a webhook's token may send. With `forumPost` it opens a post of the webhook's forum. */
    async webhookMessage(
      { id, token }: Webhook,
      part: RenderedPart,
      { threadId, username, avatarUrl, forumPost, ...options }: WebhookSendOptions,
    ) {
      const extras = {
        ...(username && { username }),
        ...(avatarUrl && { avatar_url: avatarUrl }),
        ...(forumPost && { thread_name: forumPost.name }),
        ...(forumPost && forumPost.tags.length > 0 && { applied_tags: forumPost.tags }),
      };
      const query = new URLSearchParams({ wait: 'true', with_components: 'true', ...inThread(threadId) });
      return sendWithPictures(part, async (each) => {
        const body = { ...sealedBody(each, sealOf(options)), ...extras };
        return (await once.post(Routes.webhook(id, token), {
          body,
          query,
          auth: false,
          ...uploadsOf(each),
        })) as APIMessage;
      });
    },

    async editWebhookMessage(
      { id, token }: Webhook,
      messageId: string,
      part: RenderedPart,
      { threadId, ...seal }: Seal & { readonly threadId?: string },
    ) {
      const query = new URLSearchParams({ with_components: 'true', ...inThread(threadId) });
      const route = Routes.webhookMessage(id, token, messageId);
      await sendWithPictures(part, (each) =>
        inOpenThread(threadId, rest, () =>
          rest.patch(route, { body: sealedBody(each, seal), query, auth: false, ...uploadsOf(each) }),
        ),
      );
    },

    async removeWebhookMessage(
      { id, token }: Webhook,
      messageId: string,
      { threadId }: { readonly threadId?: string },
    ) {
      const query = new URLSearchParams(inThread(threadId));
      await inOpenThread(threadId, rest, () =>
        rest.delete(Routes.webhookMessage(id, token, messageId), { query, auth: false }),
      );
    },
  };
}

function inThread(threadId: string | undefined): { thread_id?: string } {
  return threadId === undefined ? {} : { thread_id: threadId };
}

function sealOf({ quiet = false, mention }: SendOptions): Seal {
  return { flags: quiet ? MessageFlags.SuppressNotifications : 0, ...(mention !== undefined && { mention }) };
}

/** Sends a part; where we may not attach files, again with its pictures described in words. */
export async function sendWithPictures<Result>(
  part: RenderedPart,
  send: (part: RenderedPart) => Promise<Result>,
): Promise<Result> {
  try {
    return await send(part);
  } catch (error) {
    if (!part.files || !hasCode(error, RESTJSONErrorCodes.MissingPermissions)) throw error;
    return send(withoutPictures(part));
  }
}

function withoutPictures({ files = [], components, embeds, ...part }: RenderedPart): RenderedPart {
  const words = new Map(files.map((file) => [`attachment://${file.name}`, pictureWords(file)]));
  return {
    ...part,
    components: components.map((row) => inWords(row, words)),
    ...(embeds && { embeds: embedsInWords(embeds, words) }),
  };
}

type Words = ReadonlyMap<string, string>;

function inWords(row: APIContainerComponent | ActionRow, words: Words): APIContainerComponent | ActionRow {
  if (row.type !== ComponentType.Container) return row;
  return { ...row, components: row.components.map((component) => componentInWords(component, words)) };
}

/** Its id stays: it may be half of a delivery's mark. */
function componentInWords(component: APIComponentInContainer, words: Words): APIComponentInContainer {
  if (component.type !== ComponentType.MediaGallery) return component;
  const content = component.items.flatMap(({ media }) => words.get(media.url) ?? []).join('\n');
  if (content === '') return component;
  return { type: ComponentType.TextDisplay, content, ...(component.id !== undefined && { id: component.id }) };
}

/** All in the first: it holds the lines of the message, the others a picture each. */
function embedsInWords(embeds: readonly APIEmbed[], words: Words): APIEmbed[] {
  const isOurs = ({ image }: APIEmbed) => image !== undefined && words.has(image.url);
  const [first = {}, ...others] = embeds;
  const { image, description = '', ...look } = first;
  const lines = [description, ...words.values()].filter(Boolean).join('\n');
  const kept = image && !isOurs(first) ? { image } : {};
  return [{ ...look, description: lines, ...kept }, ...others.filter((embed) => !isOurs(embed))];
}

/**
 * Changes a message; where its thread fell asleep meanwhile, wakes it and tries again. Only a new message wakes a thread by itself, and ours
 * sleep after a day, https://docs.discord.com/developers/topics/threads#active-archived-threads.
 */
export async function inOpenThread<Result>(
  threadId: string | undefined,
  rest: Pick<DiscordRest, 'patch'>,
  change: () => Promise<Result>,
): Promise<Result> {
  try {
    return await change();
  } catch (error) {
    if (threadId === undefined || !hasCode(error, RESTJSONErrorCodes.InvalidActionOnArchivedThread)) throw error;
    await rest.patch(Routes.channel(threadId), { body: { archived: false } });
    return change();
  }
}
