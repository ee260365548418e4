import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import type { Caller } from '../../../src/chat/chat.ts';
import { createLocalChat } from '../../../src/chat/local/local-chat.ts';
import { runTerminalChat } from '../../../src/chat/local/terminal-chat.ts';
import { createMemoryPosts } from '../../fakes/memory-posts.ts';
import { commands, sampleHandlers, saying } from './sample-service.ts';

const channel = { platform: 'local', workspaceId: 'local', channelId: 'newsroom' } as const;
const caller: Caller = { channel, userId: 'reader', userName: 'Reader', mayManage: true, locale: 'en' };

/** Types the lines one after the other and returns all that was printed. */
async function talk(...lines: readonly string[]) {
  const handlers = sampleHandlers();
  const output = new PassThrough();
  const printed = text(output);
  const input = Readable.from(lines.map((line) => `${line}\n`));
  await runTerminalChat({ commands, handlers, caller, input, output, plainTextCommand: 'ask', width: () => 80 });
  output.end();
  return { printed: await printed, calls: handlers.calls };
}

it('runs commands, and takes a line without a slash as a question', async () => {
  const { printed, calls } = await talk('/who Mirela Danesh', 'did they sign?', '/quit', '/who Nobody');

  expect(printed).toContain('Environment minister of Sarwana');
  expect(printed).toContain('Not in the archive: did they sign?');
  expect(calls).toMatchObject([
    { command: 'who', options: { actor: 'Mirela Danesh' }, caller },
    { command: 'ask', options: { question: 'did they sign?' } },
  ]);
});

it('says what is wrong with a line and goes on', async () => {
  const { printed, calls } = await talk('/wo Park', '/who Mirko Vale');
  expect(printed).toContain('Unknown command "wo". Did you mean /who?');
  expect(calls).toHaveLength(1);
});

it('presses the buttons of the last answer by number', async () => {
  const { printed, calls } = await talk('/brief', '2', '/who Mirela Danesh', '2', '9');

  expect(printed).toContain('[2 Who\u2019s who]');
  expect(calls[1]).toMatchObject({ action: 'who', value: 'story-1' });
  expect(calls[3]).toMatchObject({ action: 'quotes', value: 'farmers' });
  expect(printed).toContain('Quotes about farmers.');
});

it('tells which buttons there are', async () => {
  expect((await talk('/brief', '9')).printed).toContain("There's no button 9; the last answer has buttons 1 to 4.");
});

it('goes through a form field by field', async () => {
  const { printed, calls } = await talk('/subscribe asia', '', '08:00', '', 'endless', '1');

  expect(printed).toContain('New subscription');
  expect(printed).toContain('What to follow [asia]: ');
  expect(printed).toContain('Use headlines or short.');
  expect(calls[1]).toMatchObject({
    action: 'subscribe',
    reference: 'draft-7',
    answers: { interest: 'asia', times: '08:00', length: 'headlines' },
  });
});

it('asks again for what a form needs, and sends nothing when the input ends', async () => {
  const { printed, calls } = await talk('/subscribe asia', '-');
  expect(printed).toContain('This field is required.');
  expect(printed).toContain('Nothing was sent.');
  expect(calls).toHaveLength(1);
});

it('posts what is for everybody, and prints what others post', async () => {
  const chat = createLocalChat({
    posts: createMemoryPosts(),
    clock: { now: () => Temporal.Instant.from('2024-03-05T08:00:00Z') },
    channels: [{ id: 'newsroom' }, { id: 'asia-desk' }],
  });
  const [input, output] = [new PassThrough(), new PassThrough()];
  const printed = text(output);
  const done = runTerminalChat({ commands, handlers: sampleHandlers(), caller, input, output, chat });
  await chat.post(channel, saying('From the schedule.'));
  await chat.post({ ...channel, channelId: 'asia-desk' }, saying('Elsewhere.'));
  input.end('/brief\n');
  await done;
  output.end();

  expect(await printed).toMatch(/From the schedule\.[\s\S]*Asia briefing/u);
  expect(await printed).not.toContain('Elsewhere.');
  expect((await chat.recent('newsroom', { limit: 9 })).map((post) => post.message.summary)).toHaveLength(2);
});

it('completes with the tab key', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const printed = text(output);
  const handlers = sampleHandlers();
  const terminal = Object.assign(output, { isTTY: true, columns: 80 });
  const done = runTerminalChat({ commands, handlers, caller, input, output: terminal });
  const typed = (keys: string, shows: string) => {
    const seen = Promise.withResolvers<void>();
    output.on('data', (chunk: Buffer) => chunk.toString().includes(shows) && seen.resolve());
    input.write(keys);
    return seen.promise;
  };
  await typed('/who Mirel\t', 'a Danesh');
  input.write('\r');
  input.end();
  await done;
  output.end();
  await printed;

  expect(handlers.calls).toMatchObject([{ command: 'who', options: { actor: 'Mirela Danesh' } }]);
});
