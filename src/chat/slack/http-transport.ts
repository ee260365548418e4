import { HTTPReceiver } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import { createSlackLog } from './slack-log.ts';
import type { SlackTransport } from './socket.ts';

export interface HttpTransportOptions {
  readonly signingSecret: string;
  readonly host: string;
  readonly port: number;
  readonly log: Log;
}

/** Slack's requests over HTTP at `/slack/events`. Bolt refuses what is not signed, or was signed more than five minutes ago. */
export function createHttpTransport({ signingSecret, host, port, log }: HttpTransportOptions): SlackTransport {
  const receiver = new HTTPReceiver({ signingSecret, logger: createSlackLog(log) });
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
