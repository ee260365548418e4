import type { Catalog } from '../../wording/catalog.ts';
import { eitherOf } from '../../wording/formats.ts';
import type { Form, FormField } from '../message.ts';
import { cleanText } from './render-spans.ts';

export interface FormTerminal {
  say(text: string): void;
  read(prompt: string): Promise<string | undefined>;
  readonly words: Catalog;
}

/** Asks for one field of a form after the other; undefined when the input ends first. */
export async function fillForm(form: Form, terminal: FormTerminal): Promise<Record<string, string> | undefined> {
  terminal.say(`\n${cleanText(form.title)}\n${terminal.words.chat.howToFill}`);
  const answers: Record<string, string> = {};
  for (const field of form.fields) {
    const answer = await askField(field, terminal);
    if (answer === undefined) return undefined;
    answers[field.name] = answer;
  }
  return answers;
}

async function askField(field: FormField, terminal: FormTerminal): Promise<string | undefined> {
  const { choices, hint, required } = field;
  const { words } = terminal;
  if (hint) terminal.say(`  ${cleanText(hint)}`);
  choices?.forEach(({ label }, index) => {
    terminal.say(`  ${index + 1}  ${cleanText(label)}`);
  });
  for (;;) {
    const typed = await terminal.read(promptFor(field));
    if (typed === undefined) return undefined;
    const answer = answerFrom(typed.trim(), field);
    if (answer === undefined) terminal.say(words.chat.useOneOf(eitherOf(valuesOf(field), words)));
    else if (required && !answer) terminal.say(words.chat.required);
    else return answer;
  }
}

function valuesOf({ choices = [] }: FormField): readonly string[] {
  return choices.map(({ value }) => value);
}

function promptFor({ label, value, choices }: FormField): string {
  const kept = choices?.find((choice) => choice.value === value)?.label ?? value;
  return `${cleanText(label)}${kept ? ` [${cleanText(kept)}]` : ''}: `;
}

/** Undefined for what is none of the choices. */
function answerFrom(typed: string, { value = '', choices }: FormField): string | undefined {
  if (typed === '') return value;
  if (typed === '-') return '';
  if (!choices) return typed;
  const word = typed.toLowerCase();
  const named = choices.find((choice) => [choice.value, choice.label].some((text) => text.toLowerCase() === word));
  return (named ?? choices[Number(typed) - 1])?.value;
}
