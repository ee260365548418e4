import { HTTPReceiver } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import { guardHttp, watchReceiver } from './arrivals.ts';
import { createInstallServer, type InstallPage } from './install-pages.ts';
import { paths } from './manifest.ts';
import { createSlackLog, type SlackFigures } from './slack-api.ts';
import { createSocket, type SlackTransport } from './socket.ts';

/** Where our own server listens. */
export interface Listener {
  readonly host: string;
  readonly port: number;
}

/** Socket Mode needs no public address, but for people who install the app; HTTP needs one in front of us. */
export type SlackTransportChoice =
  | { readonly kind: 'socket'; readonly appToken: string; readonly pagesAt?: Listener }
  | ({ readonly kind: 'http'; readonly signingSecret: string } & Listener);

interface TransportOptions {
  readonly transport: SlackTransportChoice;
  readonly pages: readonly InstallPage[];
  readonly figures: SlackFigures;
  readonly slackApiUrl?: string;
  readonly log: Log;
}

/** The way by which Slack reaches us, with the installation pages beside it. */
export function createTransport({ transport, pages, figures, slackApiUrl, log }: TransportOptions): SlackTransport {
  const made =
    transport.kind === 'http'
      ? createHttpTransport({ ...transport, pages, figures, log })
      : withPages(createSocket({ appToken: transport.appToken, slackApiUrl, figures, log }), pages, transport.pagesAt);
  watchReceiver(made.receiver, { figures, log });
  return made;
}

function withPages(
  socket: SlackTransport,
  pages: readonly InstallPage[],
  listener: Listener | undefined,
): SlackTransport {
  if (!listener || pages.length === 0) return socket;
  const server = createInstallServer(pages, listener);
  return {
    receiver: socket.receiver,
    async start() {
      await server.start();
      await socket.start();
    },
    async stop() {
      await socket.stop();
      await server.stop();
    },
  };
}

export interface HttpTransportOptions {
  readonly signingSecret: string;
  readonly host: string;
  readonly port: number;
  /** What is served besides, for workspaces that install the app themselves. */
  readonly pages?: readonly InstallPage[];
  readonly figures: SlackFigures;
  readonly log: Log;
}

/** Slack's requests over HTTP. Refused is what is not signed, or was signed more than five minutes ago or ahead. */
function createHttpTransport({
  signingSecret,
  host,
  port,
  pages = [],
  figures,
  log,
}: HttpTransportOptions): SlackTransport {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: paths.events,
    customRoutes: [...pages],
    logger: createSlackLog(log),
    // What else may come to a public address: a plain answer, no error in the log.
    dispatchErrorHandler: ({ response }) => response.writeHead(404).end(),
  });
  guardHttp(receiver, { signingSecret, path: paths.events, figures, log });
  refuseFuture(receiver, log);
  let isListening = false;
  return {
    receiver,
    async start() {
      await receiver.start({ host, port });
      isListening = true;
    },
    async stop() {
      if (isListening) await receiver.stop();
      isListening = false;
    },
  };
}

/** https://docs.slack.dev/authentication/verifying-requests-from-slack: five minutes from local time, either way. */
const signatureSkewSeconds = 5 * 60;

/** Bolt looks at the past alone: a request dated ahead could be sent again for as long as its date lies in the future. */
function refuseFuture(receiver: HTTPReceiver, log: Log): void {
  const pass = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    const signedAt = Number(request.headers['x-slack-request-timestamp'] ?? 0);
    if (signedAt - Date.now() / 1_000 <= signatureSkewSeconds) return pass.call(receiver, request, response);
    log.warn({ from: 'bolt' }, 'a request that is dated more than five minutes ahead was refused');
    request.resume();
    response.writeHead(401).end();
  };
}
