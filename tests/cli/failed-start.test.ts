import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emptyFolder, runProgram } from './run-cli.ts';

/** What `serve` says on its last line, without a stack trace anywhere, and that it ends by itself. */
async function failedStart(cwd: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  writeFileSync(join(cwd, 'kurzwelle.yaml'), 'feeds: { use: [] }\n');
  const run = await runProgram(['serve'], { cwd, env });
  expect(run.code).toBe(1);
  expect(run.err).not.toMatch(/^\s+at /mu);
  return run.err.trim().split('\n').at(-1) ?? '';
}

test('a port that is taken is named, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  expect(await failedStart(emptyFolder(), { KURZWELLE_PORT: String(port) })).toBe(
    `Cannot listen on 127.0.0.1, port ${port}: another program uses this port. Stop that program, or set another server.port in kurzwelle.yaml.`,
  );
});

test('an address of another machine is named', async () => {
  const said = await failedStart(emptyFolder(), { KURZWELLE_HOST: '203.0.113.9' });
  expect(said).toContain('Cannot listen on 203.0.113.9, port 8787: this machine does not have this address.');
});

test.each([['data'], ['file/data']])('a data folder %s that is a file, or inside one, is named', async (dataDir) => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, dataDir.split('/')[0] ?? ''), '');
  expect(await failedStart(cwd, { KURZWELLE_DATA_DIR: dataDir })).toBe(
    `Cannot use the data folder ${join(cwd, dataDir)}: it is a file, or part of its path is. Move that file, or set another dataDir in kurzwelle.yaml.`,
  );
});

test('trouble with the archive names its folder', async () => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, 'data', 'kurzwelle.lock'), { recursive: true });
  const said = await failedStart(cwd);
  expect(said).toMatch(/^The disk reported an error\./u);
  expect(said.endsWith(` The archive is in ${join(cwd, 'data')}.`)).toBe(true);
});

// There alone new folders are answered as if the one above were missing; Linux only.
test.skipIf(process.platform !== 'linux')('a data folder where none can be made is named', async () => {
  const trouble = 'no folder can be made there.';
  expect(await failedStart(emptyFolder(), { KURZWELLE_DATA_DIR: '/proc/kurzwelle/data' })).toBe(
    `Cannot use the data folder /proc/kurzwelle/data: ${trouble} Make it a folder that this user can write to, or set another dataDir in kurzwelle.yaml.`,
  );
  const { out } = await runProgram(['doctor', '--json'], { env: { KURZWELLE_DATA_DIR: '/proc/kurzwelle/data' } });
  expect(out).toContain('cannot write to /proc/kurzwelle/data (ENOENT)');
});
