import { Argument, type Command } from 'commander';

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
      (await import('./inspect.ts')).inspect(kind, sources, options),
    );

  program
    .command('languages')
    .description('the languages Kurzwelle speaks, and what is not translated yet; see docs/languages.md')
    .action(async () => console.log((await import('./languages.ts')).listLanguages()));

  program
    .command('batch')
    .description('a filter for scripts: one JSON object a line in and out')
    .argument('<task>', 'summarize, actors, quotes, stories, novelty, extract or timeline')
    .action(async (task: string) => (await import('../batch/index.ts')).batch(task, process.stdin, process.stdout));

  program
    .command('bench')
    .description(
      "measure each step beside something simpler, on the project's own texts; ends after ten minutes at most; see bench/README.md",
    )
    .option('--quick', 'fewer rounds and small archives: 90 seconds at most')
    .option('--only <step...>', 'these steps alone, as long as they take')
    .option('--json', 'as JSON')
    .action(async (options) => (await import('./bench.ts')).bench(options));
}
