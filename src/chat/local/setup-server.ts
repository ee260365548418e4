import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import type { Setup, SetupOutcome } from '../../services/setup/set-up.ts';
import { byteLimits } from '../../text/limits.ts';
import { guardRequests } from './guard-requests.ts';
import { readPages, setupPage } from './page-routes.ts';
import { apiRequests, bodyOf, catalogOf, problem } from './read-request.ts';
import { createSourceReader } from './request-source.ts';
import { type LocalServer, listenWith, onHttpError } from './server.ts';

export interface SetupServerOptions {
  readonly setup: Setup;
  /** A loopback address: whoever reaches it first sets the service up. */
  readonly host: string;
  readonly port: number;
  onError?(error: unknown): void;
}

/** The server of a first start, and what was saved there. */
export interface SetupServer extends LocalServer {
  readonly saved: Promise<Extract<SetupOutcome, { kind: 'saved' }>>;
}

const cookie = 'kurzwelle-setup';

/**
 * Serves `/setup` until answers are saved; nothing else but that it lives. The first browser that opens it has it for itself: another one,
 * and whatever other sites send, is refused. Tokens come in and are never sent out.
 */
export async function startSetupServer({ setup, host, port, onError }: SetupServerOptions): Promise<SetupServer> {
  const { promise: saved, resolve: finish } = Promise.withResolvers<Awaited<SetupServer['saved']>>();
  const token = randomBytes(32).toString('base64url');
  let isTaken = false;
  let isDone = false;
  const { show, assets } = await readPages();
  const app = new Hono();
  app.use(guardRequests([], createSourceReader([])));
  app.get('/healthz', (context) => context.text('ok'));
  app.get('/readyz', (context) => context.json({ ready: false, setup: true }, 503));
  app.get('/', (context) => context.redirect('/setup', 303));
  app.get('/setup', async (context) => {
    if (!isTaken) {
      isTaken = true;
      setCookie(context, cookie, token, { path: '/', httpOnly: true, sameSite: 'Strict' });
    } else if (getCookie(context, cookie) !== token) return context.text(wordsOf(context).otherVisitor, 403);
    return show(context, setupPage);
  });
  app.route('/', assets);
  app.use('/api/*', async (context, next) => {
    if (getCookie(context, cookie) === token) return next();
    return context.json({ error: { message: wordsOf(context).otherVisitor } }, 403);
  });
  app.use('/api/*', bodyLimit({ maxSize: byteLimits.pageRequest }));
  app.get('/api/setup', (context) => context.json(setup.questions));
  app.post('/api/setup', async (context) => {
    const answers = await bodyOf(context, apiRequests.setup);
    if (isDone) return problem(context, 422, wordsOf(context).running);
    const outcome = setup.save(answers);
    if (outcome.kind === 'wrong') return problem(context, 422, outcome.error.textIn(catalogOf(context)), outcome.field);
    isDone = true;
    finish(outcome);
    const { choices, missing } = outcome;
    const hasPage = choices.page || choices.chats.length === 0;
    return context.json({ hasPage, missing, registers: choices.chats.includes('discord') });
  });
  onHttpError(app, { onError });
  const server = await listenWith(app, { host, port });
  return { ...server, saved };
}

function wordsOf(context: Context) {
  return catalogOf(context).setup;
}
