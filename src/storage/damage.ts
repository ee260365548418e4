import { DamagedArchiveError, type DatabaseTrouble, databaseTrouble } from './database-trouble.ts';

/**
 * Whether the archive was found damaged since this process opened it, by a statement or by a check of its pages. Once it was, it stays so
 * until a process starts on another archive: the connections then only read, and a write throws DamagedArchiveError.
 */
export interface DamageNotice {
  /** What was found first; undefined while nothing was. */
  found(): DatabaseTrouble | undefined;
  /** Notes what an error of the database says, and gives the error to throw in its place. */
  judge(error: unknown): unknown;
  /** Calls the listener once, with the first damage; at once where it was found before. */
  onFound(listener: (damage: DatabaseTrouble) => void): void;
}

/** A notice for one archive, to be handed to whatever opens connections to it. */
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
