import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const entry = resolve('src/cli/kurzwelle.js');

export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A new folder that stands for an operator's. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'kurzwelle-cli-'));
}

/** Of the environment what every program needs, and nothing that says how the service is set up. */
export const bareEnvironment = { PATH: process.env.PATH ?? '', TMPDIR: tmpdir() };

/** Runs the command line as an operator would, without a terminal and in a bare environment. */
export function runCli(
  args: readonly string[],
  { cwd = emptyFolder(), env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<CliRun> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [entry, ...args], {
      cwd,
      env: { ...bareEnvironment, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.once('error', fail);
    child.once('close', (code) => done({ code, out, err }));
  });
}
