import { runProgram } from '../../src/cli/index.ts';
import { forgetHabits } from '../../src/text/learned-habits.ts';

/** One call of the command line, as `runCli` sends it. */
export interface CliCall {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

// Runs one call after the other, each with a folder and an environment of its own. Writes to both outputs when a call is over.
process.on('message', async ({ args, cwd, env }: CliCall) => {
  forgetHabits();
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.exitCode = 0;
  process.chdir(cwd);
  await runProgram(args);
  for (const output of [process.stdout, process.stderr]) output.write(`\0exit ${process.exitCode}\0`);
});

process.on('disconnect', () => process.exit());
