import { setTimeout } from 'node:timers/promises';
import type { Log } from '../../runtime/log.ts';
import { noFigures } from './slack-api.ts';
import { createSocket } from './socket.ts';

/** What the operator does by hand in the rehearsal, as Slack reports it. */
export interface Hands {
  /** Asks the operator for it, and gives what Slack sends then; undefined where nothing comes in time. */
  ask(what: string, isIt: (body: Body) => boolean): Promise<Body | undefined>;
  stop(): Promise<void>;
}

/** A payload of Slack; of an event the event itself. */
export type Body = Readonly<Record<string, unknown>>;

interface HandsOptions {
  readonly appToken: string;
  readonly slackApiUrl?: string | undefined;
  /** Shows the operator a line. */
  readonly say: (line: string) => void;
  readonly patienceMs?: number;
  readonly log: Log;
}

/** Connects over Socket Mode to receive what the operator does. */
export async function openHands({ say, patienceMs = 180_000, ...options }: HandsOptions): Promise<Hands> {
  const socket = createSocket({ ...options, figures: noFigures });
  let waiting: { readonly isIt: (body: Body) => boolean; readonly take: (body: Body) => void } | undefined;
  const processEvent = async ({ body, ack }: { readonly body: Body; readonly ack: () => Promise<void> }) => {
    await ack();
    const event = (body.event ?? body) as Body;
    if (waiting?.isIt(event)) waiting.take(event);
  };
  socket.receiver.init({ processEvent } as unknown as Parameters<typeof socket.receiver.init>[0]);
  await socket.start();
  return {
    async ask(what, isIt) {
      const late = new AbortController();
      const heard = new Promise<Body>((take) => {
        waiting = { isIt, take };
      });
      say(what);
      const end = setTimeout(patienceMs, undefined, { signal: late.signal }).catch(() => undefined);
      const body = await Promise.race([heard, end]);
      late.abort();
      waiting = undefined;
      return body;
    },
    stop: () => socket.stop(),
  };
}
