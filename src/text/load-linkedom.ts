import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** linkedom, loaded by the first page or text that needs it: it takes more memory than all else that an idle service loads. */
export function linkedom(): typeof import('linkedom') {
  return require('linkedom');
}
