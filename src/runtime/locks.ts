/** Something that one process does at a time, of all that work on one database. */
export interface Hold {
  /** Aborted when the hold was lost, since the database was: others may have it by then. */
  readonly lost: AbortSignal;
  /** Gives it to others. */
  release(): Promise<void>;
}

/** Who does what there is one of. A hold ends with its process, however that ends. */
export interface Locks {
  /** Undefined while somebody has it, another part of this process included, or when that cannot be asked. */
  take(name: string): Promise<Hold | undefined>;
  stop(): Promise<void>;
}

/** For one process on a database of its own. */
export function createLocalLocks(): Locks {
  const held = new Set<string>();
  return {
    async take(name) {
      if (held.has(name)) return undefined;
      held.add(name);
      return {
        lost: new AbortController().signal,
        async release() {
          held.delete(name);
        },
      };
    },
    async stop() {
      held.clear();
    },
  };
}
