import { type Command, commandIn, commandsOn } from '../src/chat/command.ts';
import { context, heading, words } from '../src/chat/write.ts';
import { UserError } from '../src/user-error.ts';
import type { Catalog } from '../src/wording/catalog.ts';
import { en } from '../src/wording/en/index.ts';
import { eitherOf } from '../src/wording/formats.ts';
import { type CommandServices, defineCommand } from './define-command.ts';

const described = en.commands.help;

/** `help` describes the other commands, so it is made from them. */
export function createHelp(others: readonly Command<CommandServices>[]): Command<CommandServices> {
  return defineCommand({
    name: 'help',
    description: described.description,
    example: 'help subscribe',
    options: { command: { description: described.command, completes: 'command' } },
    async run({ command: name }, { caller, say }) {
      const offered = commandsOn(caller.channel.platform, others);
      if (name !== undefined) return commandHelp(commandIn(find(offered, name), say), say);
      const { title, note } = say.service.help;
      return {
        summary: title,
        blocks: [
          heading('Kurzwelle'),
          {
            kind: 'list',
            items: offered
              .map((command) => commandIn(command, say))
              .map(({ name: command, description }) => [words(`/${command}`, 'code'), words(`  ${description}`)]),
          },
          context(note('/help subscribe')),
        ],
      };
    },
  });
}

function find(commands: readonly Command<CommandServices>[], name: string): Command<CommandServices> {
  const wanted = name.replace(/^\//, '').toLowerCase();
  const found = commands.find((command) => command.name === wanted);
  const names = commands.map((command) => command.name);
  if (!found) throw new UserError((say) => say.refusals.unknownCommand(name, eitherOf(names, say)));
  return found;
}

function commandHelp({ name, description, example, options }: Command<CommandServices>, { service, colon }: Catalog) {
  const { optional, example: exampleIs } = service.help;
  return {
    summary: `/${name}: ${description}`,
    blocks: [
      heading(`/${name}`),
      { kind: 'paragraph' as const, spans: [words(/\p{P}$/u.test(description) ? description : `${description}.`)] },
      {
        kind: 'list' as const,
        items: Object.entries(options).map(([option, definition]) => [
          words(option, 'code'),
          words(
            `  ${definition.description}${definition.required ? '' : ` (${optional})`}${definition.choices ? `: ${definition.choices.map(({ value }) => value).join(', ')}` : ''}`,
          ),
        ]),
      },
      context(`${exampleIs}${colon}`, words(`/${example}`, 'code')),
    ],
  };
}
