import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CliCall } from './cli-process.ts';

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
}

/**
 * Runs a verb without a terminal and in a bare environment. All runs of a test process take place one after the other in one child, which has
 * loaded the verbs: starting Node for each takes as much CPU as a hundred runs. For verbs that read standard input or keep running, use
 * `runProgram`.
 */
export function runCli(args: readonly string[], { cwd = emptyFolder(), env = {} }: RunOptions = {}): Promise<CliRun> {
  const run = previous.then(() => callVerb({ args, cwd, env: { ...bareEnvironment, ...env } }));
  previous = run.catch(() => undefined);
  return run;
}

/** Ends both outputs of a call; with its exit code. */
const endOfCall = /\0exit (\d+)\0$/u;

let previous: Promise<unknown> = Promise.resolve();
let shared: ChildProcess | undefined;

function callVerb(call: CliCall): Promise<CliRun> {
  if (!shared || shared.exitCode !== null || shared.signalCode !== null) shared = startShared();
  const child = shared;
  const { promise, resolve: done, reject: fail } = Promise.withResolvers<CliRun>();
  const said = { stdout: '', stderr: '' };
  const end = (code: number | null) => {
    child.removeAllListeners('exit').removeAllListeners('error');
    for (const name of ['stdout', 'stderr'] as const) child[name]?.removeAllListeners('data');
    done({ code, out: said.stdout.replace(endOfCall, ''), err: said.stderr.replace(endOfCall, '') });
  };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.on('data', (chunk) => {
      said[name] += chunk;
      const [, code] = endOfCall.exec(said.stdout) ?? [];
      if (code !== undefined && endOfCall.test(said.stderr)) end(Number(code));
    });
  child.once('exit', end).once('error', fail);
  child.send(call);
  return promise;
}

/** Ends with this process, whose end closes the channel; does not keep it. */
function startShared(): ChildProcess {
  const child = fork(join(import.meta.dirname, 'cli-process.ts'), {
    env: { ...bareEnvironment, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  for (const output of [child.stdout, child.stderr]) {
    output?.setEncoding('utf8');
    (output as unknown as { unref(): void } | null)?.unref();
  }
  return child;
}

/** Runs the program in a process of its own, as an operator would, without a terminal and in a bare environment. `input` is piped into it. */
export function runProgram(
  args: readonly string[],
  { cwd = emptyFolder(), env = {}, input }: RunOptions & { readonly input?: string } = {},
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
