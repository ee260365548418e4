import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { startFakeDiscord } from '../../fakes/fake-discord.ts';
import type { SeenAnswer } from '../../fakes/fake-discord-interactions.ts';
import { workedMs } from '../../fakes/worked-ms.ts';
import { personAt } from './person.ts';
import type { InteractionPlan } from './run-interactions.ts';

/**
 * Discord and the people at it, in a thread of their own: how long they wait is not what they themselves cost. Tells where it is; once
 * told to go, gives the commands and tells how long each waited for its acknowledgement.
 */
const { perSecond, seconds, calls } = workerData as InteractionPlan;

/** Discord itself gives up after three seconds. */
const longestMs = 10_000;

const fake = await startFakeDiscord({ nowMs: () => performance.now() });
const channel = fake.store.addChannel({ type: 0, guild_id: fake.guildId, name: 'newsroom' });
const person = personAt(fake, { channel });
parentPort?.postMessage({ api: fake.api, token: fake.token });
await new Promise((resolve) => parentPort?.once('message', resolve));

/** Until a command was acknowledged; of it, how long this process, both threads, worked. */
export interface Wait {
  readonly ms: number;
  readonly workedMs: number;
}

const started = performance.now();
const waits = await Promise.all(
  Array.from({ length: perSecond * seconds }, async (_, index) => {
    await setTimeout(Math.max(1, started + (index * 1_000) / perSecond - performance.now()));
    const { command = '', options = {} } = calls[index % calls.length] ?? {};
    const isAcknowledged = ({ acknowledgedAfterMs }: SeenAnswer) => acknowledgedAfterMs !== undefined;
    const never = setTimeout(longestMs, { messages: [] } satisfies SeenAnswer, { ref: false });
    const workedBefore = workedMs();
    const given = person.give(command, options, isAcknowledged);
    const { acknowledgedAfterMs: ms = longestMs } = await Promise.race<SeenAnswer>([given, never]);
    return { ms, workedMs: workedMs() - workedBefore } satisfies Wait;
  }),
);
parentPort?.postMessage(waits);
