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

interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What is piped into it. */
  readonly input?: string;
}

/** Runs the command line as an operator would, without a terminal and in a bare environment. */
export function runCli(
  args: readonly string[],
  { cwd = emptyFolder(), env = {}, input }: RunOptions = {},
): Promise<CliRun> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [entry, ...args], {
      cwd,
      env: { ...bareEnvironment, ...env },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    child.stdin?.end(input);
    let out = '';
    let err = '';
    child.stdout?.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      err += chunk;
    });
    child.once('error', fail);
    child.once('close', (code) => done({ code, out, err }));
  });
}
