import { lengthLimits } from '../text/limits.ts';
import { UserError } from '../user-error.ts';
import { eitherOf } from '../wording/formats.ts';
import type { Caller } from './chat.ts';
import { type Command, commandIn } from './command.ts';

/** Throws UserError where the caller may not do what manages a channel. */
export function checkRights(managesChannel: boolean | undefined, caller: Caller): void {
  if (managesChannel && !caller.mayManage)
    throw new UserError(caller.whyNotManage ?? (({ refusals }) => refusals.notManager));
}

/** Throws UserError for a field of a form that says more than anybody types. */
export function checkAnswers(answers: Readonly<Record<string, string>>): void {
  for (const [field, { length }] of Object.entries(answers))
    if (length > lengthLimits.line)
      throw new UserError(({ refusals }) => refusals.tooLong(field, String(length), String(lengthLimits.line)), {
        field,
      });
}

/** What was given, without blanks. Throws UserError for what the command does not have, needs or does not offer. */
export function checkOptions(
  command: Command<never> | Command<unknown>,
  given: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(command.options, name));
  if (unknown !== undefined) {
    const names = Object.keys(command.options);
    throw new UserError((say) =>
      names.length > 0
        ? say.refusals.unknownOption(unknown, `/${command.name}`, eitherOf(names, say))
        : say.refusals.noOptions(unknown, `/${command.name}`),
    );
  }
  for (const [name, definition] of Object.entries(command.options)) {
    const value = given[name]?.trim();
    const length = value?.length ?? 0;
    if (length > lengthLimits.value)
      throw new UserError(({ refusals }) => refusals.tooLong(name, String(length), String(lengthLimits.value)), {
        field: name,
      });
    if (definition.required && !value)
      throw new UserError(
        (say) => {
          const description = commandIn(command, say).options[name]?.description ?? '';
          return say.refusals.needs(`/${command.name}`, name, description, `/${command.example}`);
        },
        { field: name },
      );
    const values = definition.choices?.map((choice) => choice.value);
    if (value && values && !values.includes(value))
      throw new UserError((say) => say.errors.unknownChoice(name, value, eitherOf(values, say)), { field: name });
  }
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
  );
}
