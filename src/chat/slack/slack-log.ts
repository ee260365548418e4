import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';

/** Bolt's log as ours. Its debug lines hold tokens of sockets and whole payloads, so they are left out. */
export function createSlackLog(log: Log): Logger {
  const text = (parts: readonly unknown[]) => parts.map(String).join(' ');
  return {
    debug() {},
    info: (...parts) => log.debug({ from: 'bolt' }, text(parts)),
    warn: (...parts) => log.warn({ from: 'bolt' }, text(parts)),
    error: (...parts) => log.error({ from: 'bolt' }, text(parts)),
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  };
}
