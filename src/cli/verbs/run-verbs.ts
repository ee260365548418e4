import type { Command } from 'commander';

/** Verbs that set up and run the service. */
export function addRunVerbs(program: Command): void {
  program.commandsGroup('Run it:');

  program
    .command('serve')
    .description('run the service: poll, brief, deliver (npm start)')
    .option(
      '--roles <roles>',
      'a part of it: poll, process, deliver, chat, with commas; the others elsewhere, see docs/postgresql.md',
    )
    .action(async (options) => (await import('../../main.ts')).serve(process.env, options));

  program
    .command('demo')
    .description('the whole pipeline on the bundled sample edition, without network or token (npm run demo)')
    .option('--once', 'print the briefing and exit')
    .option('--port <port>', 'port of the local page', '8787')
    .action(async (options: { once?: boolean; port: string }) => (await import('../demo/demo.ts')).demo(options));

  program
    .command('init')
    .description('write kurzwelle.yaml and .env: asks in a terminal, takes flags with --yes')
    .option('--yes', 'ask nothing: flags, defaults, and tokens from the environment')
    .option('--chats <names>', 'slack, discord, both with a comma, or none; the local page always runs')
    .option('--languages <tags>', 'languages of the feeds, such as en,de')
    .option('--zone <zone>', "time zone of channels that set none; default: this machine's")
    .option('--contact <address>', 'sent with every request, so that publishers can reach you')
    .option('--force', 'replace what is there; other lines of .env are kept')
    .option('--json', 'ask nothing, and say as JSON what was written')
    .action(async (options) => (await import('../init/init.ts')).init(options, process.env));

  program
    .command('doctor')
    .description('check configuration, tokens, rights, clock, disk, database, feeds and model; says what to do')
    .option('--offline', 'ask nobody else')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./doctor.ts')).doctor(options, process.env));

  program
    .command('config')
    .description('the settings in force: file, environment and defaults')
    .option('--json', 'as JSON')
    .option('--schema', 'the JSON schema of the file, for editors')
    .option('--reference', 'every setting there is, as docs/configuration.md')
    .action(async (options) => (await import('./config.ts')).config(options, process.env));
}
