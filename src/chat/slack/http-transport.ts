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

/** Slack's requests over HTTP. Refused is what is not signed, or was signed more than five minutes ago or ahead. */
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
