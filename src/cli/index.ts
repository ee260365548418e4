import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Argument, Command, CommanderError } from 'commander';
import { ConfigError, loadConfig } from '../config/config.ts';
import { databaseTrouble } from '../storage/database-trouble.ts';
import { UserError } from '../user-error.ts';
import { addVerbs } from './define-verbs.ts';

/** Runs the call that this process was started for. */
export async function start(): Promise<void> {
  endWithReader(process.stdout, () => process.exit(0));
  // A service that failed to start may have connections open already, which would keep the process.
  if (!(await runProgram(process.argv.slice(2)))) setTimeout(() => process.exit(), 500).unref();
}

/**
 * Runs one call of the command line, given the words after the program's name. Reports an error as a line for people, sets
 * `process.exitCode`, and gives whether the verb ran to its end.
 */
export async function runProgram(words: readonly string[]): Promise<boolean> {
  readEnvironmentFile();
  try {
    await createProgram().parseAsync(words, { from: 'user' });
    return true;
  } catch (error) {
    process.exitCode = await reportError(error, words);
    return false;
  }
}

/** Verbs are imported when they are called, so that an answer does not wait for the server's code to load. */
function createProgram(): Command {
  const program = new Command('kurzwelle')
    .description('Short, cited news briefings from Deutsche Welle for Slack, Discord and this terminal')
    .version(version(), '-V, --version')
    .showHelpAfterError('(see --help)')
    // Short enough that descriptions stand beside the names on 80 columns; a verb's own help has its options.
    .configureHelp({ subcommandTerm: (verb) => [verb.name(), ...verb.registeredArguments.map(termOf)].join(' ') })
    .exitOverride();
  addVerbs(program);
  program.addHelpCommand(
    program.createCommand('help').argument('[verb]').description('show help for a command').helpGroup('Run it:'),
  );
  return program;
}

/** This program's and Node's, as a report of a problem needs them: `kurzwelle 0.1.0 (Node 26.10.0)`. */
function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return `kurzwelle ${manifest.version} (Node ${process.versions.node})`;
}

function termOf(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** Secrets from `.env` in the current folder, if it exists; the environment takes precedence. */
function readEnvironmentFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') console.error(`Cannot read .env (${code ?? 'unknown error'}). Check its permissions.`);
  }
}

/** Ends the program quietly when who reads its output has gone, as `kurzwelle ... | head` does; else Node throws EPIPE. */
function endWithReader(output: NodeJS.WritableStream, exit: () => void): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    exit();
  });
}

/** Says what went wrong in one line each and gives the exit code: 2 for wrong use or configuration, 1 for what failed. */
async function reportError(error: unknown, words: readonly string[]): Promise<number> {
  if (error instanceof CommanderError) {
    if (error.code === 'commander.missingArgument' && words.includes('--from'))
      console.error('Everything after --from is read as a source. Put your words before it.');
    return error.exitCode === 0 ? 0 : 2;
  }
  if (error instanceof ConfigError) {
    console.error(error.message);
    return 2;
  }
  if (error instanceof UserError) {
    console.error(error.message);
    return 1;
  }
  // Of the disk and the database people need a sentence, for everything else, all details without the secrets.
  const trouble = databaseTrouble(error);
  const [{ redactSecretsOf }, { inspect }] = await Promise.all([
    import('../lifecycle/secrets-of.ts'),
    import('node:util'),
  ]);
  console.error(redactSecretsOf(process.env)(trouble ? `${trouble.text}${archiveFolder()}` : inspect(error)));
  return 1;
}

/** Which folder a trouble with the disk is about; nothing where the archive is on a server, or the configuration cannot be read. */
function archiveFolder(): string {
  if (process.env.DATABASE_URL || process.env.DATABASE_URL_FILE) return '';
  try {
    return ` The archive is in ${resolve(loadConfig(process.env).dataDir)}.`;
  } catch {
    return '';
  }
}

if (import.meta.main) await start();
