/** What is worth a span: the steps of an entry to a channel, and what people ask. */
export type SpanName = 'poll' | 'article' | 'group' | 'compose' | 'deliver' | 'command';

/** Facts of a span; ids rather than texts. Those not known are left out. */
export type SpanFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Does the work within a span; spans begun in it are its children. Gives what the work gives, and throws what it throws. */
export type Trace = <Result>(name: SpanName, facts: SpanFacts, work: () => Promise<Result>) => Promise<Result>;

/** Where no traces are wanted. */
export const untraced: Trace = (_name, _facts, work) => work();

/** The same, with the duration of each step reported. */
export function timed(trace: Trace, onStep: (step: SpanName, seconds: number) => void): Trace {
  return async (name, facts, work) => {
    const started = performance.now();
    try {
      return await trace(name, facts, work);
    } finally {
      onStep(name, (performance.now() - started) / 1_000);
    }
  };
}
