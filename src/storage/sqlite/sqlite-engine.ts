import type { Engine } from '../engine.ts';
import { sqliteTerms } from './sqlite-terms.ts';

/** One process with one connection: whatever is one transaction is alone. */
export const sqliteEngine: Engine = {
  name: 'sqlite',
  ddl: (statement) => statement,
  terms: sqliteTerms,
  analyze: async () => undefined,
  countOn: async () => undefined,
  hold: async () => undefined,
};
