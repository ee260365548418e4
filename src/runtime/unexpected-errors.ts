import { randomBytes } from 'node:crypto';
import type { Log } from './log.ts';

/**
 * The origin of an uncaught error. `outside`: a packet, a request or a connection, of which only that one is lost.
 * `inside`: our own work, which may have stopped halfway.
 */
export type ErrorOrigin = 'outside' | 'inside';

export interface UnexpectedErrorsOptions {
  readonly log: Pick<Log, 'error'>;
  readonly count: (origin: ErrorOrigin) => void;
  /** Errors after which our state is right, such as of a database that rolled back. */
  readonly isHarmless?: (error: unknown) => boolean;
  /** The process, in tests another. */
  readonly source?: Pick<NodeJS.EventEmitter, 'on' | 'off'>;
}

export interface UnexpectedErrors {
  /** Resolves with the first error after which state could be wrong: the service should stop gracefully and restart. */
  readonly fatal: Promise<void>;
  stop(): void;
}

/** As deep as a packet's way through a library, dispatch and a command goes: the library's frames are at the far end. */
const framesKept = 50;

/**
 * Catches what nobody else did (`uncaughtException`, which unhandled rejections become too). Each is logged with an id and counted; what
 * came from outside ends nothing.
 */
export function watchUnexpectedErrors({
  log,
  count,
  isHarmless = () => false,
  source = process,
}: UnexpectedErrorsOptions): UnexpectedErrors {
  const { promise: fatal, resolve: end } = Promise.withResolvers<void>();
  const framesBefore = Error.stackTraceLimit;
  Error.stackTraceLimit = framesKept;
  const onError = (err: unknown): void => {
    const origin = originOf(err);
    const errorId = randomBytes(4).toString('hex');
    const ends = origin === 'inside' && !isHarmless(err);
    count(origin);
    log.error(
      { err, errorId, origin },
      ends
        ? 'unexpected error; the service stops, so that its supervisor restarts it from what is stored'
        : 'unexpected error; only what it belonged to is dropped, and the service continues',
    );
    if (ends) end();
  };
  source.on('uncaughtException', onError);
  return {
    fatal,
    stop() {
      source.off('uncaughtException', onError);
      Error.stackTraceLimit = framesBefore;
    },
  };
}

/** Adapters of chats, the built-in server, and the libraries that speak for them. */
const outsideFrame =
  /[\\/]src[\\/]chat[\\/]|[\\/]node_modules[\\/](?:@slack|@discordjs|discord\.js|ws|undici|hono|@hono)[\\/]|node:internal\/deps\/undici\//;
const networkCalls: ReadonlySet<unknown> = new Set(['read', 'write', 'connect', 'getaddrinfo', 'shutdown', 'accept']);

/** By the stack, causes included; a connection error often has no frames of ours. If in doubt, it counts as our own. */
export function originOf(error: unknown): ErrorOrigin {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (networkCalls.has((each as NodeJS.ErrnoException).syscall) || outsideFrame.test(each.stack ?? ''))
      return 'outside';
  }
  return 'inside';
}
