import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import type { ChannelRef, ChatHandlers } from '../chat.ts';
import { describeProblems } from './api-requests.ts';
import type { LocalChat } from './local-chat.ts';

/** The body of a request, as its schema has it; refused otherwise. */
export async function bodyOf<Schema extends z.ZodType>(context: Context, schema: Schema): Promise<z.infer<Schema>> {
  // Other sites can send forms and text without asking first, but not JSON.
  if (!/^application\/json\b/iu.test(context.req.header('content-type') ?? '')) {
    throw refusal(415, 'Send the request as application/json.');
  }
  const json: unknown = await context.req.json().catch((cause: unknown) => {
    throw refusal(400, 'The request is not valid JSON.', cause);
  });
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw refusal(400, describeProblems(parsed.error), parsed.error);
  return parsed.data;
}

/** The channel of that id; refused where there is none. */
export function channelOf(chat: LocalChat, channelId: string): ChannelRef {
  const channel = chat.channel(channelId);
  if (channel) return channel;
  throw refusal(
    404,
    `There is no channel "${channelId}"; the channels are ${chat.channels.map(({ id }) => id).join(', ')}.`,
  );
}

/** What the chat hands calls to; refused before it starts and after it stops. */
export function handlersOf({ handlers }: LocalChat): ChatHandlers {
  if (handlers) return handlers;
  throw refusal(503, 'The service is starting or stopping. Try again in a moment.');
}

/** An answer that says what is wrong. */
export function problem(context: Context, status: 413 | 422, message: string): Response {
  return context.json({ error: { message } }, status);
}

function refusal(status: 400 | 404 | 415 | 503, message: string, cause?: unknown): HTTPException {
  return new HTTPException(status, { message, cause });
}
