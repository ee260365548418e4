import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDataBeside } from '../../src/services/open-data.ts';
import { emptyFolder } from '../cli/run-cli.ts';

test('a verb that only looks makes no archive where there is none, and says so', async () => {
  const dataDir = join(emptyFolder(), 'data');
  const settings = { dataDir, database: { connections: 2 } };
  await expect(openDataBeside(settings, {})).rejects.toThrow(
    `There is no archive at ${join(dataDir, 'kurzwelle.db')} yet.`,
  );
  expect(existsSync(dataDir)).toBe(false);
});
