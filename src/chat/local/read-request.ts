import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { lengthLimits } from '../../text/limits.ts';
import type { Catalog } from '../../wording/catalog.ts';
import { eitherOf } from '../../wording/formats.ts';
import { wordingFor } from '../../wording/wording-for.ts';
import type { ChannelRef, ChatHandlers } from '../chat.ts';
import { type CommandSyntax, type ParsedLine, parseCommandLine, readSpokenLine } from '../parse-command-line.ts';
import { remotePlatforms } from '../platforms.ts';
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
export function problem(context: Context, status: 413 | 422, message: string, field?: string): Response {
  return context.json({ error: { message, field } }, status);
}

function refusal(status: 400 | 404 | 415 | 503, message: string, cause?: unknown): HTTPException {
  return new HTTPException(status, { message, cause });
}

const id = z.string().min(1).max(200);
const texts = z
  .record(z.string().max(100), z.string().max(lengthLimits.line))
  .refine((record) => Object.keys(record).length <= 50, 'at most 50 of them');

const text = z.string().max(lengthLimits.line);
const field = z.strictObject({
  name: id,
  label: text,
  hint: text.exactOptional(),
  value: text.exactOptional(),
  required: z.boolean().exactOptional(),
  choices: z
    .array(z.strictObject({ label: text, value: text, description: text.exactOptional() }))
    .max(200)
    .exactOptional(),
  completes: z.strictObject({ command: id, option: id }).exactOptional(),
});

/** The bodies that the local server's API takes. */
export const apiRequests = {
  run: z.union([
    z.strictObject({ channelId: id, line: z.string().max(lengthLimits.line) }),
    z.strictObject({ channelId: id, command: id, options: texts }),
  ]),
  complete: z.union([
    z.strictObject({ channelId: id, line: z.string().max(lengthLimits.line) }),
    /** A field of a form, which completes as the option of a command does. */
    z.strictObject({ channelId: id, command: id, option: id, typed: z.string().max(lengthLimits.line) }),
  ]),
  recall: z.strictObject({
    of: z.string().min(1).max(lengthLimits.line),
    line: text.exactOptional(),
    note: text.exactOptional(),
    undo: z.boolean().exactOptional(),
  }),
  act: z.union([
    z.strictObject({ do: z.enum(['retry', 'drop', 'poll']), id }),
    z.strictObject({ do: z.enum(['pause', 'resume']), id: z.int().positive() }),
    z.strictObject({ do: z.literal('resumeAll') }),
  ]),
  setup: z.strictObject({
    chats: z.array(z.enum(remotePlatforms)).max(remotePlatforms.length),
    page: z.boolean(),
    languages: z.array(z.string().max(20)).max(100),
    zone: z.string().max(100),
    contact: z.string().max(400),
    secrets: texts,
    model: z.string().max(200).exactOptional(),
  }),
  findFeeds: z.strictObject({ address: z.string().min(1).max(lengthLimits.link) }),
  addFeed: z.strictObject({
    url: z.url({ protocol: /^https?$/u }).max(lengthLimits.link),
    title: z.string().min(1).max(lengthLimits.label),
    language: z.string().max(40).optional(),
    topics: z.array(z.string().max(40)).max(50),
  }),
  editFeed: z.strictObject({
    id,
    name: z.string().min(1).max(lengthLimits.label),
    language: z.string().max(40),
    topics: z.array(z.string().max(40)).max(50),
  }),
  removeFeed: z.strictObject({ id }),
  topic: z.strictObject({
    id: z.string().min(1).max(40),
    name: z.string().min(1).max(60).optional(),
    words: z.array(z.string().min(1).max(100)).max(200),
  }),
  login: z.strictObject({ name: z.string().max(100), password: z.string().max(1_000) }),
  action: z.strictObject({ channelId: id, messageId: id, action: id, value: z.string().max(lengthLimits.line) }),
  /** A form that the server opened, to be seen as elsewhere. */
  formPreview: z.strictObject({
    form: z.strictObject({
      ...{ action: id, reference: text.exactOptional(), title: text, submitLabel: text },
      fields: z.array(field).max(50),
    }),
  }),
  form: z.strictObject({
    channelId: id,
    action: id,
    reference: z.string().max(lengthLimits.line).optional(),
    answers: texts,
  }),
};

type Body<Name extends keyof typeof apiRequests> = z.infer<(typeof apiRequests)[Name]>;

/** Why a body was refused, in a sentence for whoever wrote the client. */
function describeProblems(error: z.ZodError): string {
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  return `The request could not be read. ${problems.join('; ')}.`;
}

/** What was typed, or would have been. */
export function lineOf(body: Body<'run'>): string {
  if ('line' in body) return body.line.trim();
  return [`/${body.command}`, ...Object.entries(body.options).map(([name, value]) => `${name}:${value}`)].join(' ');
}

/** Which command a request means, with its options; what is wrong with it is said in the words of `say`. */
export function callOf(
  body: Body<'run'>,
  commands: readonly CommandSyntax[],
  { plainTextCommand, say }: { readonly plainTextCommand: string | undefined; readonly say: Catalog },
): ParsedLine {
  if ('line' in body) {
    // As in a direct message elsewhere: a command's name may open a line without a slash.
    if (plainTextCommand !== undefined) return readSpokenLine(body.line, commands, { say });
    return parseCommandLine(body.line, commands, { say });
  }
  const names = commands.map(({ name }) => name);
  if (!names.includes(body.command)) {
    const problem = say.refusals.unknownCommand(body.command, eitherOf(names, say));
    return { kind: 'unclear', problem };
  }
  return { kind: 'call', command: body.command, options: body.options };
}

/** The words of the language that the browser asks for. */
export function catalogOf({ req }: Pick<Context, 'req'>): Catalog {
  return wordingFor(...acceptedLanguages(req.header('accept-language')));
}

/** The languages a browser asks for, best first, as BCP 47. https://www.rfc-editor.org/rfc/rfc9110#name-accept-language */
export function acceptedLanguages(header: string | undefined): readonly string[] {
  const wanted = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((each) => each.trim());
    const quality = Number(parameters.find((each) => each.startsWith('q='))?.slice(2) ?? 1);
    return { tag, quality: Number.isNaN(quality) ? 0 : quality };
  });
  return wanted
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .flatMap(({ tag }) => canonical(tag));
}

function canonical(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}
