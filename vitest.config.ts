import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { configDefaults, defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { debianChromium } from './tests/browser/debian-chromium.ts';
import { hasTwin } from './tests/discord-twin/twin.ts';

/** These measure how fast something is, so they run when nothing else does. */
const timed = [
  'tests/chat/*/acknowledgement.test.ts',
  'tests/chat/*/load.test.ts',
  'tests/ingest/kill-ingest.test.ts',
  'tests/runtime/stop.test.ts',
];

/** What storage promises, and what rests on it most, is tested on each engine; everything else on SQLite. */
const onEveryEngine = ['tests/storage/*.test.ts'];

function project(engine: string, include: readonly string[], options = {}): TestProjectConfiguration {
  return {
    extends: true,
    test: { name: engine, include: [...include], env: { KURZWELLE_TEST_ENGINE: engine }, ...options },
  };
}

const hasServer = process.env.TEST_DATABASE_URL !== undefined;
const onPath = (program: string) =>
  `${process.env.PATH}:/usr/sbin`.split(':').some((folder) => existsSync(join(folder, program)));

/** What a machine may lack, with the way to get it; the tests that need it are skipped. */
const needs: readonly (readonly [isThere: boolean, tests: string, need: string])[] = [
  [hasServer, 'on a PostgreSQL server', 'TEST_DATABASE_URL; see docs/postgresql.md'],
  [existsSync(debianChromium.executablePath), 'in a browser', 'apt-get install chromium'],
  ...['nginx', 'caddy'].map((name) => [onPath(name), `behind ${name}`, `apt-get install ${name}`] as const),
  [onPath('openssl'), 'over TLS', 'apt-get install openssl'],
  [onPath('pg_dump'), 'of backups of a server', 'apt-get install postgresql-client'],
  [onPath('systemd-analyze'), 'of the systemd unit', 'systemd'],
  [process.getuid?.() === 0, 'on a full disk', 'the right to mount one, as root has'],
  [hasTwin, "at the Discord we didn't write", 'npm ci --prefix tests/discord-twin'],
  [existsSync('../shared'), 'on real texts', 'the folder ../shared'],
];
for (const [isThere, tests, need] of needs)
  if (!isThere) console.error(`Tests ${tests} are skipped: they need ${need}.`);

export default defineConfig({
  test: {
    // Ends what hangs; how long a test takes on a busy machine is no fault of it.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    globalSetup: 'tests/temporary-folder.ts',
    // A process for each file spends as long on its start and imports as on tests. No file may leave anything behind in its process.
    isolate: false,
    setupFiles: 'tests/forget-habits.ts',
    // Many tests wait for a process of their own, or for a clock.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      project('sqlite', ['tests/**/*.test.ts'], { exclude: [...configDefaults.exclude, ...timed] }),
      project('timed', timed, {
        env: { KURZWELLE_TEST_ENGINE: 'sqlite' },
        isolate: true,
        fileParallelism: false,
        sequence: { groupOrder: 3 },
      }),
      // One after the other in one process, since PGlite takes seconds to start.
      project('pglite', onEveryEngine, {
        fileParallelism: false,
        sequence: { groupOrder: 2 },
        testTimeout: 180_000,
      }),
      // Each file makes and drops a template for its databases.
      ...(hasServer ? [project('postgres', onEveryEngine, { isolate: true, sequence: { groupOrder: 1 } })] : []),
    ],
  },
});
