import { type Config, ConfigError } from '../config/config.ts';
import type { ConfigChange, LiveConfig } from '../config/live-config.ts';
import type { Feed } from '../feeds/entry.ts';
import type { Log } from '../runtime/log.ts';

/** Feeds and topics are those of the file now, or the old ones are kept since the file has problems. */
export type Reloaded =
  | ({ readonly kind: 'reloaded' } & ConfigChange)
  | { readonly kind: 'kept'; readonly problems: readonly string[] };

export interface ReloadParts {
  readonly live: LiveConfig;
  /** Reloads the configuration; throws ConfigError. */
  readonly load: () => Config;
  /** Makes feeds known to the archive. */
  readonly register: (feeds: readonly Feed[]) => Promise<void>;
  readonly log: Log;
}

/** Reloads feeds, publishers and topics without a restart. A file with problems changes nothing, and the log says what they are. */
export function createReload({ live, load, register, log }: ReloadParts): () => Promise<Reloaded> {
  return async () => {
    try {
      const next = load();
      await register(next.feeds.list);
      const change = live.replace(next);
      log.info(change, 'feeds and topics were reloaded');
      if (change.needRestart.length > 0)
        log.warn({ settings: change.needRestart }, 'these settings take effect with the next restart');
      return { kind: 'reloaded', ...change };
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      const { source, problems } = error;
      log.error({ source, problems }, 'the configuration has problems; feeds and topics stay as they are');
      return { kind: 'kept', problems: problems.map((problem) => `${source}: ${problem}`) };
    }
  };
}
