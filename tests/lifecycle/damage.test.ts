import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createArchiver } from '../../src/ingest/archive-article.ts';
import { openDataDirectory } from '../../src/services/open-data.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { databaseTrouble } from '../../src/storage/database-trouble.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { bareEnvironment, emptyFolder } from '../cli/run-cli.ts';
import { overwritePages, pagesOf, pagesOfFile } from '../fakes/damaged-pages.ts';
import { eventually } from '../fakes/eventually.ts';
import { startFakeDiscord } from '../fakes/fake-discord.ts';
import { within } from '../fakes/within.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const toStop: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of toStop.splice(0)) await stop();
});

const at = '2026-05-06T08:00:00Z';

interface Folder {
  readonly cwd: string;
  readonly dataDir: string;
  readonly file: string;
}

/** An operator's folder with an archive, as a service that was stopped leaves it. */
async function archiveOf(articles: number, settings = ''): Promise<Folder> {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'kurzwelle.yaml'), `server: { port: 0, page: true }\nfeeds: { use: [] }\n${settings}`);
  const dataDir = join(cwd, 'data');
  const storage = createStorage(await openDatabase(dataDir));
  const archiver = createArchiver({ storage });
  for (let number = 1; number <= articles; number++) {
    const article = makeTestArticle({
      id: `dw:${number}`,
      headline: `Bridge number ${number} opens in Sarwana`,
      lead: `The bridge number ${number} over the river Tamra has opened after ${number} years of work.`,
      paragraphs: Array.from(
        { length: 12 },
        (_, line) => `It has ${line + number} lanes, a ministry said on day ${line}.`,
      ),
      at,
    });
    await archiver.archive(article, { archivedAt: Temporal.Instant.from(at), isSeed: false });
  }
  await storage.close();
  return { cwd, dataDir, file: join(dataDir, 'kurzwelle.db') };
}

test.each([1, 2, 3, 4, 5, 6])(
  'five pages overwritten at random are found at the start, and nothing is written on top (%i)',
  async (seed) => {
    const { dataDir, file } = await archiveOf(60);
    overwritePages(file, pagesOfFile(file), { seed });
    const damaged = readFileSync(file);
    const opened = await openDataDirectory(dataDir, { checkForMs: 60_000 }).catch((error: unknown) => error);
    if (opened instanceof Error) {
      // One of them is a page that opening needs.
      expect(databaseTrouble(opened)?.kind).toBe('damaged');
    } else {
      const { db, damage, close } = opened as Awaited<ReturnType<typeof openDataDirectory>>;
      expect(damage.found()).toMatchObject({ kind: 'damaged', text: expect.stringContaining('docs/backup.md') });
      const write = createStorage(db).serviceFacts.save('anything', 'at all');
      const error = await write.catch((reason: unknown) => reason);
      expect(databaseTrouble(error)?.kind).toBe('damaged');
      await close();
    }
    expect(readFileSync(file).equals(damaged)).toBe(true);
  },
);

test('a check that takes longer than the start waits for is heeded when it is done', async () => {
  const { dataDir, file } = await archiveOf(60);
  overwritePages(file, pagesOf(file, 'article_revisions'));
  const { damage, close } = await openDataDirectory(dataDir, { checkForMs: 0.1 });
  expect(damage.found()).toBeUndefined();
  await eventually(() => expect(damage.found()?.kind).toBe('damaged'));
  await close();
});

test('an archive that is whole is opened to be written to', async () => {
  const { dataDir } = await archiveOf(3);
  const { db, damage, close } = await openDataDirectory(dataDir, { checkForMs: 60_000 });
  await createStorage(db).serviceFacts.save('anything', 'at all');
  expect(damage.found()).toBeUndefined();
  await close();
});

interface Service {
  readonly process: ChildProcess;
  readonly url: string;
  log(): string;
  ask(line: string): Promise<string>;
}

async function startService(
  { cwd }: Folder,
  discord: { readonly api: string; readonly token: string },
): Promise<Service> {
  const child = spawn(process.execPath, [resolve('tests/runtime/serve-child.ts'), '127.0.0.1:1', discord.api], {
    cwd,
    env: { ...bareEnvironment, DISCORD_TOKEN: discord.token },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  toStop.push(() => child.kill('SIGKILL'));
  let log = '';
  child.stderr?.on('data', (chunk) => {
    log += chunk;
  });
  const url = await eventually(() => {
    const found = /"url":"([^"]+)"/.exec(log)?.[1];
    if (found === undefined) throw new Error(`It does not listen. The log: ${log}`);
    return found;
  });
  return {
    process: child,
    url,
    log: () => log,
    async ask(line) {
      const { channels } = (await (await fetch(`${url}/api/channels`)).json()) as { channels: { id: string }[] };
      const body = JSON.stringify({ channelId: channels[0]?.id, line });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`${url}/api/commands/run`, { method: 'POST', headers, body })).text();
    },
  };
}

/** What is so of a service over a damaged archive, however it was found. */
async function expectOnlyReading(service: Service, posted: () => readonly string[]): Promise<void> {
  await eventually(async () => {
    const ready = await fetch(`${service.url}/readyz`);
    expect({ status: ready.status, body: await ready.json() }).toMatchObject({
      status: 503,
      body: {
        reasons: expect.arrayContaining([{ check: 'database', reason: expect.stringContaining('docs/backup.md') }]),
      },
    });
  });
  expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${service.url}/metrics`)).text()).toContain('kurzwelle_unready{check="database"} 1');
  await eventually(() => expect(posted()).toEqual([expect.stringContaining('The archive is damaged')]));
  expect(service.log()).toContain('it is only read from now on');
  service.process.kill('SIGTERM');
  const [code] = await within(10_000, once(service.process, 'close'));
  expect(code).toBe(0);
}

/** A server with a channel for the operator. */
async function discordWithOperator() {
  const discord = await startFakeDiscord();
  toStop.push(() => discord.stop());
  const channel = discord.store.addChannel({ type: 0, guild_id: discord.guildId, name: 'operators' });
  const target = `{ platform: discord, workspaceId: "${discord.guildId}", channelId: "${channel.id}" }`;
  return {
    discord,
    settings: `alerts: { channel: ${target} }\n`,
    posted: () =>
      [...discord.store.messages.values()]
        .filter((one) => one.channel_id === channel.id)
        .map((one) => JSON.stringify(one)),
  };
}

test('a service that starts over a damaged archive tells its operator, and only reads', async () => {
  const { discord, settings, posted } = await discordWithOperator();
  const folder = await archiveOf(120, settings);
  overwritePages(folder.file, pagesOf(folder.file, 'article_revisions'));
  const damaged = readFileSync(folder.file);
  const service = await startService(folder, discord);
  await expectOnlyReading(service, posted);
  expect(readFileSync(folder.file).equals(damaged)).toBe(true);
});

test('an archive that is damaged while the service runs is noticed by the statement that comes upon it', async () => {
  const { discord, settings, posted } = await discordWithOperator();
  const folder = await archiveOf(120, settings);
  const service = await startService(folder, discord);
  expect(await service.ask('/status')).toContain('120 articles');
  // What was read is kept in memory: of these pages the start has read none.
  const pages = pagesOf(folder.file, 'article_revisions');
  overwritePages(folder.file, pages, { count: pages.length });
  const damaged = readFileSync(folder.file);
  expect(await service.ask('/search bridge')).toContain('archive is damaged');
  await expectOnlyReading(service, posted);
  expect(readFileSync(folder.file).equals(damaged)).toBe(true);
});
