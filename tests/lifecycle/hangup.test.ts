import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, startService } from '../cli/run-cli.ts';
import { eventually } from '../fakes/eventually.ts';

test('SIGHUP reads the feeds anew; a file with problems is named in the log, and the service goes on', async () => {
  const cwd = emptyFolder();
  const write = (text: string) => writeFileSync(join(cwd, 'kurzwelle.yaml'), `server: { port: 0 }\n${text}\n`);
  write('feeds: { use: [] }');
  const { child, log } = startService(cwd);
  await eventually(() => expect(log()).toContain('Kurzwelle is running'));

  write('feeds: { use: [rss-en-top, rss-en-nowhere] }');
  child.kill('SIGHUP');
  await eventually(() => expect(log()).toContain('no feed \\"rss-en-nowhere\\"'));
  expect(log()).toContain('feeds and topics stay as they are');
  write('feeds: { use: [rss-en-top] }\nlog: { level: debug }');
  child.kill('SIGHUP');
  await eventually(() => expect(log()).toContain('"added":["rss-en-top"]'));
  expect(log()).toContain('"settings":["log"]');
  expect(child.exitCode).toBe(null);
});
