import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { openNewsroom } from '../../src/services/newsroom.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { migrationNames } from '../../src/storage/migrate.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { bareEnvironment, emptyFolder, runCli } from '../cli/run-cli.ts';
import { startFakeDiscord } from '../fakes/fake-discord.ts';
import { newSubscription } from '../fakes/new-subscription.ts';
import { within } from '../fakes/within.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const toStop: (() => unknown)[] = [];
// Not after each test, since some run together.
afterAll(async () => {
  for (const stop of toStop.splice(0)) await stop();
});

/** A host whose feed never answers; resolves `asked` when somebody waits for it. */
async function hangingHost() {
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    if (request.url === '/feed') ask();
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  toStop.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** A folder with a service that reads this feed alone. */
function folderFor(feed: string, cwd = emptyFolder()): { readonly cwd: string; readonly dataDir: string } {
  const lines = ['server: { port: 0 }', 'feeds:', '  use: []', `  add: [{ id: slow, url: "http://${feed}/feed" }]`];
  writeFileSync(join(cwd, 'kurzwelle.yaml'), `${lines.join('\n')}\n`);
  return { cwd, dataDir: join(cwd, 'data') };
}

interface Child {
  readonly process: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  stop(): void;
  log(): string;
}

function start(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Child {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...bareEnvironment, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr?.on('data', (chunk) => {
    log += chunk;
  });
  toStop.push(() => child.kill('SIGKILL'));
  return {
    process: child,
    ended: once(child, 'close').then(([code, signal]) => ({ code, signal })),
    stop: () => void child.kill('SIGTERM'),
    log: () => log,
  };
}

const childPath = resolve('tests/runtime/serve-child.ts');

// Together, since each waits more than it works.
test.concurrent('SIGTERM with a feed that does not answer: gone within ten seconds, and nothing is held against the feed', async () => {
  const { host, asked } = await hangingHost();
  const { cwd, dataDir } = folderFor(host);
  const child = start([childPath, host], cwd);
  await asked;
  child.stop();
  const { code } = await within(10_000, child.ended);
  expect({ code, log: child.log() }).toMatchObject({ code: 0, log: expect.stringContaining('"stopping"') });
  const storage = createStorage(await openDatabase(dataDir));
  expect(await storage.feeds.states()).toMatchObject([{ id: 'slow', failures: 0, last_polled_at: null }]);
  await storage.close();
});

test.concurrent('SIGTERM with a document that cannot be read to its end: /healthz answers meanwhile, gone within ten seconds', async () => {
  const cwd = emptyFolder();
  const file = join(cwd, 'stuck');
  const server = createServer((request, response) => {
    if (request.url === '/feed') response.setHeader('content-type', 'application/rss+xml').end(`hang ${file}`);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  toStop.push(() => server.close());
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = folderFor(host, cwd);
  const child = start([childPath, host], folder.cwd);
  await until(() => existsSync(file) && child.log().includes('"url":"http'), child);
  const url = /"url":"(http:[^"]+)"/.exec(child.log())?.[1];
  for (let times = 0; times < 20; times++) expect((await within(2_000, fetch(`${url}/healthz`))).status).toBe(200);
  child.stop();
  const { code } = await within(10_000, child.ended);
  expect({ code, log: child.log() }).toMatchObject({ code: 0, log: expect.stringContaining('"stopping"') });
  const storage = createStorage(await openDatabase(folder.dataDir));
  expect(await storage.feeds.states()).toMatchObject([{ id: 'slow', failures: 0, last_polled_at: null }]);
  await storage.close();
});

test.concurrent.each([
  { what: 'SIGTERM', exitCode: 0, stop: (child: Child) => child.stop() },
  {
    what: 'an error that nobody expected',
    exitCode: 1,
    stop(child: Child) {
      child.process.kill('SIGHUP');
      void until(() => child.log().includes('ECONNREFUSED'), child).then(() => child.process.kill('SIGUSR2'));
    },
  },
])(
  '$what with a post that is not answered: handed back within ten seconds, and looked for before it is posted again',
  async ({ exitCode, stop }) => {
    const { host } = await hangingHost();
    const { cwd, dataDir } = folderFor(host);
    const discord = await startFakeDiscord();
    toStop.push(() => discord.stop());
    const channel = discord.store.addChannel({ type: 0, guild_id: discord.guildId, name: 'news' });
    await planBriefing(dataDir, { platform: 'discord', workspaceId: discord.guildId, channelId: channel.id });
    const posted = `/channels/${channel.id}/messages`;
    discord.addFault({ method: 'POST', path: /\/messages$/, times: 1, response: 'hang' });
    const env = { DISCORD_TOKEN: discord.token };
    const child = start([childPath, host, discord.api], cwd, env);
    await until(() => discord.requests.some(({ method, path }) => method === 'POST' && path.endsWith(posted)), child);
    stop(child);
    const { code } = await within(10_000, child.ended);
    expect({ code, log: child.log() }).toMatchObject({ code: exitCode, log: expect.stringContaining('handed back') });
    expect(await deliveryStates(dataDir)).toEqual(['retrying']);
    expect(child.log()).not.toContain(discord.token);

    const again = start([childPath, host, discord.api], cwd, env);
    await until(() => again.log().includes('"delivered"'), again);
    again.stop();
    expect((await again.ended).code).toBe(0);
    expect(await deliveryStates(dataDir)).toEqual(['sent']);
    expect([...discord.store.messages.values()].filter((message) => message.channel_id === channel.id)).toHaveLength(1);
  },
);

test.concurrent('SIGTERM in the middle of an import: nothing of it is in the archive, and it can be done again', async () => {
  const cwd = emptyFolder();
  const header = { kurzwelle: 'archive', schema: migrationNames.at(-1) };
  const feed = (number: number) => [
    'feeds',
    { id: `feed-${number}`, url: `https://feeds.example/${number}`, failures: 0, entry_count: 0 },
  ];
  const pipe = join(cwd, 'archive.jsonl');
  execFileSync('mkfifo', [pipe]);
  const child = start([resolve('src/cli/kurzwelle.js'), 'import', pipe], cwd);
  const file = createWriteStream(pipe);
  file.on('error', () => undefined);
  toStop.push(() => file.destroy());
  const feeds = Array.from({ length: 3_000 }, (_, number) => feed(number));
  const lines = [header, ...feeds].map((line) => `${JSON.stringify(line)}\n`);
  // More than a pipe holds: when all is written, most of it was read.
  await new Promise<void>((done) => file.write(lines.join(''), () => done()));
  child.stop();
  const { signal } = await within(10_000, child.ended);
  expect(signal).toBe('SIGTERM');
  const storage = createStorage(await openDatabase(join(cwd, 'data')));
  expect(await storage.feeds.states()).toEqual([]);
  await storage.close();

  writeFileSync(join(cwd, 'whole.jsonl'), lines.join(''));
  expect(await runCli(['import', 'whole.jsonl'], { cwd })).toMatchObject({ code: 0 });
});

test('a second SIGTERM ends the process at once', async () => {
  const { host, asked } = await hangingHost();
  const { cwd } = folderFor(host);
  const child = start([childPath, host], cwd);
  await asked;
  child.stop();
  while (!child.log().includes('"stopping"')) await once(child.process.stderr as NodeJS.ReadableStream, 'data');
  child.stop();
  const { code } = await within(1_500, child.ended);
  expect(code).toBe(1);
  // Nothing is locked or broken: the archive opens.
  expect((await runCli(['feeds'], { cwd })).code).toBe(0);
});

/** A subscription of which a briefing is due since a minute, and an article for it. */
async function planBriefing(
  dataDir: string,
  channel: { readonly platform: 'discord'; readonly workspaceId: string; readonly channelId: string },
): Promise<void> {
  const newsroom = await openNewsroom({
    config: parseConfig('', 'test'),
    db: await openDatabase(dataDir),
    clock: systemClock,
    log: silentLog,
  });
  const now = Temporal.Now.instant();
  const at = now.subtract({ minutes: 90 });
  const article = makeTestArticle({
    id: 'dw:1',
    headline: 'Bridge opens in Sarwana',
    lead: 'The new bridge over the river Tamra has opened in Sarwana after six years of work.',
    paragraphs: ['It carries four lanes and a railway line, the ministry of transport said on Monday.'],
    at: at.toString(),
  });
  await newsroom.archiver.archive(article, { archivedAt: at, isSeed: false });
  const due = now.subtract({ minutes: 1 }).toZonedDateTimeISO('UTC').toPlainTime();
  await newsroom.storage.subscriptions.add(
    newSubscription({
      channel,
      times: [due.toString({ smallestUnit: 'minute' })],
      createdAt: now.subtract({ hours: 2 }),
      windowStart: now.subtract({ hours: 24 }),
    }),
  );
  await newsroom.storage.close();
}

async function deliveryStates(dataDir: string): Promise<readonly string[]> {
  const storage = createStorage(await openDatabase(dataDir));
  const deliveries = await storage.deliveries.list({ limit: 9 });
  await storage.close();
  return deliveries.map(({ state }) => state);
}

/** Looks again whenever the child says something, and twenty times a second. */
async function until(isSo: () => boolean, child: Child): Promise<void> {
  const { promise, resolve: done, reject } = Promise.withResolvers<void>();
  const look = setInterval(() => isSo() && done(), 50);
  const late = setTimeout(() => reject(new Error(`It did not come about. The log: ${child.log()}`)), 50_000);
  await promise.finally(() => {
    clearInterval(look);
    clearTimeout(late);
  });
}
