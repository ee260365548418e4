import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

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

/** `kurzwelle serve` in a folder and a bare environment, until the test is over; nothing of it reaches the network. `log` is what it has said so far. */
export function startService(cwd: string, env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [entry, 'serve'], {
    cwd,
    env: { ...bareEnvironment, HTTPS_PROXY: 'http://127.0.0.1:9', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += chunk;
  });
  return { child, ended, log: () => log };
}
