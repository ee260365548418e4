import { expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

test('words behind --from are taken for sources, and it says so', async () => {
  const { code, err } = await runCli(['who', '--from', 'article.html', 'Park Jin']);
  expect(code).toBe(2);
  expect(err).toContain('Put your words before it');
});
