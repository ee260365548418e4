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
