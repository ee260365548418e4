import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig, type TestProjectConfiguration } from 'vitest/config';

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
if (!hasServer)
  console.error('Without TEST_DATABASE_URL nothing is tested on a PostgreSQL server; see docs/postgresql.md.');

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
