import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import type { Asker, ChannelRef, ChatHandlers, PostRef } from '../chat.ts';
import { type CommandSyntax, type ParsedLine, parseCommandLine } from '../parse-command-line.ts';
import { acceptedLanguages } from './accepted-languages.ts';
import { apiRequests, type Body, describeProblems } from './api-requests.ts';
import { completeLine } from './complete-line.ts';
import type { EventStreams } from './event-stream.ts';
import type { LocalChat } from './local-chat.ts';
import type { PrivateAnswers } from './private-answers.ts';
import { createWebResponder, type Outcome } from './web-responder.ts';

export interface ApiOptions {
  readonly chat: LocalChat;
  readonly commands: readonly CommandSyntax[];
  readonly user: { readonly id: string; readonly name: string };
  /** The command that answers a line without a slash. */
  readonly plainTextCommand?: string | undefined;
  readonly streams: EventStreams;
  readonly privateAnswers: PrivateAnswers;
  /** What the page can offer besides the chat. */
  readonly features?: { readonly previews: boolean; readonly operator: boolean };
}

const maxBodyBytes = 64 * 1024;
const postsShown = 200;

/** What the page asks the server: channels, commands, posts, and everything a person does. */
export function apiRoutes(options: ApiOptions): Hono {
  const { chat, commands, user, plainTextCommand, streams, privateAnswers, features } = options;
  const api = new Hono();
  api.use(
    bodyLimit({ maxSize: maxBodyBytes, onError: (context) => problem(context, 413, 'The request is too long.') }),
  );

  const askerIn = (context: Context, channel: ChannelRef): Asker => ({
    channel,
    userId: user.id,
    userName: user.name,
    mayManage: true,
    locale: acceptedLanguages(context.req.header('accept-language'))[0] ?? 'en',
  });

  api.get('/channels', (context) =>
    context.json({ channels: chat.channels, user: user.name, plainTextCommand, features }),
  );
  api.get('/commands', (context) =>
    context.json({
      commands: commands.map(({ name, description, example, options }) => ({ name, description, example, options })),
    }),
  );
  api.get('/channels/:id/posts', async (context) => {
    const { channelId } = channelOf(chat, context.req.param('id'));
    return context.json({ posts: await chat.recent(channelId, { limit: postsShown }) });
  });
  api.get('/events', (context) => streams.open(context));

  api.post('/commands/run', async (context) => {
    const body = await bodyOf(context, apiRequests.run);
    const channel = channelOf(chat, body.channelId);
    const call = callOf(body, commands, plainTextCommand);
    if (call.kind === 'unclear') return problem(context, 422, call.problem);
    const responder = createWebResponder({
      chat,
      channel,
      privateAnswers,
      asked: { by: user.name, line: lineOf(body) },
    });
    const { command, options } = call;
    await handlersOf(chat).onCommand({ asker: askerIn(context, channel), command, options }, responder);
    return context.json(responder.outcome() satisfies Outcome);
  });

  api.post('/complete', async (context) => {
    const { channelId, ...asked } = await bodyOf(context, apiRequests.complete);
    const asker = askerIn(context, channelOf(chat, channelId));
    const values = (query: { command: string; option: string; typed: string }) =>
      handlersOf(chat).complete({ asker, ...query });
    if ('line' in asked) return context.json(await completeLine(asked.line, { commands, values }));
    return context.json({ choices: await values(asked) });
  });

  api.post('/actions', async (context) => {
    const { channelId, messageId, action, value } = await bodyOf(context, apiRequests.action);
    const channel = channelOf(chat, channelId);
    const post: PostRef = { ...channel, messageId };
    const responder = createWebResponder({ chat, channel, privateAnswers, pressed: post });
    await handlersOf(chat).onAction({ asker: askerIn(context, channel), action, value, post }, responder);
    return context.json(responder.outcome());
  });

  api.post('/forms', async (context) => {
    const { channelId, action, reference, answers } = await bodyOf(context, apiRequests.form);
    const channel = channelOf(chat, channelId);
    const responder = createWebResponder({ chat, channel, privateAnswers });
    const call = { asker: askerIn(context, channel), action, answers, ...(reference !== undefined && { reference }) };
    await handlersOf(chat).onForm(call, responder);
    return context.json(responder.outcome());
  });

  return api;
}

function lineOf(body: Body<'run'>): string {
  if ('line' in body) return body.line.trim();
  return [`/${body.command}`, ...Object.entries(body.options).map(([name, value]) => `${name}:${value}`)].join(' ');
}

function callOf(
  body: Body<'run'>,
  commands: readonly CommandSyntax[],
  plainTextCommand: string | undefined,
): ParsedLine {
  if ('line' in body) {
    return parseCommandLine(body.line, commands, plainTextCommand === undefined ? {} : { plainTextCommand });
  }
  const known = commands.some(({ name }) => name === body.command);
  if (!known) return { kind: 'unclear', problem: `Unknown command "${body.command}".` };
  return { kind: 'call', command: body.command, options: body.options };
}

async function bodyOf<Schema extends z.ZodType>(context: Context, schema: Schema): Promise<z.infer<Schema>> {
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

function channelOf(chat: LocalChat, channelId: string): ChannelRef {
  const channel = chat.channel(channelId);
  if (channel) return channel;
  throw refusal(
    404,
    `There is no channel "${channelId}"; the channels are ${chat.channels.map(({ id }) => id).join(', ')}.`,
  );
}

function handlersOf({ handlers }: LocalChat): ChatHandlers {
  if (handlers) return handlers;
  throw refusal(503, 'The service is starting or stopping. Try again in a moment.');
}

function problem(context: Context, status: 413 | 422, message: string): Response {
  return context.json({ error: { message } }, status);
}

function refusal(status: 400 | 404 | 415 | 503, message: string, cause?: unknown): HTTPException {
  return new HTTPException(status, { message, cause });
}
