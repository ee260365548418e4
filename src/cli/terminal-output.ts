import { progress as bar } from '@clack/prompts';
import { renderTerminal } from '../chat/local/render-terminal.ts';
import type { Message } from '../chat/message.ts';

const widest = 100;

/** Prints a message as a person reads it; colors only in a terminal that wants them. */
export function printMessage(message: Message): void {
  const isTerminal = process.stdout.isTTY === true;
  const width = Math.min(process.stdout.columns ?? widest, widest);
  process.stdout.write(`${renderTerminal(message, { width, color: isTerminal && !process.env.NO_COLOR })}\n`);
}

/** Indented, as a person reads it and `jq` takes it. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Shows the progress of work on standard error. */
export interface Progress {
  /** A share from 0 to 1, or a count if the total is unknown; `what` is being done. */
  at(done: number, what?: string): void;
  end(): void;
}

export interface ProgressOptions {
  /** A few words: "Copying the archive". */
  readonly title: string;
  /** The total for `at`: 1 for shares; undefined if unknown. */
  readonly total?: number;
  /** Silent with --json. */
  readonly isQuiet?: boolean;
  readonly out?: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly nowMs?: () => number;
}

/** Lines come at least so far apart: they are for logs. */
const lineEveryMs = 5_000;
const steps = 100;

/** A bar in a terminal, lines elsewhere; work that is over at once says nothing in lines. */
export function createProgress({ isQuiet = false, out = process.stderr, ...options }: ProgressOptions): Progress {
  if (isQuiet) return { at: () => undefined, end: () => undefined };
  return out.isTTY ? inTerminal(options, out) : inLines(options, out);
}

function inTerminal({ title, total }: ProgressOptions, out: NodeJS.WritableStream): Progress {
  const shown = bar({ max: steps, output: out as NodeJS.WriteStream });
  shown.start(title);
  let step = 0;
  return {
    at(done, what) {
      const next = total === undefined ? step : Math.floor((done / total) * steps);
      const words = [title, total === undefined ? String(done) : '', what ?? ''].filter(Boolean).join(' · ');
      shown.advance(Math.max(0, next - step), words);
      step = Math.max(step, next);
    },
    end: () => shown.stop(title),
  };
}

function inLines(
  { title, total, nowMs = () => performance.now() }: ProgressOptions,
  out: NodeJS.WritableStream,
): Progress {
  let reportedAtMs = nowMs();
  return {
    at(done, what) {
      if (nowMs() - reportedAtMs < lineEveryMs) return;
      reportedAtMs = nowMs();
      const share = total === undefined ? `${done}` : `${Math.floor((done / total) * 100)} %`;
      out.write(`${title}: ${share}${what === undefined ? '' : `, ${what}`}\n`);
    },
    end: () => undefined,
  };
}
