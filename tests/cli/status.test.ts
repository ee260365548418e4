import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/storage/database.ts';
import { emptyFolder, runCli } from './run-cli.ts';

test('status tells of the archive, and not since when a process runs that only looks at it', async () => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, 'data'));
  await (await openDatabase(join(cwd, 'data'))).destroy();
  const lines = await runCli(['status'], { cwd });
  expect(lines).toMatchObject({ code: 0, err: '' });
  expect(lines.out).toContain('No feed has been read yet.');
  expect(lines.out).toMatch(/^Archive +0 articles$/m);
  expect(lines.out).toMatch(/^Deliveries +none yet$/m);
  expect(lines.out).not.toContain('Running since');
  expect(JSON.parse((await runCli(['status', '--json'], { cwd })).out)).toMatchObject({ articles: 0, feeds: [] });
});

test.each([
  [['status'], /^There is no archive at data\/kurzwelle\.db yet\./],
  [['import', 'gone.jsonl'], /^There is no file gone\.jsonl\..*kurzwelle export --archive/],
  [['import', 'gone.yaml'], /^There is no file "gone\.yaml"\..*kurzwelle export --subscriptions/],
])('%j says what to do where there is nothing', async (args, expected) => {
  const { code, err } = await runCli(args);
  expect([code, expected.test(err)], err).toEqual([1, true]);
});
