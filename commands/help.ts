import type { Command } from '../src/chat/command.ts';
import { context, heading, words } from '../src/chat/write.ts';
import { UserError } from '../src/user-error.ts';
import { type CommandServices, defineCommand } from './define-command.ts';

/** `help` speaks of the other commands, so it is made from them. */
export function createHelp(others: readonly Command<CommandServices>[]): Command<CommandServices> {
  return defineCommand({
    name: 'help',
    description: 'What you can ask, or how one command works',
    example: 'help subscribe',
    options: { command: { description: 'A command', completes: 'command' } },
    async run({ command: name }) {
      if (name !== undefined) return commandHelp(find(others, name));
      return {
        summary: 'Commands',
        blocks: [
          heading('Kurzwelle'),
          {
            kind: 'list',
            items: others.map(({ name: command, description }) => [
              words(`/${command}`, 'code'),
              words(`  ${description}`),
            ]),
          },
          context(
            'Every line that is told carries its source. What the archive does not hold is refused. ',
            words('/help subscribe', 'code'),
            ' shows one command.',
          ),
        ],
      };
    },
  });
}

function find(commands: readonly Command<CommandServices>[], name: string): Command<CommandServices> {
  const wanted = name.replace(/^\//, '').toLowerCase();
  const found = commands.find((command) => command.name === wanted);
  if (!found)
    throw new UserError(`No command "${name}"; there are ${commands.map(({ name: known }) => known).join(', ')}.`);
  return found;
}

function commandHelp({ name, description, example, options }: Command<CommandServices>) {
  return {
    summary: `/${name}: ${description}`,
    blocks: [
      heading(`/${name}`),
      { kind: 'paragraph' as const, spans: [words(`${description}.`)] },
      {
        kind: 'list' as const,
        items: Object.entries(options).map(([option, definition]) => [
          words(option, 'code'),
          words(
            `  ${definition.description}${definition.required ? '' : ' (optional)'}${definition.choices ? `: ${definition.choices.map(({ value }) => value).join(', ')}` : ''}`,
          ),
        ]),
      },
      context('Example: ', words(`/${example}`, 'code')),
    ],
  };
}
