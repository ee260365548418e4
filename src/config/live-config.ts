import type { Config } from './config.ts';

/** A configuration whose feeds and topics can be replaced while the service runs; everything else needs a restart. */
export interface LiveConfig {
  /** Always the present state: read `feeds` and `topics` when they are needed, never keep them. */
  readonly config: Config;
  /** Takes over feeds and topics from a reloaded configuration. Returns what changed. */
  replace(next: Config): ConfigChange;
}

/** What differs in a reloaded configuration. */
export interface ConfigChange {
  /** Ids of feeds. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Names of settings whose change has no effect before a restart. */
  readonly needRestart: readonly string[];
}

/** Makes a configuration replaceable. */
export function createLiveConfig(initial: Config): LiveConfig {
  let { feeds, topics } = initial;
  return {
    config: {
      ...initial,
      get feeds() {
        return feeds;
      },
      get topics() {
        return topics;
      },
    },
    replace(next) {
      const [before, after] = [feeds.list, next.feeds.list].map((list) => new Set(list.map(({ id }) => id)));
      ({ topics } = next);
      feeds = { ...feeds, list: next.feeds.list };
      return {
        added: [...(after ?? [])].filter((id) => !before?.has(id)),
        removed: [...(before ?? [])].filter((id) => !after?.has(id)),
        needRestart: needRestart(initial, next),
      };
    },
  };
}

function needRestart(running: Config, next: Config): readonly string[] {
  const fixed = ({ feeds: { list: _, ...feeds }, topics: __, ...config }: Config) => ({ ...config, feeds });
  const [before, after] = [fixed(running), fixed(next)];
  return Object.keys(after).filter(
    (name) => JSON.stringify(before[name as keyof typeof before]) !== JSON.stringify(after[name as keyof typeof after]),
  );
}

/**
 * A function made from a part of the configuration, and made again whenever that part is replaced: `part` returns the current one,
 * which is compared by identity.
 */
export function following<Part, Args extends readonly unknown[], Result>(
  part: () => Part,
  make: (part: Part) => (...args: Args) => Result,
): (...args: Args) => Result {
  let from = part();
  let made = make(from);
  return (...args) => {
    const now = part();
    if (now !== from) {
      from = now;
      made = make(now);
    }
    return made(...args);
  };
}
