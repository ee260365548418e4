import { UserError } from '../user-error.ts';
import type { Asker } from './chat.ts';
import type { Command } from './command.ts';

/** Throws UserError where the asker may not do what manages a channel. */
export function checkRights(managesChannel: boolean | undefined, asker: Asker): void {
  if (managesChannel && !asker.mayManage)
    throw new UserError(
      asker.whyNotManage ?? 'Only who may manage this channel can change its subscriptions. Ask one of its managers.',
    );
}

/** What was given, without blanks. Throws UserError for what the command does not have, needs or does not offer. */
export function checkOptions(
  command: Command<never> | Command<unknown>,
  given: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(command.options, name));
  if (unknown !== undefined) {
    throw new UserError(
      `/${command.name} has no option "${unknown}"; it has ${Object.keys(command.options).join(', ') || 'none'}.`,
    );
  }
  for (const [name, definition] of Object.entries(command.options)) {
    const value = given[name]?.trim();
    if (definition.required && !value)
      throw new UserError(`/${command.name} needs ${name}: ${definition.description}. Example: /${command.example}`, {
        field: name,
      });
    if (value && definition.choices && !definition.choices.some((choice) => choice.value === value)) {
      throw new UserError(
        `Unknown ${name} "${value}"; use ${definition.choices.map((choice) => choice.value).join(', ')}.`,
        { field: name },
      );
    }
  }
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
  );
}
