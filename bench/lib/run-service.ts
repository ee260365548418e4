import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FakeSite, startFakeSite } from '../../tests/fakes/fake-site.ts';
import type { SitePlan } from '../../tests/fakes/fake-site-plan.ts';
import { siteClock } from './open-service.ts';
import type { SoakOrder } from './soak-service.ts';

/**
 * Serves a plan and lets a program of this folder read it, in a process of its own, whose CPU and memory are then the service's alone.
 * Gives the program's one message and what the site recorded.
 */
export async function runService<Result>(
  program: string,
  { plan, pageKilobytes = 0 }: { readonly plan: SitePlan; readonly pageKilobytes?: number },
): Promise<{ readonly result: Result; readonly record: FakeSite['record'] }> {
  const site = await startFakeSite({ plan, now: siteClock, pageKilobytes });
  const dataDir = mkdtempSync(join(tmpdir(), 'kurzwelle-bench-'));
  try {
    const { start, hours } = plan.settings;
    const order = { dataDir, feeds: site.feeds, hosts: site.hosts, start: start.toString(), hours };
    return { result: (await command(program, order)) as Result, record: site.record };
  } finally {
    await site.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function command(program: string, order: SoakOrder): Promise<unknown> {
  const path = fileURLToPath(new URL(program, import.meta.url));
  // As `npm start` runs it; and with a way to ask for a collection before memory is read.
  const child = fork(path, { execArgv: ['--max-semi-space-size=4', '--expose-gc'] });
  child.send(order);
  const ended = once(child, 'exit');
  const [result] = await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => Promise.reject(new Error(`${program} ended early, with code ${code}.`))),
  ]);
  await ended.catch(() => undefined);
  return result;
}
