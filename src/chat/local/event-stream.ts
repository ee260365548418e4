import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { LocalChat, LocalEvent } from './local-chat.ts';

export interface EventStreams {
  /** Answers with server-sent events: each post, edit and removal from now on. */
  open(context: Context): Response;
  /** Ends every open stream. */
  stop(): void;
}

const heartbeatMs = 20_000;
// A page that stopped reading is cut off; it connects again and asks for what it missed.
const maxWaiting = 500;

/** Streams the events of the chat to any number of pages. */
export function createEventStreams(chat: LocalChat): EventStreams {
  const ends = new Set<() => void>();

  return {
    open: (context) =>
      streamSSE(context, async (stream) => {
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
        const unwatch = chat.watch((event) => send(() => stream.writeSSE({ event: event.kind, data: dataOf(event) })));
        const heartbeat = setInterval(() => send(() => stream.write(': still here\n\n')), heartbeatMs);
        stream.onAbort(end);
        ends.add(end);
        await ended;
        clearInterval(heartbeat);
        unwatch();
        ends.delete(end);
      }),
    stop() {
      for (const end of ends) end();
    },
  };
}

function dataOf(event: LocalEvent): string {
  return JSON.stringify(event.kind === 'removed' ? { channelId: event.channelId, id: event.id } : event.post);
}
