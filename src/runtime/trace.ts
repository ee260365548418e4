/** What is worth a span: the steps of an entry to a channel, and what people ask. */
export type SpanName = 'poll' | 'article' | 'group' | 'compose' | 'deliver' | 'command';

/** Facts of a span; ids rather than texts. Those not known are left out. */
export type SpanFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Does the work within a span; spans begun in it are its children. Gives what the work gives, and throws what it throws. */
export type Trace = <Result>(name: SpanName, facts: SpanFacts, work: () => Promise<Result>) => Promise<Result>;

/** Where no traces are wanted. */
export const untraced: Trace = (_name, _facts, work) => work();
