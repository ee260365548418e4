import { createRequire } from 'node:module';
import { type DestinationStream, type Logger, pino } from 'pino';
import { createRedact, type Redact } from './redact.ts';

const require = createRequire(import.meta.url);

/** Facts first, then a short message: `log.warn({ feedId, err }, 'feed not read')`. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** Pino's level; in a terminal lines are for reading, elsewhere JSON. */
export interface LogOptions {
  readonly level: string;
  readonly isTerminal: boolean;
  /** Takes secrets out of every line, wherever in it they are: fields, messages, errors, their causes. */
  readonly redact?: Redact;
  /** Standard error by default. */
  readonly destination?: DestinationStream;
}

/** Logs to standard error: lines for people in a terminal, JSON elsewhere. Nothing is written that did not pass `redact`. */
export function createLog({ level, isTerminal, redact = createRedact(), destination }: LogOptions): Log {
  const out = destination ?? (isTerminal ? prettyErrors() : pino.destination({ fd: 2, sync: true }));
  const keys = ['token', 'secret', 'password', 'authorization', 'Authorization'];
  return pino(
    {
      level,
      redact: [...keys, ...keys.map((key) => `*.${key}`)],
      hooks: { streamWrite: (line) => redact(line) },
      serializers: { err: errorFacts },
    },
    out,
  );
}

/** Of connections that could not be made or broke, at any depth. https://nodejs.org/api/errors.html#common-system-errors */
export const networkCodes: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** An error with its stack; but where the network is why, in a line: no code of ours is to blame, and it comes again with every attempt. */
function errorFacts(error: unknown): unknown {
  const facts: unknown = error instanceof Error ? pino.stdSerializers.err(error) : error;
  for (let each = error; each instanceof Error; each = each.cause ?? (each as { original?: unknown }).original) {
    const { code } = each as { code?: unknown };
    if (!networkCodes.has(code)) continue;
    const { type, message } = facts as { type: string; message: string };
    return { type, message, code };
  }
  return facts;
}

/** The library for it is loaded in terminals only. */
function prettyErrors(): DestinationStream {
  const pretty: typeof import('pino-pretty') = require('pino-pretty');
  return pretty({
    destination: 2,
    colorize: true,
    ignore: 'pid,hostname',
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
    sync: true,
  });
}

/** Says nothing: for answers on the command line and for tests. */
export const silentLog: Log = pino({ level: 'silent' });
