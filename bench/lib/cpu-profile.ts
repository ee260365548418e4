import { type Profiler, Session } from 'node:inspector/promises';

/** Where the program counter was: a function's file and name, with those that called it. */
export interface Frame {
  readonly name: string;
  /** `file:` of a module, `node:` of Node itself, empty for what the engine does. */
  readonly url: string;
  readonly caller: Frame | undefined;
}

/** CPU time of each frame that was at work, ms; waiting does not count. */
export type CpuProfile = ReadonlyMap<Frame, number>;

const samplingIntervalUs = 500;

/** Has V8 look every half millisecond where this thread is while it works. */
export async function profileCpu(work: () => Promise<unknown>): Promise<CpuProfile> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: samplingIntervalUs });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return readProfile(profile);
}

function readProfile({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): CpuProfile {
  const frames = framesById(nodes);
  const spent = new Map<Frame, number>();
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id);
    // A sample stands for the time until the next one.
    if (frame && frame.name !== '(idle)')
      spent.set(frame, (spent.get(frame) ?? 0) + (timeDeltas[index + 1] ?? 0) / 1_000);
  }
  return spent;
}

/** Callers come before those they call. */
function framesById(nodes: readonly Profiler.ProfileNode[]): ReadonlyMap<number, Frame> {
  const callerOf = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const frames = new Map<number, Frame>();
  for (const { id, callFrame } of nodes) {
    const caller = frames.get(callerOf.get(id) ?? -1);
    frames.set(id, { name: callFrame.functionName, url: callFrame.url, caller });
  }
  return frames;
}
