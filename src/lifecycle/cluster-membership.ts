import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { createLocalJobs, type Jobs } from '../jobs/jobs.ts';
import { type Clock, systemTimer } from '../runtime/clock.ts';
import { createLocalLocks, type Locks } from '../runtime/locks.ts';
import type { Log } from '../runtime/log.ts';
import type { Storage } from '../storage/storage.ts';
import { UserError } from '../user-error.ts';

/**
 * What a process of the service does. `poll`: decides which feeds are due. `process`: asks them, reads pages, archives. `deliver`: plans,
 * composes, sends and corrects. `chat`: holds the connections by which platforms reach us, and serves the local page.
 */
const allRoles = ['poll', 'process', 'deliver', 'chat'] as const;

/** A part of the service's work that a process may have. */
export type Role = (typeof allRoles)[number];

/** How this process shares an archive with other processes. */
export interface ClusterMembership {
  readonly locks: Locks;
  readonly jobs: Jobs;
  /** Sends this process's heartbeat and reads those of the others. Never throws. */
  beat(): Promise<void>;
  /** The number of live processes with this role, including this one if it has it; at least 1. As of the last heartbeat. */
  sharing(role: Role): number;
  stop(): Promise<void>;
}

/** A process whose last heartbeat is older than this is not counted. */
const livingMinutes = 2.5;

/**
 * With others on a PostgreSQL server, by its advisory locks and pg-boss; alone on a data directory, in memory. Throws UserError where a
 * process that is alone would leave a role to nobody.
 */
export async function joinCluster(
  { url, roles }: { readonly url: string | undefined; readonly roles: ReadonlySet<Role> },
  { storage, clock, log }: { readonly storage: Pick<Storage, 'instances'>; readonly clock: Clock; readonly log: Log },
): Promise<ClusterMembership> {
  if (url === undefined && roles.size < allRoles.length) {
    throw new UserError(
      'With a data directory, one process has all roles. To split them, set DATABASE_URL (see docs/postgresql.md), or leave out --roles.',
    );
  }
  const { locks, jobs } = url === undefined ? singleProcess(log) : await clustered(url, log);
  const own = {
    id: `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`,
    roles: [...roles],
    startedAt: clock.now(),
  };
  let living: readonly { readonly roles: readonly string[] }[] = [];
  return {
    locks,
    jobs,
    async beat() {
      try {
        await storage.instances.beat(own, clock.now());
        living = await storage.instances.aliveSince(clock.now().subtract({ seconds: livingMinutes * 60 }));
      } catch (err) {
        log.warn({ err }, 'could not look for the other processes; the next tick retries');
      }
    },
    sharing: (role) => Math.max(1, living.filter((one) => one.roles.includes(role)).length),
    async stop() {
      await jobs.stop();
      await locks.stop();
      await storage.instances
        .leave(own.id)
        .catch((err: unknown) => log.warn({ err }, 'could not notify the other processes'));
    },
  };
}

function singleProcess(log: Log): Pick<ClusterMembership, 'locks' | 'jobs'> {
  return { locks: createLocalLocks(), jobs: createLocalJobs({ timer: systemTimer, log }) };
}

/** The code for it is loaded only here. */
async function clustered(url: string, log: Log): Promise<Pick<ClusterMembership, 'locks' | 'jobs'>> {
  const [{ createAdvisoryLocks }, { openPgBossJobs }] = await Promise.all([
    import('../storage/postgres/advisory-locks.ts'),
    import('../jobs/pg-boss-jobs.ts'),
  ]);
  return { locks: createAdvisoryLocks(url), jobs: await openPgBossJobs(url, log) };
}

/** Reads `poll,deliver`; all without it. Throws UserError for a role that there is not. */
export function parseRoles(text: string | undefined): ReadonlySet<Role> {
  if (text === undefined) return new Set(allRoles);
  const asked = text.split(',').map((word) => word.trim());
  const chosen = allRoles.filter((role) => asked.includes(role));
  const unknown = asked.filter((word) => !allRoles.some((role) => role === word));
  if (unknown.length > 0 || chosen.length === 0) {
    throw new UserError(
      `Unknown role "${unknown.join(', ')}". Use some of ${allRoles.join(', ')}, separated by commas.`,
    );
  }
  return new Set(chosen);
}
