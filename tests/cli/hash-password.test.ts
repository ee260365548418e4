import { expect, test } from 'vitest';
import { verifyPassword } from '../../src/chat/local/passwords.ts';
import { parseConfig } from '../../src/config/config.ts';
import { runProgram } from './run-cli.ts';

test('the hash of a password from a pipe stands in the configuration as it is printed', async () => {
  const { code, out } = await runProgram(['hash-password'], { input: 'correct horse battery\n' });
  expect(code).toBe(0);
  const lines = ['server:', '  auth:', '    users:', '      - name: anna', `        passwordHash: ${out}`];
  const [user] = parseConfig(lines.join('\n'), 'kurzwelle.yaml').server.auth.users;
  expect(await verifyPassword('correct horse battery', user?.passwordHash)).toBe(true);
});

test('a short password is refused', async () => {
  const run = await runProgram(['hash-password'], { input: 'horse\n' });
  expect(run).toMatchObject({ code: 1, out: '', err: 'The password has 5 characters. Use at least 10.\n' });
});

test.each(['correct horse battery\ncorrect horse battery\n', 'correct horse\r\n\r\n'])(
  'several lines are no password: %j',
  async (input) => {
    const run = await runProgram(['hash-password'], { input });
    expect(run).toMatchObject({ code: 1, out: '', err: '2 lines were read. Pass the password alone, on one line.\n' });
  },
);
