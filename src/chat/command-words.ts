import type { Catalog } from '../wording/catalog.ts';
import type { OptionDefinition } from './command.ts';

interface Described {
  readonly name: string;
  readonly description: string;
  readonly options: Readonly<Record<string, OptionDefinition>>;
}

/** A command with localized descriptions and labels of choices; names and values, which people type, stay. */
export function commandIn<Command extends Described>(command: Command, say: Catalog): Command {
  const words = wordsOf(command.name, say);
  const options = Object.entries(command.options).map(([name, definition]) => {
    const description = words[name] ?? wordsOf('shared', say)[name] ?? definition.description;
    const { choices } = definition;
    return [name, { ...definition, description, ...(choices && { choices: choices.map(choiceIn(say)) }) }] as const;
  });
  return { ...command, description: words.description ?? command.description, options: Object.fromEntries(options) };
}

/** A choice with its label in a language. */
export function choiceIn({ commands: { choices } }: Catalog) {
  return <Choice extends { readonly label: string; readonly value: string }>(choice: Choice): Choice => {
    const label = Object.entries(choices).find(([value]) => value === choice.value)?.[1];
    return { ...choice, label: label ?? choice.label };
  };
}

/** The catalog's texts for a command; empty for an unknown one. */
function wordsOf(name: string, { commands }: Catalog): Readonly<Partial<Record<string, string>>> {
  return Object.entries(commands).find(([known]) => known === name)?.[1] ?? {};
}
