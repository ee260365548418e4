import type { Log } from '../../runtime/log.ts';
import { watchReceiver } from './arrivals.ts';
import { createHttpTransport } from './http-transport.ts';
import type { InstallPage } from './install-pages.ts';
import { createInstallServer } from './install-server.ts';
import type { SlackFigures } from './slack-figures.ts';
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
      ? createHttpTransport({ ...transport, pages, log })
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
