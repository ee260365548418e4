import type { Catalog } from '../catalog.ts';

export const chat = {
  moreThanFits: 'Es gibt mehr, als hier Platz hat.',
  intro: '/help nennt die Befehle, Tab ergänzt, eine Zahl drückt eine Schaltfläche, /quit beendet.',
  howToFill: 'Die Eingabetaste behält, was in Klammern steht, - lässt es leer.',
  required: 'Das wird gebraucht.',
  useOneOf: (choices: string) => `Möglich ist ${choices}.`,
  nothingSent: 'Nichts wurde gesendet.',
  noButton: (button: string, most: string) =>
    `Eine Schaltfläche ${button} gibt es nicht; die letzte Antwort hat 1 bis ${most}.`,
  picture: 'Bild',
  helpWords: 'Hilfe / was kannst du / was können Sie / wie geht das',
} satisfies Catalog['chat'];
