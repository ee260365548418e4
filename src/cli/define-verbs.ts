import { Argument, type Command, Option } from 'commander';
import { platforms } from '../chat/platforms.ts';
import { UserError } from '../user-error.ts';

/** Adds every verb, in the order that help lists them. */
export function addVerbs(program: Command): void {
  for (const add of [addRunVerbs, addAskVerbs, addUpkeepVerbs, addPlatformVerbs, addInsightVerbs, addScriptVerbs])
    add(program);
}

/** Verbs that set up and run the service. */
function addRunVerbs(program: Command): void {
  program.commandsGroup('Run it:');

  program
    .command('serve')
    .description('run the service: poll feeds, write briefings, deliver them (npm start)')
    .option(
      '--roles <roles>',
      'run only these parts, separated by commas: poll, process, deliver, chat; see docs/postgresql.md',
    )
    .action(async (options) => (await import('../main.ts')).serve(process.env, options));

  program
    .command('demo')
    .description('run the whole pipeline on the bundled sample edition; needs no network or tokens (npm run demo)')
    .option('--once', 'print the briefing and exit')
    .option('--port <port>', 'port for the local page', '8787')
    .action(async (options: { once?: boolean; port: string }) => (await import('./demo/demo.ts')).demo(options));

  program
    .command('init')
    .description('write kurzwelle.yaml and .env: asks questions, or takes flags with --yes')
    .option('--yes', 'ask no questions: use flags, defaults, and tokens from the environment')
    .option('--chats <names>', 'slack, discord, both (slack,discord), or none')
    .option('--no-page', 'do not serve the local page beside Slack and Discord')
    .option('--languages <tags>', 'feed languages, such as en,de')
    .option('--zone <zone>', "time zone for channels without their own; default: this machine's")
    .option('--contact <address>', 'email or link sent with every request, so that publishers can reach you')
    .option('--force', 'replace existing files; other lines of .env are kept')
    .option('--json', 'ask no questions, and print what was written as JSON')
    .action(async (options) => (await import('./init/init.ts')).init(options, process.env));

  program
    .command('doctor')
    .description('check configuration, tokens, permissions, clock, disk, database, feeds and model')
    .option('--offline', 'skip checks that need the network')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./verbs/doctor.ts')).doctor(options, process.env));

  program
    .command('config')
    .description('show the settings in effect: from file, environment and defaults')
    .option('--json', 'as JSON')
    .option('--schema', 'print the JSON schema of the configuration file, for editors')
    .option('--reference', 'print the reference of all settings (docs/configuration.md)')
    .action(async (options) => (await import('./verbs/config.ts')).config(options, process.env));

  program
    .command('hash-password')
    .description('hash a password for server.auth.users, asked for or read from standard input')
    .action(async () => (await import('./verbs/hash-password.ts')).printPasswordHash());
}

const from = [
  '--from <source...>',
  'answer only from these files, folders or URLs: pages, plain text, feeds, .jsonl, .jsonl.gz. Put it last',
] as const;

const answerVerbs = {
  who: 'look up a person, organization or country in the news',
  background: 'what a story is about, why it matters, and who is involved',
  story: 'the latest on one story, with its articles',
  ask: 'answer a question from the archive, or say that it has no answer',
  search: 'find articles that contain these words',
} as const;

/** Verbs that answer from the archive, or from sources given with `--from`. */
function addAskVerbs(program: Command): void {
  program.commandsGroup('Ask the archive:');

  program
    .command('chat')
    .description('use the slash commands in this terminal')
    .option(...from)
    .action(async (options) => (await import('./verbs/chat.ts')).chat(options));

  program
    .command('brief')
    .description('write a briefing now')
    .argument('[interest...]', 'topic or words', ['everything'])
    .option(...from)
    .option('--since <when>', 'how far back: 24h, 3d, 2026-05-01')
    .option('--until <day>', 'a day in the past: yesterday, monday, 2026-05-01')
    .option('--length <length>', 'headlines, short, normal or long')
    .option('--as <kind>', 'week: the week in review')
    .option('--without <presets>', 'leave out sport, war or celebrities')
    .option('--language <language>', 'language of the articles; default: that of most of them')
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
    .description('what happened to an article or story, and why a briefing did or did not include it')
    .argument('<what...>', "link, DW's number, story:<id>, or words of a story's title")
    .option('--subscription <id>', "compare with this subscription's last briefing; default: those of the first few")
    .action(async (what: string[], options) => (await import('./verbs/answer.ts')).why(what.join(' '), options));
}

/** Verbs for who looks after an archive: health, copies, moves, removal. */
function addUpkeepVerbs(program: Command): void {
  program.commandsGroup('Maintain it:');

  program
    .command('status')
    .description('show the state of the archive, feeds, subscriptions and deliveries')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./verbs/status.ts')).status(options));

  const feeds = program
    .command('feeds')
    .description('show feed health: last read, polling interval and why, problems')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./verbs/status.ts')).feeds(options));

  feeds
    .command('import')
    .description('add the feeds of an OPML file to the configuration file')
    .argument('<file.opml>')
    .option('--language <tag>', 'language of feeds for which the file names none', 'en')
    .option('--print', 'print the changed configuration file without saving it')
    .action(async (file: string, options) =>
      (await import('./verbs/feeds-opml.ts')).importFeeds(file, options, process.env),
    );

  feeds
    .command('add')
    .description('find the feeds of a site, and add those you choose to the configuration file')
    .argument('<address>', 'of any page of the site, or of a feed')
    .option('--name <name>', "name people see; default: the feed's title")
    .option('--language <tag>', 'language of its articles; default: as the feed says, else en')
    .option('--topics <ids>', 'topics that all its articles belong to, separated by commas')
    .option('--all', 'add all that are found')
    .option('--print', 'print the changed configuration file without saving it')
    .action(async (address: string, options) =>
      (await import('./verbs/feeds-add.ts')).addFeeds(address, options, process.env),
    );

  feeds
    .command('export')
    .description('print the configured feeds as OPML')
    .action(async () => (await import('./verbs/feeds-opml.ts')).exportFeeds(process.env));

  program
    .command('export')
    .description('export everything, or all subscriptions as YAML, for kurzwelle import')
    .addOption(
      new Option('--archive <file>', 'export everything to this .jsonl or .jsonl.gz file').conflicts('subscriptions'),
    )
    .option('--subscriptions', 'print only the subscriptions, as YAML')
    .option('--salvage', 'with --archive: save what is still readable in a damaged archive')
    .action(async (options: { archive?: string; subscriptions?: boolean; salvage?: boolean }, command: Command) => {
      const { archive, subscriptions } = options;
      if (archive !== undefined && options.salvage)
        await (await import('./verbs/export.ts')).salvage(archive, process.env);
      else if (archive !== undefined) await (await import('./verbs/export.ts')).exportWhole(archive, process.env);
      else if (subscriptions) await (await import('./verbs/export.ts')).exportSubscriptions();
      else command.error('Choose what to export: --archive <file> or --subscriptions');
    });

  program
    .command('import')
    .description('import an export, all or nothing; stop the service first')
    .argument('<file>', 'subscriptions as YAML, or a whole archive as .jsonl or .jsonl.gz')
    .action(async (file: string) => {
      const { isArchiveFile, importWhole } = await import('./verbs/import.ts');
      await (isArchiveFile(file)
        ? importWhole(file, process.env)
        : (await import('./verbs/import.ts')).importFile(file));
    });

  program
    .command('backup')
    .description('copy the archive to a file, even while the service runs; see docs/backup.md')
    .argument('<file>', 'where to save the copy')
    .option('--force', 'replace an existing file')
    .action(async (file: string, options) => (await import('./verbs/backup.ts')).backup(file, options, process.env));

  program
    .command('migrate')
    .description('migrate the archive, as the next start would, after making a copy; stop the service first')
    .option('--plan', 'only show what would be done')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./verbs/migrate.ts')).migrateArchive(options, process.env));

  program
    .command('forget')
    .description(
      'delete what is stored about a person, channel or workspace; stop the service first; see docs/privacy.md',
    )
    .addArgument(new Argument('<what>', 'what to forget').choices(['user', 'channel', 'workspace']))
    .addArgument(new Argument('<platform>', 'on which platform').choices(platforms))
    .argument('<id...>', "the platform's id; for a channel, the id of its workspace or server, then its own")
    .option('--json', 'as JSON')
    .action(async (what, platform, ids: string[], options) =>
      (await import('./verbs/forget.ts')).forget(what, platform, ids, options, process.env),
    );

  program
    .command('forget-article')
    .description('delete articles with all their revisions; stop the service first; see docs/privacy.md')
    .argument('<id...>', "ids such as dw:62490032, or DW's numbers")
    .option('--json', 'as JSON')
    .action(async (ids: string[], options) =>
      (await import('./verbs/forget.ts')).forgetArticles(ids, options, process.env),
    );
}

/** Verbs that make the app known to Slack and Discord. */
function addPlatformVerbs(program: Command): void {
  program.commandsGroup('Set up Slack and Discord:');

  program
    .command('manifest')
    .description('print the Slack app manifest, to paste when creating the app; see docs/slack.md')
    .option('--json', 'as JSON instead of YAML')
    .option('--link', 'print a link that creates the app in your browser')
    .option('--http [url]', 'use HTTP requests to this https address (default: chat.slack.url) instead of Socket Mode')
    .action(async (options) => console.log((await import('./verbs/register.ts')).manifest(options, process.env)));

  program
    .command('rehearse')
    .description('run the platform tests against the real platform, in a test workspace')
    .argument('<platform>', 'slack or discord')
    .option('--channel <id>', 'where to post; the bot must be a member')
    .action(async (platform, options) => {
      if (platform !== 'slack' && platform !== 'discord')
        throw new UserError(`Unknown platform "${platform}". Use slack or discord.`);
      const { rehearseDiscord, rehearseSlack } = await import('./verbs/rehearse.ts');
      console.log(await (platform === 'slack' ? rehearseSlack : rehearseDiscord)(options, process.env));
    });

  program
    .command('register')
    .description('register the slash commands with Discord, where they differ; see docs/discord.md')
    .option('--guild <id>', 'only in this server, effective at once: for development')
    .option('--dry-run', 'only show what differs')
    .action(async (options) => console.log(await (await import('./verbs/register.ts')).register(options, process.env)));
}

/** Verbs that show and fix deliveries and actors in the archive. */
function addInsightVerbs(program: Command): void {
  program.commandsGroup('Look into it:');

  const deliveries = program.command('deliveries').description('show deliveries: sent, waiting and failed, and why');

  deliveries
    .command('list', { isDefault: true })
    .description('list the newest deliveries')
    .option('--state <state>', 'only these: due, claimed, sent, retrying, suspended, dead or missed')
    .option('--subscription <id>', 'only those of this subscription')
    .option('--limit <count>', 'at most this many', '20')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./verbs/deliveries.ts')).listDeliveries(options));

  deliveries
    .command('show')
    .description('show all details of a delivery, with the message if the platform refused it')
    .argument('<id>')
    .option('--json', 'as JSON')
    .action(async (id: string, options) => (await import('./verbs/deliveries.ts')).showDelivery(id, options));

  deliveries
    .command('retry')
    .description('retry a failed delivery')
    .argument('<id>')
    .action(async (id: string) => (await import('./verbs/deliveries.ts')).retryDelivery(id));

  deliveries
    .command('drop')
    .description('give up on a delivery; the next briefing starts after its time span')
    .argument('<id>')
    .action(async (id: string) => (await import('./verbs/deliveries.ts')).dropDelivery(id));

  program
    .command('recall')
    .description(
      'retract a line, an article or a story from all posts that contain it; without arguments, list what was retracted',
    )
    .argument('[of]', "an article's link or id, or story:<id>")
    .option('--line <words>', 'only the line that contains these words')
    .option('--note <text>', 'the correct information, or the reason; shown in the posts')
    .option('--undo', 'restore it')
    .option('--json', 'as JSON')
    .action(async (of: string | undefined, options) =>
      (await import('./verbs/recall.ts')).recallFromPosts(of, options),
    );

  const actors = program.command('actors').description('show actors, and correct which names mean the same one');

  actors
    .command('list', { isDefault: true })
    .description('list actors, most mentioned first')
    .argument('[name]', 'only names that begin like this')
    .option('--limit <count>', 'at most this many', '20')
    .option('--json', 'as JSON')
    .action(async (name: string | undefined, options) =>
      (await import('./verbs/actors.ts')).listActors({ ...options, ...(name === undefined ? {} : { name }) }),
    );

  actors
    .command('show')
    .description('show the names and roles of an actor, and why they were joined')
    .argument('<actor>', 'number or name')
    .option('--json', 'as JSON')
    .action(async (actor: string, options) => (await import('./verbs/actors.ts')).showActor(actor, options));

  actors
    .command('merge')
    .description('treat one actor as another, now and in later articles')
    .argument('<actor>', 'number or name')
    .argument('<into>', 'number or name')
    .option('--because <reason>', 'note that actors show displays')
    .action(async (actor: string, into: string, options) =>
      (await import('./verbs/actors.ts')).mergeActor(actor, into, options),
    );

  actors
    .command('split')
    .description('undo a merge; with --articles, move these articles to another actor with the same name')
    .argument('<actor>', 'number; with --articles, a name works too')
    .option('--articles <id...>', 'articles about somebody else')
    .action(async (actor: string, options) => (await import('./verbs/actors.ts')).splitActor(actor, options));
}

/** Verbs for files and scripts, without an archive. */
function addScriptVerbs(program: Command): void {
  program.commandsGroup('Try it on files, and in scripts:');

  program
    .command('inspect')
    .description('show what is read from a feed or page')
    .addArgument(new Argument('<kind>', 'what kind of source').choices(['feed', 'page']))
    .argument('<source...>', 'files or URLs; a .txt file is read as a page of plain text')
    .option('--json', 'as JSON')
    .action(async (kind: 'feed' | 'page', sources: string[], options: { json?: boolean }) =>
      (await import('./verbs/inspect.ts')).inspect(kind, sources, options),
    );

  program
    .command('languages')
    .description('list interface languages and missing translations; see docs/languages.md')
    .action(async () => console.log((await import('./verbs/languages.ts')).listLanguages()));

  program
    .command('batch')
    .description('process JSON Lines in scripts: one object per line in and out')
    .argument('<task>', 'summarize, actors, quotes, stories, novelty, extract, timeline, answers, editions or lines')
    .option('--from <source...>', 'answers: files, folders or URLs to answer lines from that bring no articles')
    .action(async (task: string, options: { from?: string[] }) =>
      (await import('./batch/index.ts')).batch(task, process.stdin, process.stdout, options.from),
    );

  program
    .command('bench')
    .description('measure each step against a simpler baseline; takes at most ten minutes; see bench/README.md')
    .option('--quick', 'fewer rounds and smaller archives: at most 90 seconds')
    .option('--only <step...>', 'only these steps, without a time limit')
    .option('--model', 'with --only answers: how well the configured model chooses, over the sample edition')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./verbs/bench.ts')).bench(options));
}
