/** One line of the bench's table: what was measured and, beside it, something simpler or a limit, of the same run and unit. */
export interface Figure {
  readonly step: string;
  readonly what: string;
  readonly value: number;
  /** `CPU ms`, `MB`, `posts a second`. */
  readonly unit: string;
  readonly yardstick?: { readonly what: string; readonly value: number };
}

/** A step that could not be measured, and why. */
export interface Gap {
  readonly step: string;
  readonly reason: string;
}

export interface StepContext {
  /** Fewer rounds and a smaller archive. */
  readonly quick: boolean;
  /** Where archives of invented news are kept from one run to the next. */
  readonly folder: string;
  /** Tells whoever waits. */
  readonly say: (line: string) => void;
}

/** What the suite hands a step. */
export interface SuiteContext extends StepContext {
  /** Aborted when the time is over. */
  readonly signal: AbortSignal;
}

/** Gives what it measured; throws NotMeasured where the machine lacks something. */
export type Step = (context: StepContext) => Promise<readonly Figure[]>;

/** A step that ends when it is told to. */
export type SuiteStep = (context: SuiteContext) => Promise<readonly Figure[]>;

export class NotMeasured extends Error {
  override readonly name = 'NotMeasured';
}

/** How many times the yardstick the value is. */
export function ratioOf({ value, yardstick }: Figure): number | undefined {
  return yardstick && yardstick.value > 0 ? value / yardstick.value : undefined;
}
