import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { ChatHandlers } from '../../../src/chat/chat.ts';
import { createDiscordChat } from '../../../src/chat/discord/discord-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import type { Wait } from './interactions-worker.ts';

export interface InteractionFigures {
  readonly interactions: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly slowestMs: number;
  /** Of the waits, only what this process worked in them: a machine with other work does not lengthen that. */
  readonly p99WorkedMs: number;
  /** Of the service's thread, for each interaction, until the last is acknowledged. */
  readonly cpuMs: number;
  /** The longest that the service's thread did nothing else: so long an acknowledgement may wait for it. */
  readonly longestStallMs: number;
}

export interface InteractionPlan {
  readonly perSecond: number;
  readonly seconds: number;
  /** Taken in turn. */
  readonly calls: readonly { readonly command: string; readonly options: Readonly<Record<string, string>> }[];
}

/** So many commands a second, and how long each waits for its acknowledgement; Discord's side is a thread of its own. */
export async function runInteractions({
  handlers,
  ...plan
}: InteractionPlan & { readonly handlers: ChatHandlers }): Promise<InteractionFigures> {
  const discord = new Worker(new URL('interactions-worker.ts', import.meta.url), { workerData: plan });
  const next = async () => (await once(discord, 'message'))[0] as unknown;
  const chat = createDiscordChat({ ...((await next()) as { api: string; token: string }), log: silentLog });
  await chat.start(handlers);
  const stalls = monitorEventLoopDelay({ resolution: 2 });
  stalls.enable();
  const cpu = process.threadCpuUsage();
  discord.postMessage('go');
  const waits = (await next()) as readonly Wait[];
  const { user, system } = process.threadCpuUsage(cpu);
  stalls.disable();
  await chat.stop();
  await discord.terminate();
  return {
    interactions: waits.length,
    ...figuresOf(waits),
    cpuMs: rounded((user + system) / 1_000 / waits.length),
    longestStallMs: rounded(stalls.max / 1e6),
  };
}

function figuresOf(waits: readonly Wait[]) {
  const ms = waits.map((wait) => wait.ms);
  return {
    medianMs: quantile(ms, 0.5),
    p99Ms: quantile(ms, 0.99),
    slowestMs: quantile(ms, 1),
    p99WorkedMs: quantile(
      waits.map((wait) => wait.workedMs),
      0.99,
    ),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
