import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Runs a verb whose reader goes after the first bytes. */
function runUntilFirstLine(args: readonly string[], input: string) {
  const child = spawn(process.execPath, [resolve('src/cli/kurzwelle.js'), ...args], { stdio: 'pipe' });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise<{ code: number | null; err: string }>((done) =>
    child.once('close', (code) => done({ code, err })),
  );
}

describe('endWithReader', () => {
  it('ends without a word when the reader of a pipe has gone', async () => {
    const lines = `${JSON.stringify({ id: 'a', text: 'Ilse Falkner spoke in Brenwick. '.repeat(100) })}\n`.repeat(200);
    expect(await runUntilFirstLine(['batch', 'actors'], lines)).toEqual({ code: 0, err: '' });
  });
});
