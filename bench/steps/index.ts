import type { Step } from '../lib/figure.ts';

/** In the order in which they run: what takes long comes late. Each is loaded by the process that measures it, which loads nothing else. */
const steps = {
  poll: async () => (await import('./poll.ts')).poll,
  extract: async () => (await import('./extract.ts')).extract,
  actors: async () => (await import('./actors.ts')).actors,
  group: async () => (await import('./group.ts')).group,
  summarize: async () => (await import('./summarize.ts')).summarize,
  start: async () => (await import('./start.ts')).start,
  'fan-out': async () => (await import('./fan-out.ts')).fanOut,
  instances: async () => (await import('./instances.ts')).instances,
  busy: async () => (await import('./busy.ts')).busy,
  memory: async () => (await import('./memory.ts')).memory,
  answers: async () => (await import('./answers.ts')).answers,
} satisfies Readonly<Record<string, () => Promise<Step>>>;

export const stepNames: readonly string[] = Object.keys(steps);

/** Throws where there is no such step. */
export async function loadStep(name: string): Promise<Step> {
  const load = (steps as Readonly<Record<string, () => Promise<Step>>>)[name];
  if (!load) throw new Error(`"${name}" is no step; there are ${stepNames.join(', ')}.`);
  return load();
}
