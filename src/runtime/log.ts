import { type DestinationStream, type Logger, pino } from 'pino';
import pretty from 'pino-pretty';

/** Facts first, then a short message: `log.warn({ feedId, err }, 'feed not read')`. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** Logs to standard error: lines for people in a terminal, JSON elsewhere. Keys that may hold secrets are never written. */
export function createLog({ level, isTerminal }: { level: string; isTerminal: boolean }): Log {
  const destination: DestinationStream | undefined = isTerminal
    ? pretty({
        destination: 2,
        colorize: true,
        ignore: 'pid,hostname',
        translateTime: 'SYS:HH:MM:ss',
        singleLine: true,
        sync: true,
      })
    : pino.destination({ fd: 2, sync: true });
  return pino({ level, redact: ['*.token', '*.secret', '*.password', 'token', 'secret', 'password'] }, destination);
}

/** Says nothing: for answers on the command line and for tests. */
export const silentLog: Log = pino({ level: 'silent' });
