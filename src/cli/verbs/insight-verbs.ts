import type { Command } from 'commander';

/** Verbs that show, and mend, what the archive holds of deliveries and actors. */
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
    .action(async (options) => (await import('./deliveries.ts')).listDeliveries(options));

  deliveries
    .command('show')
    .description('everything known of one, with the message that a platform would not take')
    .argument('<id>')
    .option('--json', 'as JSON')
    .action(async (id: string, options) => (await import('./deliveries.ts')).showDelivery(id, options));

  deliveries
    .command('retry')
    .description('have one that failed tried again')
    .argument('<id>')
    .action(async (id: string) => (await import('./deliveries.ts')).retryDelivery(id));

  deliveries
    .command('drop')
    .description('give one up; the next briefing begins after its window')
    .argument('<id>')
    .action(async (id: string) => (await import('./deliveries.ts')).dropDelivery(id));

  const actors = program.command('actors').description('who is in the archive, and which names are taken for one');

  actors
    .command('list', { isDefault: true })
    .description('actors, most written about first')
    .argument('[name]', 'only those whose names begin so')
    .option('--limit <count>', 'so many at most', '20')
    .option('--json', 'as JSON')
    .action(async (name: string | undefined, options) =>
      (await import('./actors.ts')).listActors({ ...options, ...(name === undefined ? {} : { name }) }),
    );

  actors
    .command('show')
    .description('names, roles, and why the archive takes them for one')
    .argument('<actor>', 'number or name')
    .option('--json', 'as JSON')
    .action(async (actor: string, options) => (await import('./actors.ts')).showActor(actor, options));

  actors
    .command('merge')
    .description('show one actor as another, now and in later articles')
    .argument('<actor>', 'number or name')
    .argument('<into>', 'number or name')
    .option('--because <reason>', 'kept, and shown by actors show')
    .action(async (actor: string, into: string, options) =>
      (await import('./actors.ts')).mergeActor(actor, into, options),
    );

  actors
    .command('split')
    .description('undo a merge; with --articles, make another bearer of the name of what they say')
    .argument('<actor>', 'number, with --articles also a name')
    .option('--articles <id...>', 'articles that mean somebody else')
    .action(async (actor: string, options) => (await import('./actors.ts')).splitActor(actor, options));
}
