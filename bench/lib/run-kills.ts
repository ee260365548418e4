import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../src/storage/database.ts';
import { type FakeSite, startFakeSite } from '../../tests/fakes/fake-site.ts';
import { planSite, type SitePlan } from '../../tests/fakes/fake-site-plan.ts';
import { createRandom, type Random } from '../../tests/fakes/fake-site-random.ts';
import { auditArchive } from './audit-archive.ts';
import { type Completeness, checkArchive } from './check-archive.ts';
import { siteClock } from './open-service.ts';
import { readArchived } from './read-archived.ts';

export interface KillReport extends Completeness {
  readonly kills: number;
  /** Kills that came before the service was ready. */
  readonly killedAtStart: number;
  readonly simulatedHours: number;
  readonly deliveriesSent: number;
  /** What the audit found in the archive; nothing is good news. */
  readonly findings: readonly string[];
}

interface Run {
  readonly dataDir: string;
  readonly site: FakeSite;
  /** Where the simulated time stands. */
  now: Temporal.Instant;
}

/** Simulated hours that the last, undisturbed run gets: every feed is asked at least once in them. */
const lastHours = 8;

/** Kills the service with SIGKILL at random moments of its work, starts it again each time, and looks at what it leaves in the end. */
export async function runKills({
  kills,
  seed,
}: {
  readonly kills: number;
  readonly seed: string;
}): Promise<KillReport> {
  const plan = planSite({
    seed,
    start: Temporal.Instant.from('2026-03-02T00:00:00Z'),
    hours: 24 * 60,
    feeds: 6,
    feedsPerPublisher: 3,
    articlesPerDay: 60,
    backlog: 40,
    troubles: false,
  });
  const random = createRandom(seed, 'kills');
  const site = await startFakeSite({ plan, now: siteClock });
  const dataDir = mkdtempSync(join(tmpdir(), 'kurzwelle-kill-'));
  const run: Run = { dataDir, site, now: plan.settings.start };
  try {
    let killedAtStart = 0;
    for (let kill = 0; kill < kills; kill++) if (!(await runUntilKilled(run, random))) killedAtStart++;
    await runToEnd(run, lastHours);
    return { kills, killedAtStart, ...(await inspect(run, plan)) };
  } finally {
    await site.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Says whether the service had become ready. */
async function runUntilKilled(run: Run, random: Random): Promise<boolean> {
  const child = startService(run, 24 * 365);
  const ended = once(child, 'exit');
  const ready = Promise.race([once(child, 'message').then(() => true), ended.then(() => false)]);
  const isReady = await (random.chance(0.15) ? Promise.race([ready, wait(random.between(20, 600), false)]) : ready);
  if (isReady) await wait(random.between(0, 900));
  child.kill('SIGKILL');
  const [code, signal] = await ended;
  if (signal !== 'SIGKILL') throw new Error(`The service ended by itself, with code ${code}.`);
  return isReady;
}

async function runToEnd(run: Run, hours: number): Promise<void> {
  const [code] = await once(startService(run, hours), 'exit');
  if (code !== 0) throw new Error(`The service ended with code ${code}.`);
}

function startService(run: Run, hours: number): ChildProcess {
  const { site, dataDir, now } = run;
  const child = fork(fileURLToPath(new URL('kill-service.ts', import.meta.url)), { execArgv: [] });
  child.on('message', (message: { now: string }) => {
    run.now = Temporal.Instant.from(message.now);
  });
  child.send({ dataDir, feeds: site.feeds, hosts: site.hosts, start: now.toString(), hours });
  return child;
}

async function inspect(
  { dataDir, site, now }: Run,
  plan: SitePlan,
): Promise<Omit<KillReport, 'kills' | 'killedAtStart'>> {
  const db = await openDatabase(dataDir);
  const simulatedHours = Math.round(plan.settings.start.until(now).total('hours'));
  const { sent } = await db
    .selectFrom('deliveries')
    .select(({ fn }) => fn.countAll<number>().as('sent'))
    .where('state', '=', 'sent')
    .executeTakeFirstOrThrow();
  const report = {
    simulatedHours,
    deliveriesSent: Number(sent),
    findings: await auditArchive(db),
    ...checkArchive({ plan, record: site.record, articles: await readArchived(db), endMinute: simulatedHours * 60 }),
  };
  await db.destroy();
  return report;
}
