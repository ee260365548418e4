import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkMessage, checkView } from '../chat/slack/block-rules.ts';
import { acceptSocket, type ServerSocket } from './web-socket.ts';

export interface FakeMessage {
  readonly ts: string;
  readonly channel: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly thread_ts?: string;
  readonly metadata?: unknown;
  /** Set where only this person sees it. */
  readonly user?: string;
}

export interface FakeView {
  readonly id: string;
  readonly type: string;
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly blocks: readonly Record<string, unknown>[];
}

export interface FakeChannel {
  members: string[];
  isArchived?: boolean;
  /** Whether the bot was invited. */
  hasBot?: boolean;
}

/** What the next call of a method meets. `posted`: it is done all the same, and only the answer is lost. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number; readonly posted?: boolean }
  | { readonly kind: 'hang'; readonly posted?: boolean }
  | { readonly kind: 'error'; readonly error: string };

export const botToken = 'xoxb-1';
export const appToken = 'xapp-1';
const identity = { team_id: 'T1', bot_id: 'B1', user_id: 'UBOT' };
const triggerMs = 3_000;

type Args = Readonly<Record<string, string>>;
type Answer = Record<string, unknown>;

/** A Slack of our own on the loopback interface: Web API, Socket Mode and response URLs, as strict as the real one where it is documented. */
export class FakeSlack {
  readonly channels = new Map<string, FakeChannel>();
  /** What stands in the channels, and what single persons were shown, oldest first. */
  messages: FakeMessage[] = [];
  /** Views by id; a home tab by its person's id. */
  readonly views = new Map<string, FakeView>();
  lastView: FakeView | undefined;
  readonly calls: { readonly method: string; readonly args: Args }[] = [];
  /** What was wrong with payloads. */
  readonly problems: string[] = [];
  revoked = false;
  /** Granted to the token, as every answer says; none are told where it is empty. */
  scopes: readonly string[] = [];
  readonly #faults: { readonly method: string; readonly fault: Fault }[] = [];
  readonly #sockets = new Set<ServerSocket>();
  readonly #acknowledgements = new Map<string, (payload: unknown) => void>();
  readonly #responseUrls = new Map<string, { channel: string; user: string; left: number; ts?: string }>();
  readonly #triggers = new Map<string, number>();
  #clock = 1_700_000_000;
  #views = 0;
  #server = createServer((request, response) => void this.#serve(request, response));

  async start(): Promise<void> {
    this.#server.on('upgrade', (request, stream) => {
      const socket = acceptSocket(request, stream, {
        onText: (text) => this.#onAcknowledged(text),
        onClose: () => void this.#sockets.delete(socket),
      });
      this.#sockets.add(socket);
      socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }));
    });
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.drop();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get apiUrl(): string {
    return `${this.origin}/api/`;
  }

  get connections(): number {
    return this.#sockets.size;
  }

  failNext(method: string, fault: Fault): void {
    this.#faults.push({ method, fault });
  }

  /** `warned`: as Slack does when it moves connections; else as a network that is gone. */
  dropSockets({ warned }: { readonly warned: boolean }): void {
    for (const socket of this.#sockets) {
      if (warned) socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
      else socket.drop();
    }
  }

  /** Sends an envelope to every connection until one acknowledges it, and gives the payload of the acknowledgement. */
  async deliver(type: string, payload: unknown, envelopeId: string = randomUUID()): Promise<unknown> {
    const acknowledged = new Promise<unknown>((resolve) => this.#acknowledgements.set(envelopeId, resolve));
    const [socket] = this.#sockets;
    if (!socket) throw new Error('Nobody is connected');
    socket.send(JSON.stringify({ envelope_id: envelopeId, type, payload, accepts_response_payload: true }));
    return acknowledged;
  }

  newTrigger(): string {
    const id = `trigger-${randomUUID()}`;
    this.#triggers.set(id, Date.now());
    return id;
  }

  newResponseUrl(place: { channel: string; user: string; ts?: string }): string {
    const id = randomUUID();
    this.#responseUrls.set(id, { ...place, left: 5 });
    return `${this.origin}/response/${id}`;
  }

  /** The texts in a channel, oldest first; what single persons saw is left out. */
  textsIn(channel: string): string[] {
    return this.messages.filter((each) => each.channel === channel && each.user === undefined).map(({ text }) => text);
  }

  shownTo(user: string): FakeMessage[] {
    return this.messages.filter((each) => each.user === user);
  }

  #onAcknowledged(text: string): void {
    const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id: string; payload: unknown };
    this.#acknowledgements.get(id)?.(payload);
    this.#acknowledgements.delete(id);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const [, place, name = ''] = request.url?.split('/') ?? [];
    if (place === 'response') {
      this.#serveResponseUrl(name, body, response);
      return;
    }
    const args = Object.fromEntries(new URLSearchParams(body));
    this.calls.push({ method: name, args });
    const index = this.#faults.findIndex(({ method }) => method === name);
    const [met] = index < 0 ? [] : this.#faults.splice(index, 1);
    const fault = met?.fault;
    const isDone = !fault || (fault.kind !== 'error' && fault.posted === true);
    const answer = isDone ? this.#answer(name, args, request.headers.authorization ?? '') : undefined;
    if (this.scopes.length > 0) response.setHeader('x-oauth-scopes', this.scopes.join(', '));
    if (!fault) send(response, 200, answer ?? {});
    else if (fault.kind === 'error') send(response, 200, { ok: false, error: fault.error });
    else if (fault.kind === 'status') {
      if (fault.retryAfter !== undefined) response.setHeader('retry-after', String(fault.retryAfter));
      send(response, fault.status, { ok: false, error: 'ratelimited' });
    }
  }

  #serveResponseUrl(id: string, body: string, response: ServerResponse): void {
    const known = this.#responseUrls.get(id);
    if (!known || known.left === 0) {
      send(response, 404, { ok: false, error: 'used_url' });
      return;
    }
    known.left -= 1;
    const payload = JSON.parse(body) as {
      text: string;
      blocks: unknown[];
      response_type: string;
      replace_original: boolean;
    };
    this.problems.push(...checkMessage(payload));
    const { channel, user, ts } = known;
    const message: FakeMessage = {
      ts: this.#nextTs(),
      channel,
      text: payload.text,
      blocks: payload.blocks,
      ...(payload.response_type === 'in_channel' ? {} : { user }),
    };
    if (payload.replace_original)
      this.messages = this.messages.map((each) =>
        each.ts === ts ? { ...each, text: payload.text, blocks: payload.blocks } : each,
      );
    else this.messages.push(message);
    send(response, 200, { ok: true });
  }

  #answer(method: string, args: Args, authorization: string): Answer {
    const wanted = method === 'apps.connections.open' ? appToken : botToken;
    if (authorization !== `Bearer ${wanted}`) return { ok: false, error: 'invalid_auth' };
    if (this.revoked) return { ok: false, error: 'token_revoked' };
    const methods: Readonly<Record<string, (args: Args) => Answer>> = {
      'auth.test': () => ({ ok: true, ...identity }),
      'apps.connections.open': () => ({ ok: true, url: `${this.origin.replace('http', 'ws')}/link` }),
      'chat.postMessage': (given) => this.#post(given),
      'chat.postEphemeral': (given) => this.#post(given),
      'chat.update': (given) => this.#update(given),
      'chat.delete': (given) => this.#delete(given),
      'conversations.history': (given) => this.#history(given),
      'conversations.members': (given) => this.#members(given),
      'views.open': (given) => this.#open(given),
      'views.push': (given) => this.#open(given),
      'views.update': (given) => this.#updateView(given),
      'views.publish': (given) => this.#publish(given),
    };
    return methods[method]?.(args) ?? { ok: false, error: 'unknown_method' };
  }

  #refusal(id: string | undefined): string | undefined {
    const isPerson = id?.startsWith('U');
    const channel = this.channels.get(id ?? '');
    if (!channel && !isPerson) return 'channel_not_found';
    if (channel?.isArchived) return 'is_archived';
    return channel?.hasBot === false ? 'not_in_channel' : undefined;
  }

  #post(args: Args): Answer {
    const refusal = this.#refusal(args.channel);
    if (refusal) return { ok: false, error: refusal };
    const blocks = JSON.parse(args.blocks ?? '[]') as unknown[];
    const problems = checkMessage({ text: args.text, blocks });
    this.problems.push(...problems);
    if (problems.length > 0) return { ok: false, error: 'invalid_blocks', errors: problems };
    const ts = this.#nextTs();
    this.messages.push({
      ts,
      channel: args.channel ?? '',
      text: args.text ?? '',
      blocks,
      ...(args.thread_ts ? { thread_ts: args.thread_ts } : {}),
      ...(args.metadata ? { metadata: JSON.parse(args.metadata) } : {}),
      ...(args.user ? { user: args.user } : {}),
    });
    return { ok: true, ts, channel: args.channel };
  }

  #update(args: Args): Answer {
    const blocks = JSON.parse(args.blocks ?? '[]') as unknown[];
    this.problems.push(...checkMessage({ text: args.text, blocks }));
    const known = this.messages.find(({ ts, channel }) => ts === args.ts && channel === args.channel);
    if (!known) return { ok: false, error: 'message_not_found' };
    this.messages = this.messages.map((each) => (each === known ? { ...each, text: args.text ?? '', blocks } : each));
    return { ok: true, ts: args.ts };
  }

  #delete(args: Args): Answer {
    const before = this.messages.length;
    this.messages = this.messages.filter(({ ts, channel }) => ts !== args.ts || channel !== args.channel);
    return this.messages.length < before ? { ok: true } : { ok: false, error: 'message_not_found' };
  }

  #history(args: Args): Answer {
    const refusal = this.#refusal(args.channel);
    if (refusal) return { ok: false, error: refusal };
    const all = this.messages
      .filter((each) => each.channel === args.channel && each.user === undefined && each.thread_ts === undefined)
      .toReversed();
    const start = Number(args.cursor ?? 0);
    const end = start + Number(args.limit ?? 100);
    const messages = all.slice(start, end).map(({ metadata, ...rest }) => ({
      ...rest,
      ...(args.include_all_metadata === 'true' && metadata ? { metadata } : {}),
    }));
    return { ok: true, messages, response_metadata: { next_cursor: end < all.length ? String(end) : '' } };
  }

  #members(args: Args): Answer {
    const channel = this.channels.get(args.channel ?? '');
    if (!channel || channel.hasBot === false) return { ok: false, error: 'channel_not_found' };
    return { ok: true, members: channel.members };
  }

  #open(args: Args): Answer {
    const issuedAt = this.#triggers.get(args.trigger_id ?? '');
    this.#triggers.delete(args.trigger_id ?? '');
    if (issuedAt === undefined) return { ok: false, error: 'invalid_trigger_id' };
    if (Date.now() - issuedAt > triggerMs) return { ok: false, error: 'expired_trigger_id' };
    this.#views += 1;
    return this.keepView(`V${this.#views}`, args.view ?? '{}');
  }

  #updateView(args: Args): Answer {
    if (!this.views.has(args.view_id ?? '')) return { ok: false, error: 'not_found' };
    return this.keepView(args.view_id ?? '', args.view ?? '{}');
  }

  #publish(args: Args): Answer {
    return this.keepView(args.user_id ?? '', args.view ?? '{}');
  }

  /** Also for what comes in an acknowledgement. */
  keepView(id: string, json: string): Answer {
    const view = JSON.parse(json) as Omit<FakeView, 'id'>;
    const problems = checkView(view);
    this.problems.push(...problems);
    if (problems.length > 0) return { ok: false, error: 'invalid_arguments' };
    const kept = { ...view, id };
    this.views.set(id, kept);
    this.lastView = kept;
    return { ok: true, view: kept };
  }

  #nextTs(): string {
    this.#clock += 1;
    return `${this.#clock}.000100`;
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
