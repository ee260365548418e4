/** A reader of outside text; what it gives back does not matter. */
export type Read = (text: string) => unknown;

/** CPU below this is noise of the collector and the compiler, whatever the clock's resolution; readings are repeated until they reach it. */
const leastMs = 5;
/** Linear would be 4. */
export const mostGrowth = 6;
const manyRounds = 8;

/**
 * How many times as much CPU `read` takes for `shape(4 * n)` as for `shape(n)`: the least of several rounds each, in CPU of this process, so
 * that other work on the machine does not count. Ends as soon as the growth is at most `mostGrowth`; more rounds can only bring it down to what it is.
 */
export async function cpuGrowth(read: Read, shape: (length: number) => string, n: number): Promise<number> {
  const [short, long] = [shape(n), shape(4 * n)];
  // Compiles what is compiled once, and finds how many readings the clock can see.
  let times = 1;
  for (;;) {
    const spentMs = await cpuOf(read, short, times);
    if (spentMs >= leastMs) break;
    times *= Math.min(8, Math.max(2, Math.ceil(leastMs / Math.max(spentMs, 0.1))));
  }
  let least = { short: Number.POSITIVE_INFINITY, long: Number.POSITIVE_INFINITY };
  for (let round = 0; round < manyRounds; round++) {
    least = {
      short: Math.min(least.short, await cpuOf(read, short, times)),
      long: Math.min(least.long, await cpuOf(read, long, times)),
    };
    if (least.long / least.short <= mostGrowth) break;
  }
  return least.long / least.short;
}

/** Milliseconds of CPU for reading a text so often. */
async function cpuOf(read: Read, text: string, times: number): Promise<number> {
  const begun = process.cpuUsage();
  for (let time = 0; time < times; time++) await read(text);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

/** A text of about `length` characters that repeats a part, between an opening and an end. */
export function repeated(part: string, before = '', after = ''): (length: number) => string {
  return (length) => `${before}${part.repeat(Math.max(1, Math.round(length / part.length)))}${after}`;
}
