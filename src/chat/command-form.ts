import type { Command } from './command.ts';
import type { Form, FormField } from './message.ts';

/** The handler of the forms of commands; the form's reference is the command's name. */
export const commandFormAction = 'command';

/** The form of a command, from its definition: what a person may leave out when typing, they can fill in. `channel` asks where. */
export function commandForm(command: Pick<Command, 'name' | 'description' | 'options'>, channel?: FormField): Form {
  const fields = Object.entries(command.options).map(
    ([name, { description, required, choices, completes }]): FormField => ({
      name,
      label: capitalize(name),
      hint: description,
      required: required ?? false,
      ...(choices && { choices }),
      ...(completes && { completes: { command: command.name, option: name } }),
    }),
  );
  return {
    action: commandFormAction,
    reference: command.name,
    title: capitalize(command.name),
    submitLabel: capitalize(command.name),
    fields: channel ? [channel, ...fields] : fields,
  };
}

/** A form with what was answered before, for correcting it. */
export function withAnswers(form: Form, answers: Readonly<Record<string, string>>): Form {
  return {
    ...form,
    fields: form.fields.map((field) => ({ ...field, value: answers[field.name] ?? field.value ?? '' })),
  };
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
