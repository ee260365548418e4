import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bareEnvironment, emptyFolder } from '../cli/run-cli.ts';
import { eventually } from '../fakes/eventually.ts';

test('SIGHUP reads the feeds anew; a file with problems is named in the log, and the service goes on', async () => {
  const cwd = emptyFolder();
  const write = (text: string) => writeFileSync(join(cwd, 'kurzwelle.yaml'), `server: { port: 0 }\n${text}\n`);
  write('feeds: { use: [] }');
  const child = spawn(process.execPath, [resolve('src/cli/kurzwelle.js'), 'serve'], {
    cwd,
    env: { ...bareEnvironment, HTTPS_PROXY: 'http://127.0.0.1:9' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += chunk;
  });
  await eventually(() => expect(log).toContain('Kurzwelle is running'));

  write('feeds: { use: [rss-en-top, rss-en-nowhere] }');
  child.kill('SIGHUP');
  await eventually(() => expect(log).toContain('no feed \\"rss-en-nowhere\\"'));
  expect(log).toContain('feeds and topics stay as they are');
  write('feeds: { use: [rss-en-top] }\nlog: { level: debug }');
  child.kill('SIGHUP');
  await eventually(() => expect(log).toContain('"added":["rss-en-top"]'));
  expect(log).toContain('"settings":["log"]');
  expect(child.exitCode).toBe(null);
});
