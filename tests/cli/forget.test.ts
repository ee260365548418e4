import { expect, test } from 'vitest';
import { emptyFolder, runCli } from './run-cli.ts';

test('says what was removed, as text or JSON', async () => {
  const cwd = emptyFolder();
  const user = await runCli(['forget', 'user', 'slack', 'U1'], { cwd });
  expect(user).toEqual({ code: 0, out: 'Nothing here names this user.\n', err: '' });
  const channel = await runCli(['forget', 'channel', 'discord', '1', '2', '--json'], { cwd });
  expect(JSON.parse(channel.out)).toEqual({ channels: 0, subscriptions: 0, unnamed: 0 });
});

test.each([
  [['user', 'slack', 'U1', 'U2'], 'One id names a user: kurzwelle forget user slack <id>.', 1],
  [['channel', 'slack', 'C1'], 'A channel is named by two ids', 1],
  [['actor', 'slack', 'U1'], 'Allowed choices are user, channel, workspace', 2],
])('%j: says how it is called', async (args, text, code) => {
  const run = await runCli(['forget', ...args]);
  expect(run.code).toBe(code);
  expect(run.err).toContain(text);
});
