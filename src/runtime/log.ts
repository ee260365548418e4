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
    { level, redact: [...keys, ...keys.map((key) => `*.${key}`)], hooks: { streamWrite: (line) => redact(line) } },
    out,
  );
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
