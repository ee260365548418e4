import { setTimeout } from 'node:timers/promises';
import type { ChatHandlers } from '../../../src/chat/chat.ts';
import { createDiscordChat } from '../../../src/chat/discord/discord-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { startFakeDiscord } from '../../fakes/fake-discord.ts';
import type { SeenAnswer } from '../../fakes/fake-discord-interactions.ts';
import { personAt } from './person.ts';

export interface InteractionFigures {
  readonly interactions: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly slowestMs: number;
  /** Of adapter and fake Discord together, for each interaction. */
  readonly cpuMs: number;
}

/** Discord itself gives up after three seconds. */
const longestMs = 10_000;

/** So many commands a second, and how long each waits for its acknowledgement; Discord's side runs in the same process. */
export async function runInteractions({
  perSecond,
  seconds,
  handlers,
  calls,
}: {
  readonly perSecond: number;
  readonly seconds: number;
  readonly handlers: ChatHandlers;
  /** Taken in turn. */
  readonly calls: readonly { readonly command: string; readonly options: Readonly<Record<string, string>> }[];
}): Promise<InteractionFigures> {
  const fake = await startFakeDiscord();
  const channel = fake.store.addChannel({ type: 0, guild_id: fake.guildId, name: 'newsroom' });
  const chat = createDiscordChat({ token: fake.token, api: fake.api, log: silentLog });
  await chat.start(handlers);
  const person = personAt(fake, { channel });
  const started = performance.now();
  const cpu = process.cpuUsage();
  const answers = await Promise.all(
    Array.from({ length: perSecond * seconds }, async (_, index) => {
      await setTimeout(Math.max(1, started + (index * 1_000) / perSecond - performance.now()));
      const { command = '', options = {} } = calls[index % calls.length] ?? {};
      const isAcknowledged = ({ acknowledgedAfterMs }: SeenAnswer) => acknowledgedAfterMs !== undefined;
      const never = setTimeout(longestMs, { messages: [] } satisfies SeenAnswer, { ref: false });
      return Promise.race<SeenAnswer>([person.give(command, options, isAcknowledged), never]);
    }),
  );
  const { user, system } = process.cpuUsage(cpu);
  await chat.stop();
  await fake.stop();
  const waits = answers.map(({ acknowledgedAfterMs = longestMs }) => acknowledgedAfterMs);
  return { ...figuresOf(waits), cpuMs: rounded((user + system) / 1_000 / answers.length) };
}

function figuresOf(waits: readonly number[]) {
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { interactions: waits.length, medianMs: at(0.5), p99Ms: at(0.99), slowestMs: at(1) };
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
