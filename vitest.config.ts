import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { configDefaults, defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { debianChromium } from './tests/browser/debian-chromium.ts';
import { hasTwin } from './tests/discord-twin/twin.ts';

/** These measure how fast something is, so they run when nothing else does. */
const timed = [
  'tests/chat/*/acknowledgement.test.ts',
  'tests/chat/*/load.test.ts',
  'tests/ingest/kill-ingest.test.ts',
  'tests/runtime/stop.test.ts',
];

/**
 * What storage promises, and what rests on it most, is tested on each engine; everything else on SQLite. PGlite, which is PostgreSQL in this
 * process, stands in where there is no server.
 */
const onEveryEngine = ['tests/storage/*.test.ts'];

/** Tests of these wait for processes, browsers and clocks, however short their files are. */
const lasting =
  /tests\/(browser|cluster|jobs|soak|growth|lifecycle|docs|deploy|discord-twin)\/|\/(crash|replay-\w+|every-schema|bench|document-parser)\.test\.ts$/;

/** Begins with what takes longest: begun last, it would leave the other cores without work. */
class LastingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isShort = ({ moduleId }: TestSpecification) => Number(!lasting.test(moduleId));
    const byProject = Map.groupBy(await super.sort(files), (file) => file.project);
    return [...byProject.values()].flatMap((sorted) => sorted.toSorted((one, other) => isShort(one) - isShort(other)));
  }
}

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
  [existsSync(debianChromium.executablePath), 'in a browser', 'apt-get install chromium-headless-shell'],
  ...['nginx', 'caddy'].map((name) => [onPath(name), `behind ${name}`, `apt-get install ${name}`] as const),
  [onPath('openssl'), 'over TLS', 'apt-get install openssl'],
  [onPath('pg_dump'), 'of backups of a server', 'apt-get install postgresql-client'],
  [onPath('systemd-analyze'), 'of the systemd unit', 'systemd'],
  [process.getuid?.() === 0, 'on a full disk', 'the right to mount one, as root has'],
  [hasTwin, "at the Discord we didn't write", 'npm ci --prefix tests/discord-twin'],
  [existsSync('node_modules/onnxruntime-web'), 'of a local reader', 'npm install --no-save onnxruntime-web'],
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
    sequence: { sequencer: LastingFirst },
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
        // Each waits more than it works.
        maxWorkers: availableParallelism(),
        sequence: { groupOrder: 2 },
      }),
      hasServer
        ? project('postgres', onEveryEngine, {
            globalSetup: 'tests/fakes/server-database.ts',
            sequence: { groupOrder: 1 },
          })
        : // One after the other in one process, since PGlite takes seconds to start.
          project('pglite', onEveryEngine, { fileParallelism: false, sequence: { groupOrder: 1 } }),
    ],
  },
});
