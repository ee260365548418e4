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

export interface Comparison<Input> {
  readonly inputs: readonly Input[];
  /** Each input so often; one round more comes first, to warm up. */
  readonly rounds: number;
  readonly ours: (input: Input) => unknown;
  readonly yardstick: (input: Input) => unknown;
}

/** Mean CPU ms of ours and of the yardstick, which take turns, so that whatever the machine does falls on both. */
export async function compare<Input>({
  inputs,
  rounds,
  ours,
  yardstick,
}: Comparison<Input>): Promise<{ readonly ours: number; readonly yardstick: number }> {
  const spent = { ours: 0, yardstick: 0 };
  for (let round = 0; round <= rounds; round++) {
    for (const input of inputs) {
      const [our, its] = [await cpuMs(() => ours(input)), await cpuMs(() => yardstick(input))];
      if (round === 0) continue;
      spent.ours += our;
      spent.yardstick += its;
    }
  }
  const count = rounds * inputs.length;
  return { ours: spent.ours / count, yardstick: spent.yardstick / count };
}
