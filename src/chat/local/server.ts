import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { CommandSyntax } from '../parse-command-line.ts';
import { type Access, createAccess, type LoginOptions, type PageEnv, requireUser } from './access.ts';
import {
  apiRoutes,
  type OperatorSource,
  operatorRoutes,
  type PreviewRoutesOptions,
  previewRoutes,
} from './api-routes.ts';
import { createEventStreams, type EventStreams } from './event-stream.ts';
import { guardRequests } from './guard-requests.ts';
import type { LocalChat } from './local-chat.ts';
import { pageRoutes } from './page-routes.ts';
import { createSourceReader, type ReadSource } from './request-source.ts';
import { createPrivateAnswers } from './web-responder.ts';

export interface LocalServerOptions {
  /** Shown as the page; without it the server reports only its health. */
  readonly chat?: LocalChat;
  readonly commands?: readonly CommandSyntax[];
  /** The command that answers a line without a slash; must be one of `commands`. */
  readonly plainTextCommand?: string;
  /** Who may use the page; without it, whoever reaches it. */
  readonly login?: LoginOptions | undefined;
  /** The zone of channels without their own. */
  readonly zone?: string;
  /** What Slack and Discord would be sent for a message; without it the page has no such switch. */
  readonly previews?: PreviewRoutesOptions['previews'];
  /** The platform on view beside the chat at the start, where the screen has room. */
  readonly previewFirst?: 'slack' | 'discord';
  /** With the page: the operator's view beside it. */
  readonly operator?: OperatorSource;
  /** Whether the service can do its work, with whatever explains it. */
  status(): Promise<{ readonly ready: boolean }>;
  /** In the text format of Prometheus. */
  metrics?(): Promise<{ readonly contentType: string; readonly body: string }>;
  /** What to say of trouble with a known reason, such as a damaged archive; undefined for all other errors. */
  explain?: ((error: unknown) => string | undefined) | undefined;
  /** Called with errors that occur while answering. */
  onError?: ((error: unknown, request: { readonly method: string; readonly path: string }) => void) | undefined;
  readonly host?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Names, some with a port, by which readers may reach the server, besides localhost and addresses. */
  readonly hosts?: readonly string[];
  /** Addresses and ranges of reverse proxies whose X-Forwarded headers count. */
  readonly trustProxy?: readonly string[];
}

/** The built-in server, where it listens. */
export interface LocalServer {
  readonly url: string;
  /** Ends the event streams and waits for requests in hand. */
  stop(): Promise<void>;
}

/** Starts the built-in server: the local chat's page, health and metrics. */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { host = '127.0.0.1', port = 0, chat } = options;
  const sourceOf = createSourceReader(options.trustProxy ?? []);
  const streams = chat && createEventStreams(sourceOf);
  const app = healthRoutes(options, sourceOf);
  if (chat && streams) {
    const access = createAccess(options.login, sourceOf);
    app.route('/api', chatRoutes(options, { chat, streams, access }));
    app.route('/', access.pageRoutes());
    app.route('/', await pageRoutes({ operator: options.operator !== undefined, access }));
  }
  const server = await listenWith(app, { host, port });
  return {
    url: server.url,
    stop() {
      streams?.stop();
      return server.stop();
    },
  };
}

/** Serves routes at an address of this machine. */
export async function listenWith(app: Hono, address: { host: string; port: number }): Promise<LocalServer> {
  const server = createServer(getRequestListener(app.fetch));
  await listen(server, address);
  let stopped: Promise<void> | undefined;
  return {
    url: urlOf(server.address() as AddressInfo),
    stop() {
      stopped ??= close(server);
      return stopped;
    },
  };
}

function healthRoutes(options: LocalServerOptions, sourceOf: ReadSource): Hono {
  const { chat, status, metrics, explain, onError, hosts = [] } = options;
  const app = new Hono();
  app.use(guardRequests(hosts, sourceOf));
  app.get('/healthz', (context) => context.text('ok'));
  app.get('/readyz', async (context) => {
    const state = await status();
    return context.json(state, state.ready ? 200 : 503);
  });
  if (metrics) {
    app.get('/metrics', async (context) => {
      const { contentType, body } = await metrics();
      return context.body(body, 200, { 'Content-Type': contentType });
    });
  }
  if (!chat) app.get('/', (context) => context.json({ error: { message: noPage } }, 404));
  onHttpError(app, { explain, onError });
  return app;
}

/** Answers in JSON what no route answers, and what goes wrong. */
export function onHttpError(app: Hono, { explain, onError }: Pick<LocalServerOptions, 'explain' | 'onError'>): void {
  app.notFound((context) => context.json({ error: { message: 'There is nothing here.' } }, 404));
  app.onError((error, context) => {
    if (error instanceof HTTPException) return context.json({ error: { message: error.message } }, error.status);
    onError?.(error, { method: context.req.method, path: context.req.path });
    const known = explain?.(error);
    if (known !== undefined) return context.json({ error: { message: known } }, 503);
    return context.json({ error: { message: 'Something went wrong here. Try again; the log says more.' } }, 500);
  });
}

const noPage = 'The local page is switched off. To serve it, set server.page to true in kurzwelle.yaml and restart.';

interface ChatParts {
  readonly chat: LocalChat;
  readonly streams: EventStreams;
  readonly access: Access;
}

function chatRoutes(options: LocalServerOptions, { chat, streams, access }: ChatParts): Hono {
  const { commands = [], plainTextCommand, previews, previewFirst, operator, zone } = options;
  const privateAnswers = createPrivateAnswers();
  const features = {
    previews: previews !== undefined,
    operator: operator !== undefined,
    ...(previewFirst && { previewFirst }),
  };
  const { loginDocument, userOf } = access;
  const logsOut = loginDocument !== undefined;
  const mayFollow = async (context: Context) => (await userOf(context)) !== undefined;
  const known = new Hono<PageEnv>();
  known.use(requireUser(access));
  known.route(
    '/',
    apiRoutes({ chat, commands, plainTextCommand, streams, privateAnswers, features, logsOut, mayFollow, zone }),
  );
  if (previews) known.route('/', previewRoutes({ chat, privateAnswers, previews }));
  const roleOf = async (context: Context) => (await userOf(context))?.role;
  if (operator) known.route('/', operatorRoutes(operator, { streams, roleOf }));
  const api = new Hono();
  api.route('/', access.apiRoutes());
  api.route('/', known);
  return api;
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, () => {
    server.off('error', reject);
    resolve();
  });
  return promise;
}

function close(server: Server): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.close((error) => (error ? reject(error) : resolve()));
  // A connection kept alive after its last answer would hold the server up for seconds.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  return promise.finally(() => clearInterval(sweep));
}

function urlOf({ address, family, port }: AddressInfo): string {
  const everywhere = address === '0.0.0.0' || address === '::';
  if (everywhere) return `http://localhost:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
