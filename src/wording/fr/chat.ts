import type { Catalog } from '../catalog.ts';

export const chat = {
  moreThanFits: 'Il y en a plus que ce qui tient ici.',
  intro: '/help montre les commandes, Tab complète, un nombre appuie sur un bouton, /quit termine.',
  howToFill: 'Entrée garde ce qui est entre crochets, - laisse vide.',
  required: 'Cette réponse est nécessaire.',
  useOneOf: (choices) => `Choix possibles : ${choices}.`,
  nothingSent: 'Rien n’a été envoyé.',
  noButton: (button, most) => `Il n’y a pas de bouton ${button} ; la dernière réponse en a de 1 à ${most}.`,
  picture: 'Image',
  helpWords: 'aide / que sais-tu faire / que pouvez-vous faire / comment ça marche',
} satisfies Catalog['chat'];
