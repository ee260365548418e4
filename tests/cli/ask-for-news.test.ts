import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, runCli } from './run-cli.ts';

const bridge = {
  id: '7',
  title: 'Iceland closes its longest bridge',
  text: 'Iceland closed its longest bridge on Monday after engineers found cracks. The ministry of transport expects repairs to last two months.',
  language: 'en',
  publishedAt: '2026-03-02T10:00:00Z',
};

it.each([
  ['What is happening in Iceland?', 'brief', false],
  ['When did engineers find cracks in the longest bridge of Iceland?', 'ask', false],
  ['Who painted the ceiling of the opera?', 'ask', true],
])('answers "%s" with what chats answer', async (question, kind, refused) => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'news.jsonl'), JSON.stringify(bridge));
  const { out } = await runCli(['ask', question, '--from', 'news.jsonl', '--json'], { cwd });
  expect(JSON.parse(out)).toMatchObject({ kind, refused });
});

const road = { ...bridge, id: '8', title: 'Iceland opens a road', publishedAt: '2026-02-20T10:00:00Z' };

it.each([
  ['as:week until:2026-03-02', 'The week in review', bridge.title],
  ['--as week --until 2026-02-20', 'The week in review', road.title],
  ['iceland as:week since:2026-02-01 until:2026-02-22', 'The week in review: iceland', road.title],
])('takes options of /brief among the words or as flags: %s', async (typed, heading, title) => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'news.jsonl'), [road, bridge].map((one) => JSON.stringify(one)).join('\n'));
  const { out } = await runCli(['brief', ...typed.split(' '), '--from', 'news.jsonl'], { cwd });
  expect(out).toContain(`${heading}\n`);
  expect(out).toContain(`1  ${title}`);
  expect(out).not.toContain('2  ');
});

it('says what an option of a briefing may be', async () => {
  const { code, err } = await runCli(['brief', 'as:month', '--from', 'news.jsonl'], { cwd: emptyFolder() });
  expect(code).not.toBe(0);
  expect(err).toContain('Unknown as "month". Use week.');
});
