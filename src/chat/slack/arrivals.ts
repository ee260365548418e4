import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import {
  type App,
  type AuthorizationError,
  type CodedError,
  defaultBodyLimit,
  ErrorCode,
  HTTPModuleFunctions,
  type HTTPReceiver,
  isRawBodyError,
  type Receiver,
  type ReceiverEvent,
  type SocketModeReceiver,
} from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import { createResponseUrl } from './response-url.ts';
import type { SlackFigures } from './slack-api.ts';
import { UnknownWorkspaceError } from './workspaces.ts';

interface ArrivalOptions {
  readonly figures: SlackFigures;
  readonly log: Log;
}

/**
 * Counts what arrives from Slack by its kind, and how long Slack waits for the acknowledgement. What Bolt throws on a packet is logged with
 * an id, counted and acknowledged, so that Slack does not send it again; the next packet is served.
 */
export function watchReceiver<Kind extends Receiver>(receiver: Kind, options: ArrivalOptions): Kind {
  const { figures } = options;
  const init = receiver.init.bind(receiver);
  receiver.init = (app: App) => {
    const processEvent = async (event: ReceiverEvent) => {
      const { body } = event as { readonly body: unknown };
      figures.countArrival(isRecord(body) ? kindOf(body) : 'other');
      const ack = timed(event.ack, figures);
      try {
        if (!isRecord(body)) throw new TypeError('Slack sent no object');
        await app.processEvent({ ...event, ack });
      } catch (error) {
        report('malformed', error, options);
        await ack().catch(() => undefined);
      }
    };
    init(Object.assign(Object.create(app) as App, { processEvent }));
  };
  return receiver;
}

/** Events by which the client of Socket Mode talks to itself: a packet of such a name would be taken for one. */
const ownEvents = new Set([
  'authenticated',
  'close',
  'connected',
  'connecting',
  'disconnected',
  'disconnecting',
  'error',
  'outgoing_message',
  'reconnecting',
  'slack_event',
  'ws_message',
]);
const socketTypes = new Set(['hello', 'disconnect', 'events_api', 'interactive', 'slash_commands']);

/**
 * Keeps from Bolt's client the frames on which it would throw with nobody there to catch it, and listens to its errors, which would end the
 * process otherwise. A frame that is left out is reported; one with an id is acknowledged.
 */
export function guardSocket({ client }: SocketModeReceiver, options: ArrivalOptions): void {
  const pass = client.listeners('ws_message') as ((data: unknown, isBinary: boolean) => unknown)[];
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    const frame = isBinary ? undefined : readFrame(data);
    if (!isRecord(frame) || !isKnown(frame)) {
      report('malformed', new TypeError('Slack sent a frame that Socket Mode does not have'), options);
      const id = isRecord(frame) ? frame.envelope_id : undefined;
      if (typeof id === 'string') acknowledge(id);
      return;
    }
    for (const listener of pass) listener(data, isBinary);
  });
  client.on('error', (err: unknown) => options.log.warn({ err }, 'the connection to Slack had an error'));

  function acknowledge(id: string): void {
    const { send } = client as unknown as { send(id: string): Promise<void> };
    send.call(client, id).catch((err: unknown) => options.log.warn({ err }, 'Slack did not hear that'));
  }
}

function readFrame(data: unknown): unknown {
  try {
    return JSON.parse(typeof data === 'string' ? data : new TextDecoder().decode(data as ArrayBuffer));
  } catch {
    return undefined;
  }
}

function isKnown({ type, payload }: Readonly<Record<string, unknown>>): boolean {
  if (typeof type !== 'string' || !socketTypes.has(type)) return false;
  if (type === 'hello' || type === 'disconnect') return true;
  if (!isRecord(payload)) return false;
  if (type !== 'events_api') return true;
  const name = isRecord(payload.event) ? payload.event.type : undefined;
  return typeof name === 'string' && !ownEvents.has(name);
}

interface HttpGuardOptions extends ArrivalOptions {
  readonly signingSecret: string;
  /** The path to which Slack sends its requests. */
  readonly path: string;
}

/**
 * Answers 400 to signed requests whose body is no JSON or no object, for Bolt's receiver throws on `null` with nobody there to catch it. They are
 * logged with an id and counted. What is not signed is left to Bolt, which answers 401; a body longer than Bolt reads gets 413.
 */
export function guardHttp(receiver: HTTPReceiver, { signingSecret, path, ...options }: HttpGuardOptions): void {
  const pass = receiver.requestListener;
  // Bolt answers 404 by what its listener throws at once, so that what is for another path is not awaited.
  receiver.requestListener = (request, response) => {
    if (request.method !== 'POST' || URL.parse(request.url ?? '', 'http://localhost')?.pathname !== path)
      return pass.call(receiver, request, response);
    return guarded(request, response);
  };
  const guarded: typeof pass = async (request, response) => {
    try {
      await HTTPModuleFunctions.bufferIncomingMessage(request, defaultBodyLimit);
    } catch (error) {
      const isTooLong = isRawBodyError(error) && error.statusCode === 413;
      options.log.warn({ err: error, from: 'bolt' }, 'the body of a request could not be read');
      response.writeHead(isTooLong ? 413 : 400).end();
      return;
    }
    const problem = await problemOf(request, signingSecret);
    if (!problem) return pass.call(receiver, request, response);
    report('malformed', problem, options);
    response.writeHead(400).end();
  };
}

/** What is wrong with the body of a signed request, if anything. */
async function problemOf(request: IncomingMessage, signingSecret: string): Promise<unknown> {
  const signed = await HTTPModuleFunctions.parseAndVerifyHTTPRequest({ signingSecret }, request).catch(() => undefined);
  if (!signed) return undefined;
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(signed);
    return isRecord(body) ? undefined : new TypeError('Slack sent no object');
  } catch (error) {
    return error;
  }
}

/** What Bolt could not pass on, or a listener threw. */
export interface Failure {
  readonly error: CodedError;
  readonly body: unknown;
}

const notInstalled =
  'Kurzwelle is not installed in your workspace, so it cannot answer you here. Ask who runs it in the workspace that this channel belongs to.';

/** Logs and counts what came from Slack and could not be served. A person whose workspace has no Kurzwelle is informed, where Slack allows it. */
export async function reportFailure({ error, body }: Failure, options: ArrivalOptions): Promise<void> {
  const { figures, log } = options;
  const cause = error.code === ErrorCode.AuthorizationError ? (error as AuthorizationError).original : undefined;
  if (!(cause instanceof UnknownWorkspaceError)) return report(cause ? 'no-token' : 'failed', error, options);
  figures.countRefusal('unknown-workspace');
  const { workspaceId } = cause;
  log.warn({ workspaceId }, 'a request from a workspace in which we are not installed was refused');
  const url = isRecord(body) ? body.response_url : undefined;
  if (typeof url !== 'string') return;
  const block = { type: 'section' as const, text: { type: 'plain_text' as const, text: notInstalled, emoji: false } };
  await createResponseUrl({ url })
    .send({ text: notInstalled, blocks: [block] }, { to: 'caller' })
    .catch((err: unknown) => log.warn({ err }, 'the refusal could not be sent'));
}

/** One line in the log, with an id by which an operator finds it, and one in the metrics. */
function report(reason: string, err: unknown, { figures, log }: ArrivalOptions): void {
  figures.countRefusal(reason);
  const errorId = randomBytes(4).toString('hex');
  log.error({ errorId, reason, err }, 'something from Slack could not be answered');
}

function timed(ack: ReceiverEvent['ack'], figures: SlackFigures): ReceiverEvent['ack'] {
  const arrivedAt = performance.now();
  return async (response) => {
    figures.recordAcknowledgement(performance.now() - arrivedAt);
    return ack(response);
  };
}

const kinds = new Set([
  'block_actions',
  'block_suggestion',
  'event_callback',
  'message_action',
  'shortcut',
  'view_closed',
  'view_submission',
]);

/** Of a set that we know, so that no text of a request becomes a label. */
function kindOf(body: Readonly<Record<string, unknown>>): string {
  if (typeof body.command === 'string') return 'slash_command';
  return typeof body.type === 'string' && kinds.has(body.type) ? body.type : 'other';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Bolt believes a signature for five minutes, so that what is older cannot be sent again. */
const rememberedMs = 6 * 60_000;

/** Slack sends again what it saw no acknowledgement for, and a request that was recorded may be: each is obeyed once. */
export function ignoreRepeats(app: App): void {
  const isNew = createRecentIds();
  app.use(async ({ body, next, ...rest }) => {
    const { event_id: eventId, trigger_id: triggerId, type } = body as Record<string, unknown>;
    const id = type === 'block_suggestion' ? undefined : (eventId ?? triggerId);
    if (typeof id === 'string' && !isNew(id)) return acknowledge(rest);
    await next();
  });
}

/** Returns whether an id arrives for the first time within six minutes. */
export function createRecentIds(nowMs: () => number = () => performance.now()): (id: string) => boolean {
  const heardAt = new Map<string, number>();
  return (id) => {
    for (const [oldest, at] of heardAt) {
      if (at > nowMs() - rememberedMs) break;
      heardAt.delete(oldest);
    }
    if (heardAt.has(id)) return false;
    heardAt.set(id, nowMs());
    return true;
  };
}

/** A repeat is still to be acknowledged, or it comes a third time. */
async function acknowledge(args: object): Promise<void> {
  const { ack } = args as { ack?: () => Promise<void> };
  await ack?.();
}
