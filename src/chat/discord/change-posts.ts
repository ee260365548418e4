import { type APIContainerComponent, type APIMessage, ComponentType, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { PostRef } from '../chat.ts';
import type { Message } from '../message.ts';
import type { ChannelFactsCache } from './channel-facts.ts';
import { readMark, withMark } from './delivery-mark.ts';
import { hasCode } from './errors.ts';
import type { Rendering } from './render-blocks.ts';
import { renderMessage, styleOf } from './render-message.ts';
import type { DiscordRest } from './rest.ts';
import type { Sender } from './sender.ts';
import type { TextBudget } from './text-budget.ts';
import { type createContinuations, removeMessage } from './threads.ts';
import type { createWebhookPosts } from './webhooks.ts';

export interface ChangeOptions {
  readonly rest: DiscordRest;
  readonly sender: Sender;
  readonly channels: ChannelFactsCache;
  readonly webhookPosts: ReturnType<typeof createWebhookPosts>;
  readonly continuations: ReturnType<typeof createContinuations>;
  readonly budget: TextBudget;
  readonly rendering: () => Rendering;
}

/** Edits and removes what was posted, with all that continues it; by the webhook that posted it, if one did. */
export function createPostChanges(options: ChangeOptions) {
  const { rest, sender, channels, webhookPosts, continuations, budget, rendering } = options;
  return {
    async edit(post: PostRef, message: Message): Promise<PostRef> {
      const present = await read(post);
      return withParts(post, await budget.fitting(() => change(post, message, present)));
    },

    async remove(post: PostRef): Promise<void> {
      try {
        const present = await read(post);
        await continuations.remove(post, present);
        if (present.webhook_id) await webhookPosts.remove(await channels.of(placeOf(post)), present);
        else await removeMessage(placeOf(post), post.messageId, rest);
      } catch (error) {
        // One that is gone already does no harm.
        if (!hasCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
      }
    },
  };

  async function change(post: PostRef, message: Message, present: APIMessage): Promise<readonly string[]> {
    const mark = readMark(present);
    // A briefing's color stays its subscription's.
    const [first, ...others] = renderMessage(message, styleOf(present), colorOf(present), rendering());
    const [role] = present.mention_roles ?? [];
    const part = first && mark ? withMark(first, mark) : first;
    const mention = role === undefined ? {} : { mention: role };
    if (part && present.webhook_id) await webhookPosts.edit(await channels.of(placeOf(post)), present, part, mention);
    else if (part) await sender.editMessage(placeOf(post), post.messageId, part, mention);
    return continuations.edit(post, others, { summary: message.summary, present });
  }

  async function read(post: PostRef): Promise<APIMessage> {
    return (await rest.get(Routes.channelMessage(placeOf(post), post.messageId))) as APIMessage;
  }
}

/** A post with the ids of what continues it in its channel. */
export function withParts({ parts: _, ...post }: PostRef, parts: readonly string[]): PostRef {
  return parts.length > 0 ? { ...post, parts } : post;
}

/** The color that a message has now, as "#rrggbb". */
function colorOf({ components = [], embeds }: APIMessage): string | undefined {
  const container = components.find(({ type }) => type === ComponentType.Container);
  const color = (container as APIContainerComponent | undefined)?.accent_color ?? embeds?.[0]?.color;
  return color === undefined || color === null ? undefined : `#${color.toString(16).padStart(6, '0')}`;
}

function placeOf({ threadId, channelId }: PostRef): string {
  return threadId ?? channelId;
}
