import type { Command } from 'commander';

/** Verbs that make the app known to Slack and Discord. */
export function addPlatformVerbs(program: Command): void {
  program.commandsGroup('Set up Slack and Discord:');

  program
    .command('manifest')
    .description('the Slack app, to paste where Slack creates one; see docs/slack.md')
    .option('--json', 'as JSON; default YAML')
    .option(
      '--http [url]',
      "for Slack's requests to an https address of yours, by default chat.slack.url; without it: Socket Mode, which needs none",
    )
    .action(async (options) => console.log((await import('./manifest.ts')).manifest(options, process.env)));

  program
    .command('register')
    .description('tell Discord the slash commands, where they differ; see docs/discord.md')
    .option('--guild <id>', 'of one server alone, at once: for development')
    .option('--dry-run', 'only say what differs')
    .action(async (options) => console.log(await (await import('./register.ts')).register(options, process.env)));
}
