import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { freePort } from '../fakes/free-port.ts';
import { execForm, type Instruction, readDockerfile } from './read-dockerfile.ts';

const instructions = readDockerfile('Dockerfile');
const last = instructions.at(-1)?.stage;
const ofImage = instructions.filter(({ stage }) => stage === last);
const all = (name: string): readonly Instruction[] => ofImage.filter((each) => each.name === name);
const one = (name: string): Instruction => {
  const [found, ...more] = all(name);
  if (!found || more.length > 0) throw new Error(`the Dockerfile has ${all(name).length} ${name}`);
  return found;
};
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));

test('the image runs what npm start runs, as a user, with one volume', () => {
  expect(execForm(one('CMD')).join(' ')).toBe(manifest.scripts.start);
  expect(one('USER').words).toBe('node');
  expect(one('VOLUME').words).toBe('/data');
  const [, wanted] = /^>=(\d+)$/u.exec(manifest.engines.node) ?? [];
  // Both stages begin with the one image that a build may pin by its digest.
  expect(instructions.find(({ name }) => name === 'ARG')?.words).toBe(`NODE_IMAGE=node:${wanted}-slim`);
  for (const { words } of instructions.filter(({ name }) => name === 'FROM')) expect(words).toMatch(/^\$NODE_IMAGE\b/u);
});

test('nothing secret or of no use there is sent to the build, and nothing needed is left out', () => {
  const ignored = readFileSync('.dockerignore', 'utf8').trim().split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['.env', '.git', 'data', 'kurzwelle.yaml', 'node_modules']));
  for (const path of copied()) expect(ignored).not.toContain(path);
});

test('what the image holds starts with nothing else, read-only, is healthy, and stops in order', async () => {
  const app = assemble();
  const data = mkdtempSync(join(tmpdir(), 'kurzwelle-volume-'));
  const env = {
    ...imageEnvironment(),
    KURZWELLE_DATA_DIR: data,
    KURZWELLE_PORT: String(await freePort()),
    KURZWELLE_HOST: '127.0.0.1',
    // On a loopback address, without a configuration, it would wait for somebody to set it up; on the image's it does not.
    KURZWELLE_CONFIG: join(app, 'config/kurzwelle.example.yaml'),
  };
  const service = start(execForm(one('CMD')), { app, env });
  onTestFinished(() => void service.child.kill('SIGKILL'));

  await untilHealthy(() => start(execForm(one('HEALTHCHECK')), { app, env }).ended, service);
  service.child.kill(one('STOPSIGNAL').words as NodeJS.Signals);
  expect(await service.ended, service.said()).toBe(0);
  expect(service.said()).toContain('Kurzwelle is running');
  expect(await start(execForm(one('HEALTHCHECK')), { app, env }).ended).toBe(1);
});

/** The paths of the checkout that the image gets. */
function copied(): readonly string[] {
  return all('COPY')
    .filter(({ words }) => !words.startsWith('--from='))
    .flatMap(({ words }) => words.split(' ').slice(0, -1));
}

function imageEnvironment(): Record<string, string> {
  const pairs = all('ENV').flatMap(({ words }) => words.split(/\s+/u).map((pair) => pair.split('=')));
  return Object.fromEntries(pairs);
}

/** The image's /app: its files copied, and of the packages those that npm installs with --omit=dev. */
function assemble(): string {
  const app = mkdtempSync(join(tmpdir(), 'kurzwelle-image-'));
  for (const path of copied()) cpSync(path, join(app, path), { recursive: true });
  const packages = lock.packages as Record<string, { dev?: boolean; devOptional?: boolean }>;
  for (const [path, facts] of Object.entries(packages)) {
    // Those inside another package come with it.
    if (facts.dev || !/^node_modules\/(?:@[^/]+\/)?[^/]+$/u.test(path)) continue;
    mkdirSync(dirname(join(app, path)), { recursive: true });
    symlinkSync(resolve(path), join(app, path));
  }
  return app;
}

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  said(): string;
}

function start(
  [program = '', ...args]: readonly string[],
  { app, env }: { app: string; env: Record<string, string> },
): Started {
  expect(program).toBe('node');
  // Node's permissions make everything read-only but the volume, also for root. Links are kept, so that only what is in the image is found.
  const flags = [
    '--permission',
    '--allow-fs-read=*',
    `--allow-fs-write=${env.KURZWELLE_DATA_DIR}/*`,
    '--allow-worker',
    '--allow-net',
    '--preserve-symlinks',
    '--preserve-symlinks-main',
  ];
  const child = spawn(process.execPath, [...flags, ...args], { cwd: app, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  const ended = new Promise<number | null>((done) => void child.once('close', done));
  return { child, ended, said: () => said };
}

async function untilHealthy(check: () => Promise<number | null>, service: Started): Promise<void> {
  const until = Date.now() + 60_000;
  while ((await check()) !== 0) {
    if (service.child.exitCode !== null || Date.now() > until) throw new Error(`not healthy: ${service.said()}`);
  }
}

test('compose runs on SQLite by itself, on PostgreSQL by its profile, and publishes to this machine alone', () => {
  const { services } = parse(readFileSync('compose.yaml', 'utf8'));
  expect(services.kurzwelle).toMatchObject({
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    volumes: ['data:/data'],
    ports: [expect.stringMatching(/^127\.0\.0\.1:/u)],
    depends_on: { postgres: { required: false } },
  });
  expect(services.kurzwelle).not.toHaveProperty('profiles');
  expect(services.postgres).toMatchObject({ profiles: ['postgres'] });
  expect(services.postgres).not.toHaveProperty('ports');
});

test('the command on the path works through a link, from any folder, and names its version', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kurzwelle-path-'));
  symlinkSync(resolve('deploy/kurzwelle'), join(folder, 'kurzwelle'));
  const { stdout, stderr } = spawnSync(join(folder, 'kurzwelle'), ['--version'], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.trim()).toBe(`kurzwelle ${manifest.version} (Node ${process.versions.node})`);
});

test('the systemd unit runs what npm start runs, with the Node of npm ci, and may write to its state alone', () => {
  const unit = readFileSync('deploy/kurzwelle.service', 'utf8');
  const setting = (name: string) => new RegExp(`^${name}=(.*)$`, 'mu').exec(unit)?.[1];
  expect(setting('ExecStart')).toBe(`/opt/kurzwelle/node_modules/.bin/${manifest.scripts.start}`);
  expect(setting('ProtectSystem')).toBe('strict');
  expect(setting('NoNewPrivileges')).toBe('yes');
  expect(setting('Environment')).toContain(`KURZWELLE_DATA_DIR=/var/lib/${setting('StateDirectory')}`);
});

test('a release tests first, needs its section in the changelog, and pins the image that it builds on', () => {
  const { on, jobs } = parse(readFileSync('.github/workflows/release.yml', 'utf8'));
  expect(on).toEqual({ push: { tags: ['v*.*.*'] } });
  expect(jobs.test.steps.at(-1).run).toBe('sudo .ci/run');
  expect(jobs.publish.needs).toBe('test');
  const scripts = jobs.publish.steps.map((step: { run?: string }) => step.run ?? '').join('\n');
  expect(scripts).toMatch(/CHANGELOG\.md/u);
  const args = instructions.filter(({ name }) => name === 'ARG').map(({ words }) => words.split('=')[0]);
  for (const [, name] of scripts.matchAll(/--build-arg (\w+)=/gu)) expect(args).toContain(name);
  expect(scripts).toMatch(/NODE_IMAGE="\$base@\$digest"/u);
});
