import type { Chat } from '../chat/chat.ts';
import type { DiscordChat } from '../chat/discord/discord-chat.ts';
import type { ChatHealth } from '../runtime/observe-chat.ts';
import { type DiskSpace, diskSpace, type Readiness, readReadiness } from '../runtime/readiness.ts';
import type { Redact } from '../runtime/redact.ts';
import { createWatch } from '../runtime/watch.ts';
import type { Newsroom } from '../services/newsroom.ts';
import {
  archiveDamaged,
  type ConnectionState,
  chatsDown,
  createOperatorPost,
  deadDeliveries,
  diskNearlyFull,
  troubleMessage,
} from '../services/operator-alerts.ts';
import { databaseTrouble } from '../storage/database-trouble.ts';
import { reason } from '../wording/reason.ts';

/** The service to monitor. */
export interface MonitoredService {
  readonly newsroom: Newsroom;
  readonly chats: readonly (Chat & ChatHealth)[];
  readonly discord: Pick<DiscordChat, 'state'> | undefined;
  /** Whether the archive is in the data directory. */
  readonly isLocal: boolean;
  readonly redact: Redact;
}

/** Monitors whether the service works; see readiness.ts and troubles.ts. */
export interface HealthMonitor {
  /** Alerts the operator to trouble. */
  tick(): Promise<void>;
  /** Records how a tick of the service ended. */
  ticked(error?: unknown): void;
  /** Records that a briefing was sent: a burst may take longer than several ticks without being a stall. */
  delivered(): void;
  stopping(): void;
  readiness(): Promise<Readiness>;
  disk(): Promise<DiskSpace | undefined>;
}

/** Ticks run every minute; without one for this long the service counts as stalled. */
const stalledMinutes = 5;
/** With less free space the next write may fail. */
const leastBytes = 16 * 2 ** 20;

/** Creates the monitor: readiness for probes, alerts to the operator for what needs attention. */
export function createHealthMonitor({ newsroom, chats, discord, isLocal, redact }: MonitoredService): HealthMonitor {
  const { config, storage, damage, clock, log } = newsroom;
  let isStopping = false;
  let lastTick = clock.now();
  let tickTrouble: string | undefined;
  const disk = async () => (isLocal ? diskSpace(config.dataDir) : undefined);
  const connections = connectionsOf(chats, discord);
  const post = createOperatorPost({ config, log, storage }, chats);
  const leastMegabytes = config.alerts.diskFreeMegabytes;
  const readFree = async () => (await disk())?.free ?? Number.POSITIVE_INFINITY;
  let unsavedAlerts: string | undefined;
  const watch = createWatch({
    sources: [
      archiveDamaged(damage.found),
      diskNearlyFull(readFree, { dataDir: config.dataDir, leastMegabytes }),
      deadDeliveries(storage.deadEnds, () => clock.now()),
      chatsDown(connections, () => clock.now()),
    ],
    tell: (trouble, kind) => post((say) => troubleMessage(trouble, kind, say)),
    memory: {
      find: async () => unsavedAlerts ?? storage.serviceFacts.find('operator-alerts'),
      async save(text) {
        if (damage.found()) unsavedAlerts = text;
        else await storage.serviceFacts.save('operator-alerts', text);
      },
    },
    log,
  });
  const checks = {
    stopping: () => (isStopping ? 'The service is stopping.' : undefined),
    async database() {
      const found = damage.found();
      if (!found) await storage.feeds.states();
      return found && redact(found.text);
    },
    ticks: () => tickTrouble ?? stalledFor(lastTick, clock.now()),
    disk: async () => ((await readFree()) < leastBytes ? 'The disk is full: free some space.' : undefined),
    ...Object.fromEntries(connections.map(({ platform, problem }) => [platform, problem])),
  };
  return {
    tick: watch.tick,
    ticked(error) {
      lastTick = clock.now();
      tickTrouble = error === undefined ? undefined : redact(databaseTrouble(error)?.text ?? '');
      if (tickTrouble === '') tickTrouble = undefined;
    },
    delivered() {
      lastTick = clock.now();
    },
    stopping() {
      isStopping = true;
    },
    readiness: () =>
      readReadiness(checks, (error) =>
        redact(databaseTrouble(error)?.text ?? 'The database is not responding; see the log.'),
      ),
    disk,
  };
}

function stalledFor(lastTick: Temporal.Instant, now: Temporal.Instant): string | undefined {
  const idleMinutes = Math.floor(lastTick.until(now).total('minutes'));
  if (idleMinutes < stalledMinutes) return undefined;
  return `No work cycle has finished for ${idleMinutes} minutes. Check the log, and restart the service if this continues.`;
}

/** Discord reports the state of its gateway; for each chat we know whether requests succeed. */
function connectionsOf(
  chats: readonly (Chat & ChatHealth)[],
  discord: Pick<DiscordChat, 'state'> | undefined,
): readonly ConnectionState[] {
  return chats
    .filter(({ platform }) => platform !== 'local')
    .map(({ platform, failingSince }) => ({
      platform,
      problem() {
        const gateway = platform === 'discord' ? discord?.state().gateway : undefined;
        if (gateway && gateway.lost > 0) return reason('gatewayLost');
        if (gateway && gateway.ready === 0) return reason('gatewayDown');
        return failingSince() ? reason('nothingThrough') : undefined;
      },
    }));
}
