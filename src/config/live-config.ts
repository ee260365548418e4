import type { Config } from './config.ts';

/** A configuration whose feeds and topics can be replaced while the service runs; everything else needs a restart. */
export interface LiveConfig {
  /** Always the present state: read `feeds` and `topics` when they are needed, never keep them. */
  readonly config: Config;
  /** Takes feeds and topics over from a configuration that was read anew. Gives what changed. */
  replace(next: Config): ConfigChange;
}

/** What is different in a configuration that was read anew. */
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
 * A function made from a part of the configuration, and made anew whenever that part has been replaced: `part` gives the present one,
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
