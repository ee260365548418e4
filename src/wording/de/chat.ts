import type { Catalog } from '../catalog.ts';

export const chat = {
  moreThanFits: 'Es gibt mehr, als hier Platz hat.',
  required: 'Das wird gebraucht.',
  useOneOf: (choices: string) => `Möglich ist ${choices}.`,
  nothingSent: 'Nichts wurde gesendet.',
  noButton: (button: string, most: string) =>
    `Einen Knopf ${button} gibt es nicht; die letzte Antwort hat 1 bis ${most}.`,
} satisfies Catalog['chat'];
