import { CommanderError } from 'commander';
import { ConfigError } from '../config/config.ts';
import { databaseTrouble } from '../storage/database-trouble.ts';
import { UserError } from '../user-error.ts';

/** Says what went wrong in one line each and gives the exit code: 2 for wrong use or configuration, 1 for what failed. */
export async function reportError(error: unknown): Promise<number> {
  if (error instanceof CommanderError) {
    if (error.code === 'commander.missingArgument' && process.argv.includes('--from'))
      console.error('--from takes everything behind it for sources: put the words before it.');
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
  // Of the disk and the database people need a sentence, of everything else whoever mends it needs all of it, without the secrets.
  const trouble = databaseTrouble(error);
  const [{ redactSecretsOf }, { inspect }] = await Promise.all([
    import('../lifecycle/secrets-of.ts'),
    import('node:util'),
  ]);
  console.error(redactSecretsOf(process.env)(trouble ? trouble.text : inspect(error)));
  return 1;
}
