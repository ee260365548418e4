import { text } from 'node:stream/consumers';
import { isCancel, password } from '@clack/prompts';
import { hashPassword } from '../../chat/local/passwords.ts';
import { UserError } from '../../user-error.ts';

const leastLength = 10;

/** `kurzwelle hash-password`: asks for a password, or reads it from a pipe, and prints its hash for `server.auth.users`. */
export async function printPasswordHash(): Promise<void> {
  const typed = process.stdin.isTTY ? await askTwice() : onlyLine(await text(process.stdin));
  if (typed.length < leastLength)
    throw new UserError(`The password has ${typed.length} characters. Use at least ${leastLength}.`);
  process.stdout.write(`${await hashPassword(typed)}\n`);
}

/** A password is one line: more are a wrong file, or the password typed twice. */
function onlyLine(piped: string): string {
  const lines = piped.replace(/\r?\n$/u, '').split(/\r?\n/u);
  if (lines.length > 1) throw new UserError(`${lines.length} lines were read. Pass the password alone, on one line.`);
  return lines[0] ?? '';
}

async function askTwice(): Promise<string> {
  const [first, second] = [await ask('Password'), await ask('The same again')];
  if (first !== second) throw new UserError('The two passwords differ. Run kurzwelle hash-password again.');
  return first;
}

/** Prompts on standard error: the hash alone goes to standard output, so that it can be redirected. */
async function ask(message: string): Promise<string> {
  const typed = await password({ message, output: process.stderr });
  if (isCancel(typed)) throw new UserError('Canceled; no hash was made.');
  return typed;
}
