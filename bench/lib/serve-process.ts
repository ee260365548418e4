import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../tests/fakes/free-port.ts';

const program = fileURLToPath(new URL('../../src/cli/kurzwelle.js', import.meta.url));
const limitMs = 120_000;

export interface ServeOptions {
  /** Holds, or gets, the archive; the configuration lies beside it. */
  readonly dataDir: string;
  /** Where compiled modules are kept; an empty folder makes a cold start. */
  readonly compileCache: string;
  /** Lines of the configuration; without feeds by default. */
  readonly settings?: string;
}

export interface ServeProcess {
  readonly pid: number;
  /** The address of the local page. */
  readonly url: string;
  /** From spawning to the first answer of the health check. */
  readonly readyMs: number;
  stop(): Promise<void>;
}

/** Starts the service as `npm start` does, without chats but the local page, and waits until it is healthy. */
export async function startServe({
  dataDir,
  compileCache,
  settings = 'feeds: { use: [] }',
}: ServeOptions): Promise<ServeProcess> {
  mkdirSync(dataDir, { recursive: true });
  const port = await freePort();
  const config = join(dataDir, 'bench.yaml');
  writeFileSync(config, `dataDir: ${JSON.stringify(dataDir)}\n${settings}\nserver: { port: ${port} }\n`);
  const begun = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=4', '--expose-gc', program, 'serve'], {
    // In a folder of its own: a `.env` here must not start chats.
    cwd: dataDir,
    env: { PATH: process.env.PATH, KURZWELLE_CONFIG: config, NODE_COMPILE_CACHE: compileCache },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  child.stderr.on('data', (chunk) => {
    told += chunk;
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  while (!(await isHealthy(port))) {
    if (child.exitCode !== null) throw new Error(`The service ended with code ${child.exitCode}: ${told}`);
    if (performance.now() - begun > limitMs) {
      await stop();
      throw new Error(`The service was not ready after ${limitMs / 1_000} s: ${told}`);
    }
    await setTimeout(10);
  }
  if (child.pid === undefined || !existsSync(config)) throw new Error('The service did not start.');
  return { pid: child.pid, url: `http://127.0.0.1:${port}`, readyMs: performance.now() - begun, stop };
}

async function isHealthy(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
  return answer?.ok === true;
}
