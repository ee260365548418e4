import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, runProgram } from './run-cli.ts';

test('an older Node is told where the right one is', async () => {
  const older = join(emptyFolder(), 'older.mjs');
  writeFileSync(
    older,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.11.0' } });`,
  );
  const { code, out, err } = await runProgram(['--help'], { env: { NODE_OPTIONS: `--import=${older}` } });
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('needs Node 26, this is 20.11.0');
  expect(err).toContain('npm run kurzwelle');
});
