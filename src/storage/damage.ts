import { DamagedArchiveError, type DatabaseTrouble, databaseTrouble } from './database-trouble.ts';

/**
 * Whether damage to the archive was found since this process opened it, by a statement or by a check of its pages. Once found, connections
 * are read-only until a process starts with another archive, and a write throws DamagedArchiveError.
 */
export interface DamageNotice {
  /** The first damage found; undefined if there is none. */
  found(): DatabaseTrouble | undefined;
  /** Records a database error, and returns the error to throw instead. */
  judge(error: unknown): unknown;
  /** Calls the listener once, with the first damage; immediately if it was found before. */
  onFound(listener: (damage: DatabaseTrouble) => void): void;
}

/** A notice for one archive, shared by everything that opens connections to it. */
export function createDamageNotice(): DamageNotice {
  let damage: DatabaseTrouble | undefined;
  const listeners: ((found: DatabaseTrouble) => void)[] = [];
  return {
    found: () => damage,
    judge(error) {
      const trouble = databaseTrouble(error);
      if (damage && trouble?.kind === 'read-only')
        return new DamagedArchiveError('nothing is written to it any more', { cause: error });
      if (trouble?.kind === 'damaged' && !damage) {
        damage = trouble;
        for (const listener of listeners.splice(0)) listener(trouble);
      }
      return error;
    },
    onFound(listener) {
      if (damage) listener(damage);
      else listeners.push(listener);
    },
  };
}
