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
