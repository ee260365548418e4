import { HTTPReceiver } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import { paths } from './addresses.ts';
import type { InstallPage } from './install-pages.ts';
import { createSlackLog } from './slack-log.ts';
import type { SlackTransport } from './socket.ts';

export interface HttpTransportOptions {
  readonly signingSecret: string;
  readonly host: string;
  readonly port: number;
  /** What is served besides, for workspaces that install the app themselves. */
  readonly pages?: readonly InstallPage[];
  readonly log: Log;
}

/** Slack's requests over HTTP. Bolt refuses what is not signed, or was signed more than five minutes ago. */
export function createHttpTransport({
  signingSecret,
  host,
  port,
  pages = [],
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
