import type { Command } from 'commander';

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
    .action(async (options) => (await import('./chat.ts')).chat(options));

  program
    .command('brief')
    .description('a briefing now')
    .argument('[interest...]', 'topic or words', ['everything'])
    .option(...from)
    .option('--since <when>', 'how far back: 24h, 3d, 2026-05-01')
    .option('--length <length>', 'headlines, short, normal or long', 'normal')
    .option('--language <language>', 'language of the articles; default: the one most of them are in')
    .option('--json', 'as JSON')
    .action(async (interest: string[], options) => (await import('./brief.ts')).brief(interest.join(' '), options));

  for (const [verb, description] of Object.entries(answerVerbs)) {
    program
      .command(verb)
      .description(description)
      .argument('<words...>')
      .option(...from)
      .option('--json', 'as JSON')
      .action(async (words: string[], options) =>
        (await import('./answer.ts')).answer(verb as keyof typeof answerVerbs, words.join(' '), options),
      );
  }

  program
    .command('why')
    .description('what became of an article or story, and why a briefing told it or did not')
    .argument('<what...>', "link, DW's number, story:<id>, or words of a story's title")
    .option('--subscription <id>', 'against the last briefing of this one; default: of the first few')
    .action(async (what: string[], options) => (await import('./why.ts')).why(what.join(' '), options));
}
