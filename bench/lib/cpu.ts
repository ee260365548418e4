/** CPU that this thread spends on the work, ms; what other processes of a busy machine take does not count. */
export async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;
}

/** Work is repeated until it took so long together: the clock of CPU ticks in up to 4 ms on some systems. */
const leastMs = 100;
const mostRepeats = 1_000;

/** How often the work has to be done to be measured to one percent of a few blocks; does it a few times, which warms it up. */
async function repeatsFor(work: () => unknown): Promise<number> {
  for (let repeats = 1; ; repeats *= 4) {
    const spent = await cpuMs(() => repeat(work, repeats));
    if (spent >= leastMs / 4 || repeats >= mostRepeats)
      return Math.max(1, Math.ceil((leastMs / (spent || 1)) * repeats));
  }
}

async function repeat(work: () => unknown, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await work();
}

/** Mean CPU ms of work that may be repeated, over as many blocks; three digits of it count. */
export async function meanCpuMs(work: () => unknown, blocks = 4): Promise<number> {
  const repeats = await repeatsFor(work);
  return (await cpuMs(() => repeat(work, repeats * blocks))) / (repeats * blocks);
}

export interface Comparison<Input> {
  readonly inputs: readonly Input[];
  /** So many blocks of each, all inputs as often as it takes to measure them; what warms up comes before. */
  readonly rounds: number;
  readonly ours: (input: Input) => unknown;
  readonly yardstick: (input: Input) => unknown;
}

/** Mean CPU ms of ours and of the yardstick for an input, which take turns, so that whatever the machine does falls on both. */
export async function compare<Input>({
  inputs,
  rounds,
  ours,
  yardstick,
}: Comparison<Input>): Promise<{ readonly ours: number; readonly yardstick: number }> {
  const blockOf = async (work: (input: Input) => unknown) => {
    const pass = async () => {
      for (const input of inputs) await work(input);
    };
    return { pass, repeats: await repeatsFor(pass), spent: 0 };
  };
  const sides = [await blockOf(ours), await blockOf(yardstick)] as const;
  for (let round = 0; round < rounds; round++) {
    for (const side of sides) side.spent += await cpuMs(() => repeat(side.pass, side.repeats));
  }
  const [our, its] = sides.map(({ spent, repeats }) => spent / (rounds * repeats * inputs.length));
  return { ours: our ?? Number.NaN, yardstick: its ?? Number.NaN };
}
