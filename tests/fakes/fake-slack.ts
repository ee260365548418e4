import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeToken, FakeSlackApps } from './fake-slack-apps.ts';
import { type FakeMessage, FakeSlackChannels } from './fake-slack-channels.ts';
import { FakeSlackFiles } from './fake-slack-files.ts';
import { FakeSlackPace } from './fake-slack-pace.ts';
import { FakeSlackResponseUrls } from './fake-slack-response-urls.ts';
import { FakeSlackSockets } from './fake-slack-sockets.ts';
import { FakeSlackViews, type FakeView } from './fake-slack-views.ts';

export type { FakeMessage } from './fake-slack-channels.ts';
export type { FakeView } from './fake-slack-views.ts';

/** What the next call of a method meets. `posted`: it is done all the same, and only the answer is lost. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number; readonly posted?: boolean }
  | { readonly kind: 'hang'; readonly posted?: boolean }
  | { readonly kind: 'error'; readonly error: string };

export const botToken = 'xoxb-1';
export const appToken = 'xapp-1';

type Args = Readonly<Record<string, string>>;
type Answer = Record<string, unknown>;

/** A Slack of our own on the loopback interface: Web API, Socket Mode and response URLs, as strict as the real one where it is documented. */
export class FakeSlack {
  readonly apps = new FakeSlackApps();
  readonly files = new FakeSlackFiles();
  readonly sockets = new FakeSlackSockets();
  readonly #places = new FakeSlackChannels(this.files);
  readonly #shown = new FakeSlackViews();
  /** What users.info says of a person, beside their id. */
  readonly people = new Map<string, object>();
  readonly calls: { readonly method: string; readonly args: Args }[] = [];
  readonly #faults: { readonly method: string; readonly fault: Fault }[] = [];
  readonly #readAt = new Map<string, number>();
  #pace: FakeSlackPace | undefined;
  readonly #responseUrls = new FakeSlackResponseUrls(this.#places);
  /** Granted to the operator's token, as every answer says; none are told where it is empty. */
  scopes: readonly string[] = [];
  #heardInVain = Promise.withResolvers<void>();
  /** As long as it is, everything is answered 503, and nothing connects. */
  isDown = false;
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor() {
    this.apps.tokens.set(botToken, { team: 'T1', botUser: 'UBOT', scopes: [] });
    this.sockets.attach(this.#server);
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.sockets.drop({ warned: false });
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Once the next call came that gets no answer. */
  get hung(): Promise<void> {
    return this.#heardInVain.promise;
  }

  get apiUrl(): string {
    return `${this.origin}/api/`;
  }

  get channels() {
    return this.#places.all;
  }

  get messages(): FakeMessage[] {
    return this.#places.messages;
  }

  set messages(messages: FakeMessage[]) {
    this.#places.messages = messages;
  }

  get unfurls(): readonly unknown[] {
    return this.#places.unfurls;
  }

  get views() {
    return this.#shown.all;
  }

  get lastView(): FakeView | undefined {
    return this.#shown.last;
  }

  set lastView(view: FakeView | undefined) {
    this.#shown.last = view;
  }

  /** What was wrong with payloads. */
  get problems(): readonly string[] {
    return [...this.#places.problems, ...this.#shown.problems];
  }

  /**
   * The app is one that others install from outside the Marketplace: little of a history at a time, and once a minute, here a second.
   * https://docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps
   */
  unlist(): void {
    this.#places.isUnlisted = true;
  }

  /** From now on messages that come faster than Slack documents get 429. */
  keepPace(nowMs: () => number): void {
    this.#pace = new FakeSlackPace(nowMs);
  }

  #tooSoon(method: string, args: Args): Fault | undefined {
    const retryAfter = this.#waitSeconds(method, args);
    return retryAfter === undefined ? undefined : { kind: 'status', status: 429, retryAfter };
  }

  #waitSeconds(method: string, { channel = '' }: Args): number | undefined {
    if (method === 'chat.postMessage') return this.#pace?.take(channel);
    return this.#isTooSoon(method) ? 1 : undefined;
  }

  #isTooSoon(method: string): boolean {
    if (!this.#places.isUnlisted || !/^conversations\.(?:history|replies)$/u.test(method)) return false;
    const last = this.#readAt.get(method) ?? Number.NEGATIVE_INFINITY;
    if (performance.now() < last + 1_000) return true;
    this.#readAt.set(method, performance.now());
    return false;
  }

  failNext(method: string, fault: Fault): void {
    this.#faults.push({ method, fault });
  }

  newTrigger(): string {
    return this.#shown.newTrigger();
  }

  /** Also for what comes in an acknowledgement. */
  keepView(id: string, json: string): Answer {
    return this.#shown.keep(id, json);
  }

  newResponseUrl(place: Parameters<FakeSlackResponseUrls['add']>[0]): string {
    return `${this.origin}/response/${this.#responseUrls.add(place)}`;
  }

  /** From now on Slack answers 404 at every response URL that it gave. */
  killResponseUrls(): void {
    this.#responseUrls.kill();
  }

  /** What Slack takes of blocks from now on; `lacks`: types that the workspace does not have. */
  limitBlocks(limit: { readonly json?: number; readonly none?: boolean; readonly lacks?: readonly string[] }): void {
    if (limit.lacks) this.#places.lacksBlocks = limit.lacks;
    if (limit.json !== undefined) this.#places.mostBlocksJson = limit.json;
    if (limit.none !== undefined) this.#places.refusesBlocks = limit.none;
  }

  /** The texts in a channel, oldest first; what single persons saw is left out. */
  textsIn(channel: string): string[] {
    return this.messages.filter((each) => each.channel === channel && each.user === undefined).map(({ text }) => text);
  }

  shownTo(user: string): FakeMessage[] {
    return this.messages.filter((each) => each.user === user);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const [, place, name = ''] = request.url?.split('/') ?? [];
    if (place === 'response' || place === 'upload') {
      const status = place === 'upload' ? this.files.put(name, body) : this.#responseUrls.take(name, body.toString());
      return send(response, status, {});
    }
    const args = Object.fromEntries(new URLSearchParams(body.toString()));
    this.calls.push({ method: name, args });
    const index = this.#faults.findIndex(({ method }) => method === name);
    const scheduled = index < 0 ? this.#tooSoon(name, args) : this.#faults.splice(index, 1)[0]?.fault;
    const fault: Fault | undefined = this.isDown ? { kind: 'status', status: 503 } : scheduled;
    if (fault?.kind === 'hang') {
      this.#heardInVain.resolve();
      this.#heardInVain = Promise.withResolvers<void>();
    }
    const isDone = !fault || (fault.kind !== 'error' && fault.posted === true);
    const answer = isDone ? this.#answer(name, args, request.headers.authorization ?? '') : undefined;
    if (this.scopes.length > 0) response.setHeader('x-oauth-scopes', this.scopes.join(', '));
    answerWith(response, fault, answer);
  }

  /** Without `chat:write.public` nothing is posted in a public channel that did not invite us. */
  #mayWrite({ channel = '' }: Args): Answer | undefined {
    const isWithheld = this.scopes.length > 0 && !this.scopes.includes('chat:write.public');
    return isWithheld && this.channels.get(channel)?.isPublic ? { ok: false, error: 'not_in_channel' } : undefined;
  }

  #answer(method: string, args: Args, authorization: string): Answer {
    if (method === 'oauth.v2.access') return this.apps.access(args);
    const given = authorization.replace(/^Bearer /u, '');
    if (method === 'apps.connections.open') {
      const url = `${this.origin.replace('http', 'ws')}/link`;
      return given === appToken ? { ok: true, url } : { ok: false, error: 'invalid_auth' };
    }
    const token = this.apps.tokens.get(given);
    if (!token) return { ok: false, error: 'token_revoked' };
    if (method === 'auth.test') return describeToken(token);
    const methods: Readonly<Record<string, (args: Args) => Answer>> = {
      'chat.postMessage': (post) => this.#mayWrite(post) ?? this.#places.post(post),
      'chat.postEphemeral': (post) => this.#places.post(post),
      'chat.update': (change) => this.#places.update(change),
      'chat.delete': (post) => this.#places.delete(post),
      'chat.unfurl': (links) => this.#places.unfurl(links),
      'conversations.history': (page) => this.#places.history(page),
      'conversations.replies': (page) => this.#places.replies(page),
      'conversations.info': (page) => this.#places.info(page),
      'conversations.members': (page) => this.#places.members(page),
      'files.getUploadURLExternal': (file) => this.files.begin(file, this.origin),
      'files.completeUploadExternal': (file) => this.files.complete(file),
      'assistant.threads.setStatus': ({ channel_id, thread_ts, status }) =>
        channel_id && thread_ts && status !== undefined ? { ok: true } : { ok: false, error: 'invalid_arguments' },
      'users.info': ({ user = '' }) => ({
        ok: true,
        user: { id: user, team_id: token.team, ...this.people.get(user) },
      }),
      'functions.completeSuccess': () => ({ ok: true }),
      'functions.completeError': () => ({ ok: true }),
      'views.open': (view) => this.#shown.open(view),
      'views.push': (view) => this.#shown.push(view),
      'views.update': (view) => this.#shown.update(view),
      'views.publish': (view) => this.#shown.publish(view),
    };
    return methods[method]?.(args) ?? { ok: false, error: 'unknown_method' };
  }
}

function answerWith(response: ServerResponse, fault: Fault | undefined, answer: Answer | undefined): void {
  if (!fault) send(response, 200, answer ?? {});
  else if (fault.kind === 'error') send(response, 200, { ok: false, error: fault.error });
  else if (fault.kind === 'status') {
    if (fault.retryAfter !== undefined) response.setHeader('retry-after', String(fault.retryAfter));
    send(response, fault.status, { ok: false, error: 'ratelimited' });
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
