import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folder of compiled modules, so that only the first run compiles them. */
export const compileCache = join(tmpdir(), 'kurzwelle-bench-cache');
