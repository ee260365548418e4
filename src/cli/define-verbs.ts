import { Argument, type Command, Option } from 'commander';
import { platforms } from '../chat/platforms.ts';
import { UserError } from '../user-error.ts';

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
    .action(async (options) => (await import('../main.ts')).serve(process.env, options));

  program
    .command('demo')
    .description('the whole pipeline on the bundled sample edition, without network or token (npm run demo)')
    .option('--once', 'print the briefing and exit')
    .option('--port <port>', 'port of the local page', '8787')
    .action(async (options: { once?: boolean; port: string }) => (await import('./demo/demo.ts')).demo(options));

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
    .action(async (options) => (await import('./init/init.ts')).init(options, process.env));

  program
    .command('doctor')
    .description('check configuration, tokens, rights, clock, disk, database, feeds and model; says what to do')
    .option('--offline', 'ask nobody else')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./verbs/doctor.ts')).doctor(options, process.env));

  program
    .command('config')
    .description('the settings in force: file, environment and defaults')
    .option('--json', 'as JSON')
    .option('--schema', 'the JSON schema of the file, for editors')
    .option('--reference', 'every setting there is, as docs/configuration.md')
    .action(async (options) => (await import('./verbs/config.ts')).config(options, process.env));
}

const from = [
  '--from <source...>',
  'answer from these alone: pages, plain text, feeds, .jsonl or .jsonl.gz; files, folders or URLs. Words go before it',
] as const;

const answerVerbs = {
  who: 'who a person, organization or state in the news is',
  background: 'what a story is about, why it matters, who is involved',
  story: 'the latest of one story and its articles',
  ask: 'a question, answered from the archive or refused',
  search: 'articles that hold these words',
} as const;

/** Verbs that answer from the archive, or from sources given with `--from`. */
export function addAskVerbs(program: Command): void {
  program.commandsGroup('Ask the archive:');

  program
    .command('chat')
    .description('the slash commands in this terminal, over the archive')
    .option(...from)
    .action(async (options) => (await import('./verbs/chat.ts')).chat(options));

  program
    .command('brief')
    .description('a briefing now')
    .argument('[interest...]', 'topic or words', ['everything'])
    .option(...from)
    .option('--since <when>', 'how far back: 24h, 3d, 2026-05-01')
    .option('--length <length>', 'headlines, short, normal or long', 'normal')
    .option('--language <language>', 'language of the articles; default: the one most of them are in')
    .option('--json', 'as JSON')
    .action(async (interest: string[], options) =>
      (await import('./verbs/answer.ts')).brief(interest.join(' '), options),
    );

  for (const [verb, description] of Object.entries(answerVerbs)) {
    program
      .command(verb)
      .description(description)
      .argument('<words...>')
      .option(...from)
      .option('--json', 'as JSON')
      .action(async (words: string[], options) =>
        (await import('./verbs/answer.ts')).answer(verb as keyof typeof answerVerbs, words.join(' '), options),
      );
  }

  program
    .command('why')
    .description('what became of an article or story, and why a briefing told it or did not')
    .argument('<what...>', "link, DW's number, story:<id>, or words of a story's title")
    .option('--subscription <id>', 'against the last briefing of this one; default: of the first few')
    .action(async (what: string[], options) => (await import('./verbs/answer.ts')).why(what.join(' '), options));
}

/** Verbs for who looks after an archive: health, copies, moves, removal. */
export function addUpkeepVerbs(program: Command): void {
  program.commandsGroup('Look after it:');

  program
    .command('status')
    .description('how the service is: archive, feeds, subscriptions, deliveries')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./verbs/status.ts')).status(options));

  const feeds = program
    .command('feeds')
    .description('health of the feeds: last read, how often they are asked and why, trouble')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./verbs/status.ts')).feeds(options));

  feeds
    .command('import')
    .description('add the feeds of an OPML file to the configuration file')
    .argument('<file.opml>')
    .option('--print', 'print the configuration file as it would be, and leave it alone')
    .action(async (file: string, options) =>
      (await import('./verbs/feeds-opml.ts')).importFeeds(file, options, process.env),
    );

  feeds
    .command('export')
    .description('the configured feeds as OPML')
    .action(async () => (await import('./verbs/feeds-opml.ts')).exportFeeds(process.env));

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
      if (archive !== undefined && options.salvage)
        await (await import('./verbs/export.ts')).salvage(archive, process.env);
      else if (archive !== undefined) await (await import('./verbs/export.ts')).exportWhole(archive, process.env);
      else if (subscriptions) await (await import('./verbs/export.ts')).exportSubscriptions();
      else command.error('Say what to export: --archive <file> or --subscriptions');
    });

  program
    .command('import')
    .description('bring in what was exported, all or nothing; the service must not run')
    .argument('<file>', 'subscriptions as YAML, or a whole archive as .jsonl or .jsonl.gz')
    .action(async (file: string) => {
      const { isArchiveFile, importWhole } = await import('./verbs/import.ts');
      await (isArchiveFile(file)
        ? importWhole(file, process.env)
        : (await import('./verbs/import.ts')).importFile(file));
    });

  program
    .command('backup')
    .description('copy the archive to a file, also while the service runs; see docs/backup.md')
    .argument('<file>', 'of the copy')
    .option('--force', 'replace a file that is there')
    .action(async (file: string, options) => (await import('./verbs/backup.ts')).backup(file, options, process.env));

  program
    .command('migrate')
    .description('bring the archive up to date, as the next start would, after a copy; the service must not run')
    .option('--plan', 'only say what there is to do')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./verbs/migrate.ts')).migrateArchive(options, process.env));

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
      (await import('./verbs/forget.ts')).forget(what, platform, ids, options, process.env),
    );

  program
    .command('forget-article')
    .description('take articles out of the archive, with all revisions; the service must not run; see docs/privacy.md')
    .argument('<id...>', "ids such as dw:62490032, or DW's numbers")
    .option('--json', 'as JSON')
    .action(async (ids: string[], options) =>
      (await import('./verbs/forget.ts')).forgetArticles(ids, options, process.env),
    );
}

/** Verbs that make the app known to Slack and Discord. */
export function addPlatformVerbs(program: Command): void {
  program.commandsGroup('Set up Slack and Discord:');

  program
    .command('manifest')
    .description('the Slack app, to paste where Slack creates one; see docs/slack.md')
    .option('--json', 'as JSON; default YAML')
    .option('--link', 'the address that creates the app with one click, to open in a browser')
    .option(
      '--http [url]',
      "for Slack's requests to an https address of yours, by default chat.slack.url; without it: Socket Mode, which needs none",
    )
    .action(async (options) => console.log((await import('./verbs/register.ts')).manifest(options, process.env)));

  program
    .command('rehearse')
    .description('play against the platform itself, in a test workspace, what the tests play against a fake of it')
    .argument('<platform>', 'slack or discord')
    .option('--channel <id>', 'where to post; the bot is a member of it')
    .action(async (platform, options) => {
      if (platform !== 'slack' && platform !== 'discord')
        throw new UserError(`There is no rehearsal of "${platform}"; use slack or discord.`);
      const { rehearseDiscord, rehearseSlack } = await import('./verbs/rehearse.ts');
      console.log(await (platform === 'slack' ? rehearseSlack : rehearseDiscord)(options, process.env));
    });

  program
    .command('register')
    .description('tell Discord the slash commands, where they differ; see docs/discord.md')
    .option('--guild <id>', 'of one server alone, at once: for development')
    .option('--dry-run', 'only say what differs')
    .action(async (options) => console.log(await (await import('./verbs/register.ts')).register(options, process.env)));
}

/** Verbs that show and fix deliveries and actors in the archive. */
export function addInsightVerbs(program: Command): void {
  program.commandsGroup('Look into it:');

  const deliveries = program.command('deliveries').description('the outbox: what was sent, waits, failed, and why');

  deliveries
    .command('list', { isDefault: true })
    .description('the newest deliveries')
    .option('--state <state>', 'due, claimed, sent, retrying, suspended, dead or missed')
    .option('--subscription <id>', 'of one subscription')
    .option('--limit <count>', 'so many at most', '20')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./verbs/deliveries.ts')).listDeliveries(options));

  deliveries
    .command('show')
    .description('everything known of one, with the message that a platform would not take')
    .argument('<id>')
    .option('--json', 'as JSON')
    .action(async (id: string, options) => (await import('./verbs/deliveries.ts')).showDelivery(id, options));

  deliveries
    .command('retry')
    .description('have one that failed tried again')
    .argument('<id>')
    .action(async (id: string) => (await import('./verbs/deliveries.ts')).retryDelivery(id));

  deliveries
    .command('drop')
    .description('give one up; the next briefing begins after its window')
    .argument('<id>')
    .action(async (id: string) => (await import('./verbs/deliveries.ts')).dropDelivery(id));

  const actors = program.command('actors').description('who is in the archive, and which names are taken for one');

  actors
    .command('list', { isDefault: true })
    .description('actors, most written about first')
    .argument('[name]', 'only those whose names begin so')
    .option('--limit <count>', 'so many at most', '20')
    .option('--json', 'as JSON')
    .action(async (name: string | undefined, options) =>
      (await import('./verbs/actors.ts')).listActors({ ...options, ...(name === undefined ? {} : { name }) }),
    );

  actors
    .command('show')
    .description('names, roles, and why the archive takes them for one')
    .argument('<actor>', 'number or name')
    .option('--json', 'as JSON')
    .action(async (actor: string, options) => (await import('./verbs/actors.ts')).showActor(actor, options));

  actors
    .command('merge')
    .description('show one actor as another, now and in later articles')
    .argument('<actor>', 'number or name')
    .argument('<into>', 'number or name')
    .option('--because <reason>', 'kept, and shown by actors show')
    .action(async (actor: string, into: string, options) =>
      (await import('./verbs/actors.ts')).mergeActor(actor, into, options),
    );

  actors
    .command('split')
    .description('undo a merge; with --articles, make another bearer of the name of what they say')
    .argument('<actor>', 'number, with --articles also a name')
    .option('--articles <id...>', 'articles that mean somebody else')
    .action(async (actor: string, options) => (await import('./verbs/actors.ts')).splitActor(actor, options));
}

/** Verbs for files and scripts, without an archive. */
export function addScriptVerbs(program: Command): void {
  program.commandsGroup('Try it on files, and in scripts:');

  program
    .command('inspect')
    .description('what the program understands of a feed or page')
    .addArgument(new Argument('<kind>', 'what the sources are').choices(['feed', 'page']))
    .argument('<source...>', 'files or URLs; a .txt file is a page of plain text')
    .option('--json', 'as JSON')
    .action(async (kind: 'feed' | 'page', sources: string[], options: { json?: boolean }) =>
      (await import('./verbs/inspect.ts')).inspect(kind, sources, options),
    );

  program
    .command('languages')
    .description('the languages Kurzwelle speaks, and what is not translated yet; see docs/languages.md')
    .action(async () => console.log((await import('./verbs/languages.ts')).listLanguages()));

  program
    .command('batch')
    .description('a filter for scripts: one JSON object a line in and out')
    .argument('<task>', 'summarize, actors, quotes, stories, novelty, extract, timeline or editions')
    .action(async (task: string) => (await import('./batch/index.ts')).batch(task, process.stdin, process.stdout));

  program
    .command('bench')
    .description(
      "measure each step beside something simpler, on the project's own texts; ends after ten minutes at most; see bench/README.md",
    )
    .option('--quick', 'fewer rounds and small archives: 90 seconds at most')
    .option('--only <step...>', 'these steps alone, as long as they take')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./verbs/bench.ts')).bench(options));
}
