import { Argument, type Command, Option } from 'commander';
import { platforms } from '../../chat/platforms.ts';

/** Verbs for who looks after an archive: health, copies, moves, removal. */
export function addUpkeepVerbs(program: Command): void {
  program.commandsGroup('Look after it:');

  program
    .command('status')
    .description('how the service is: archive, feeds, subscriptions, deliveries')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./status.ts')).status(options));

  const feeds = program
    .command('feeds')
    .description('health of the feeds: last read, how often they are asked and why, trouble')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./feeds.ts')).feeds(options));

  feeds
    .command('import')
    .description('add the feeds of an OPML file to the configuration file')
    .argument('<file.opml>')
    .option('--print', 'print the configuration file as it would be, and leave it alone')
    .action(async (file: string, options) => (await import('./feeds-opml.ts')).importFeeds(file, options, process.env));

  feeds
    .command('export')
    .description('the configured feeds as OPML')
    .action(async () => (await import('./feeds-opml.ts')).exportFeeds(process.env));

  program
    .command('export')
    .description('for kurzwelle import: everything, or the subscriptions of all channels as YAML')
    .addOption(
      new Option('--archive <file>', 'everything, to that .jsonl or .jsonl.gz file').conflicts('subscriptions'),
    )
    .option('--subscriptions', 'the subscriptions alone, to standard output')
    .option('--salvage', 'with --archive: what is readable of a damaged archive')
    .action(async (options: { archive?: string; subscriptions?: boolean; salvage?: boolean }, command: Command) => {
      const { archive, subscriptions } = options;
      if (archive !== undefined && options.salvage) await (await import('./salvage.ts')).salvage(archive, process.env);
      else if (archive !== undefined) await (await import('./export-archive.ts')).exportWhole(archive, process.env);
      else if (subscriptions) await (await import('./export.ts')).exportSubscriptions();
      else command.error('Say what to export: --archive <file> or --subscriptions');
    });

  program
    .command('import')
    .description('bring in what was exported, all or nothing; the service must not run')
    .argument('<file>', 'subscriptions as YAML, or a whole archive as .jsonl or .jsonl.gz')
    .action(async (file: string) => {
      const { isArchiveFile, importWhole } = await import('./import-archive.ts');
      await (isArchiveFile(file) ? importWhole(file, process.env) : (await import('./import.ts')).importFile(file));
    });

  program
    .command('backup')
    .description('copy the archive to a file, also while the service runs; see docs/backup.md')
    .argument('<file>', 'of the copy')
    .option('--force', 'replace a file that is there')
    .action(async (file: string, options) => (await import('./backup.ts')).backup(file, options, process.env));

  program
    .command('migrate')
    .description('bring the archive up to date, as the next start would, after a copy; the service must not run')
    .option('--plan', 'only say what there is to do')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./migrate.ts')).migrateArchive(options, process.env));

  program
    .command('forget')
    .description(
      'take out what is kept of a person, channel or workspace; the service must not run; see docs/privacy.md',
    )
    .addArgument(new Argument('<what>', 'of whom').choices(['user', 'channel', 'workspace']))
    .addArgument(new Argument('<platform>', 'where').choices(platforms))
    .argument('<id...>', "the platform's id; of a channel: that of its workspace or server, and its own")
    .option('--json', 'as JSON')
    .action(async (what, platform, ids: string[], options) =>
      (await import('./forget.ts')).forget(what, platform, ids, options, process.env),
    );

  program
    .command('forget-article')
    .description('take articles out of the archive, with all revisions; the service must not run; see docs/privacy.md')
    .argument('<id...>', "ids such as dw:62490032, or DW's numbers")
    .option('--json', 'as JSON')
    .action(async (ids: string[], options) => (await import('./forget.ts')).forgetArticles(ids, options, process.env));
}
