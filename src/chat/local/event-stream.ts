import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { LocalChat, LocalEvent } from './local-chat.ts';
import type { ReadSource } from './request-source.ts';

export interface EventStreams {
  /** Answers with server-sent events, from now on; beyond the limits of streams with 429 or 503. */
  open(context: Context, stream: EventSource): Response;
  /** Ends every open stream. */
  stop(): void;
}

/** What a stream sends. */
export interface EventSource {
  /** Sends events until the function that it returns is called. */
  readonly follow: (send: SendEvent) => () => void;
  /** Asked with each heartbeat: the stream of somebody who has logged out ends. */
  readonly mayFollow: () => Promise<boolean>;
}

type SendEvent = (event: string, data: string) => void;

const heartbeatMs = 20_000;
/** A page has one stream, a browser opens six to a server; behind a proxy that is not trusted all readers have one address. */
const mostOfAddress = 50;
/** A stream takes some 23 KB. */
const mostStreams = 200;
// A page that stopped reading is cut off; it connects again and asks for what it missed.
const maxWaiting = 500;

/** Streams events to any number of pages. */
export function createEventStreams(sourceOf: ReadSource): EventStreams {
  const ends = new Set<() => void>();
  const byAddress = new Map<string, number>();

  return {
    open(context, { follow, mayFollow }) {
      const { address } = sourceOf(context);
      const own = byAddress.get(address) ?? 0;
      if (own >= mostOfAddress) return refuse(context, 429, `your address has ${own} pages open`);
      if (ends.size >= mostStreams) return refuse(context, 503, `${ends.size} pages are open`);
      byAddress.set(address, own + 1);
      // nginx would keep events until its buffer is full. https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering
      context.header('X-Accel-Buffering', 'no');
      return streamSSE(context, async (stream) => {
        const { promise: ended, resolve: end } = Promise.withResolvers<void>();
        let writing = stream.writeSSE({ event: 'ready', data: '' });
        let waiting = 0;
        const send = (write: () => Promise<unknown>) => {
          if (waiting >= maxWaiting) return end();
          waiting += 1;
          writing = writing.then(async () => {
            await write();
            waiting -= 1;
          });
        };
        const unfollow = follow((event, data) => send(() => stream.writeSSE({ event, data })));
        const heartbeat = setInterval(async () => {
          // While the database is in trouble nobody is sent away.
          if (await mayFollow().catch(() => true)) send(() => stream.write(': still here\n\n'));
          else end();
        }, heartbeatMs);
        stream.onAbort(end);
        ends.add(end);
        await ended;
        clearInterval(heartbeat);
        unfollow();
        ends.delete(end);
        const left = (byAddress.get(address) ?? 1) - 1;
        if (left > 0) byAddress.set(address, left);
        else byAddress.delete(address);
      });
    },
    stop() {
      for (const end of ends) end();
    },
  };
}

function refuse(context: Context, status: 429 | 503, why: string): Response {
  const message = `No more can be followed live: ${why}. Close some, and load this one again.`;
  return context.json({ error: { message } }, status, { 'Retry-After': '60' });
}

/** Each post, edit and removal in the chat. */
export function chatEvents(chat: LocalChat): EventSource['follow'] {
  return (send) => chat.watch((event) => send(event.kind, dataOf(event)));
}

/** So long several changes are collected into one event: polling a feed writes hundreds of rows. */
const collectMs = 1_000;
/** So often a page is updated without a change of this process: others work on the same database, and "5 minutes ago" gets older. */
const atLeastMs = 60_000;

/** `changed` soon after each call of the listener, and once a minute. */
export function changeEvents(watch: (listener: () => void) => () => void): EventSource['follow'] {
  return (send) => {
    let collecting: NodeJS.Timeout | undefined;
    const changed = () => {
      collecting = undefined;
      send('changed', '');
    };
    const unwatch = watch(() => {
      collecting ??= setTimeout(changed, collectMs);
    });
    const regular = setInterval(changed, atLeastMs);
    return () => {
      unwatch();
      clearTimeout(collecting);
      clearInterval(regular);
    };
  };
}

function dataOf(event: LocalEvent): string {
  return JSON.stringify(event.kind === 'removed' ? { channelId: event.channelId, id: event.id } : event.post);
}
