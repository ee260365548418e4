/** What is only a warning leaves the service able to work. */
export type FindingResult = 'ok' | 'warning' | 'failure' | 'skipped';

/** What one look at one thing brought. */
export interface Finding {
  readonly result: FindingResult;
  /** What is so; never a secret. */
  readonly text: string;
  /** What to do; always there where something is wrong. */
  readonly remedy?: string;
}

export const ok = (text: string): Finding => ({ result: 'ok', text });
export const skipped = (text: string): Finding => ({ result: 'skipped', text });
export const warning = (text: string, remedy: string): Finding => ({ result: 'warning', text, remedy });
export const failure = (text: string, remedy: string): Finding => ({ result: 'failure', text, remedy });

/** One thing that `doctor` looks at. It may throw: that is a failure of this check, not of the others. */
export interface Check {
  readonly name: string;
  readonly needsNetwork?: boolean;
  /** Longest time, where the usual one is too short. */
  readonly timeoutMs?: number;
  /** What to do where it throws or takes too long. */
  readonly remedy: string;
  run(signal: AbortSignal): Promise<readonly Finding[]> | readonly Finding[];
}

/** A finding with the check that made it. */
export interface NamedFinding extends Finding {
  readonly check: string;
}
