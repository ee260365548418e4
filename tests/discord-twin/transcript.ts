import { type Payload, withInner } from '../chat/discord/payload-problems.ts';
import type { Seen } from './twin-person.ts';

const linesShown = 3;

/** Notes what a person does and sees, as a text to keep: of each answer the first lines, who sees it, and its buttons. */
export function createTranscript() {
  const entries: string[] = [];
  return {
    note<Noted extends Seen>(deed: string, seen: Noted): Noted {
      entries.push([`> ${deed}`, ...linesOf(seen)].join('\n'));
      return seen;
    },
    text: () => `${entries.join('\n\n')}\n`,
  };
}

function linesOf({ text, onlyCaller, buttons, modal, choices }: Seen): readonly string[] {
  if (modal) return [`(form) ${modal.title}: ${fieldNames(modal).join(', ')}`];
  if (choices) return choices.slice(0, linesShown).map(({ name }) => `(offered) ${name}`);
  const lines = text.split('\n');
  return [
    onlyCaller ? '(for the caller)' : '(for all)',
    ...lines.slice(0, linesShown).map(withoutAddresses),
    ...(lines.length > linesShown ? ['…'] : []),
    ...(buttons.length > 0 ? [[...new Set(buttons.map(({ label }) => `[${label}]`))].join(' ')] : []),
  ];
}

/** The sample edition's server has another port each time. */
function withoutAddresses(line: string): string {
  return line.replace(/\]\(<[^>]*>\)/gu, ']');
}

function fieldNames(modal: Payload): readonly string[] {
  return (modal.components ?? []).flatMap(withInner).flatMap(({ custom_id: name }) => name ?? []);
}
