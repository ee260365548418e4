import { type Receiver, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import { guardSocket } from './arrivals.ts';
import { createSlackLog, type SlackFigures } from './slack-api.ts';

/** How what people do at Slack reaches us. */
export interface SlackTransport {
  readonly receiver: Receiver;
  /** Resolves once connected, or after `patienceMs` of trying: from then on it keeps trying by itself. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface SocketOptions {
  readonly appToken: string;
  readonly slackApiUrl?: string | undefined;
  readonly figures: SlackFigures;
  readonly log: Log;
  readonly patienceMs?: number;
  readonly retryMs?: number;
  readonly nowMs?: () => number;
}

/** After a connection that lasted this long, the next one is made almost at once, since Slack moves connections every few hours. */
const lastedMs = 60_000;
const soonMs = 500;
/** Of one that did not, later each time. */
const againMs = 5_000;

/** The connection over which Slack reaches a machine without a public address. It comes back by itself, whatever ended it. */
export function createSocket(options: SocketOptions): SlackTransport {
  const { figures, log, patienceMs = 10_000, retryMs = 30_000, nowMs = () => performance.now() } = options;
  const receiver = createReceiver(options);
  guardSocket(receiver, { figures, log });
  const { client } = receiver;
  const connect = client.start.bind(client);
  let isStopping = false;
  let retry: NodeJS.Timeout | undefined;
  let giveUp: (() => void) | undefined;
  let connectedAtMs = 0;
  let shortLived = 0;
  let refused = 0;

  const tryAgain = (waitMs: number) => {
    clearTimeout(retry);
    if (!isStopping) retry = setTimeout(() => void client.start(), waitMs);
  };
  client.on('connected', () => {
    connectedAtMs = nowMs();
    refused = 0;
  });
  client.on('disconnected', () => {
    shortLived = nowMs() - connectedAtMs >= lastedMs ? 0 : shortLived + 1;
    tryAgain(Math.min(shortLived === 0 ? soonMs : againMs * shortLived, retryMs));
  });
  // Whoever calls it: a refused token would end the process as an unhandled rejection.
  client.start = async () => {
    try {
      const opened = await connect();
      // Slack may answer after the stop.
      if (isStopping) await client.disconnect();
      return opened;
    } catch (err) {
      const waitMs = Math.min(afterRefusalMs(refused, err), retryMs);
      refused += 1;
      if (!isStopping) log.error({ err, waitMs }, 'no connection to Slack; the next try follows');
      tryAgain(waitMs);
      return { ok: false };
    }
  };

  return {
    receiver,
    async start() {
      isStopping = false;
      const patience = Promise.withResolvers<void>();
      giveUp = patience.resolve;
      const timer = setTimeout(giveUp, patienceMs);
      await Promise.race([client.start(), patience.promise]);
      clearTimeout(timer);
    },
    async stop() {
      isStopping = true;
      giveUp?.();
      clearTimeout(retry);
      await client.disconnect();
    },
  };
}

/** No delay after the first refusal, then a longer one each time; if Slack says how long to wait, that long. */
function afterRefusalMs(refused: number, error: unknown): number {
  if (error instanceof webApi.WebAPIRateLimitedError) return error.retryAfter * 1_000;
  return refused === 0 ? 0 : soonMs * 2 ** Math.min(refused - 1, 10);
}

/**
 * Bolt's receiver, which does not reconnect by itself: its client drops the promise of its second try, so that a failure of that would
 * end the process, and waits five seconds, during which Slack tells users that the app does not respond.
 */
function createReceiver({ appToken, slackApiUrl, log }: SocketOptions): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: createSlackLog(log),
    installerOptions: {
      // We try again ourselves: retries of the client cannot be ended, and would hold up a stop.
      clientOptions: {
        ...(slackApiUrl !== undefined && { slackApiUrl }),
        timeout: 15_000,
        retryConfig: { retries: 0 },
      },
    },
    // Nothing that is thrown reaches it, see arrivals.ts; Bolt's own throws once more where the connection is gone.
    processEventErrorHandler: async () => false,
  });
}
