import { type Argument, Command } from 'commander';
import { endWithReader } from './end-with-reader.ts';
import { reportError } from './report-error.ts';
import { addAskVerbs } from './verbs/ask-verbs.ts';
import { addInsightVerbs } from './verbs/insight-verbs.ts';
import { addPlatformVerbs } from './verbs/platform-verbs.ts';
import { addRunVerbs } from './verbs/run-verbs.ts';
import { addScriptVerbs } from './verbs/script-verbs.ts';
import { addUpkeepVerbs } from './verbs/upkeep-verbs.ts';

readEnvironmentFile();
endWithReader(process.stdout, () => process.exit(0));

// Verbs are imported when they are called, so that an answer does not wait for the server's code to load.
const program = new Command('kurzwelle')
  .description('Short, cited news briefings from Deutsche Welle for Slack, Discord and this terminal')
  .showHelpAfterError('(--help shows what there is)')
  // Short enough that descriptions stand beside the names on 80 columns; a verb's own help has its options.
  .configureHelp({ subcommandTerm: (verb) => [verb.name(), ...verb.registeredArguments.map(termOf)].join(' ') })
  .exitOverride();

for (const addVerbs of [addRunVerbs, addAskVerbs, addUpkeepVerbs, addPlatformVerbs, addInsightVerbs, addScriptVerbs])
  addVerbs(program);

program.addHelpCommand(
  program.createCommand('help').argument('[verb]').description('what a verb takes').helpGroup('Run it:'),
);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = await reportError(error);
}

function termOf(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

/** Secrets from `.env` of the current folder, where there is one; what the environment has already counts more. */
function readEnvironmentFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') console.error(`.env was not read (${code ?? 'unknown error'}); check its rights.`);
  }
}
