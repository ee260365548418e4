import type { Catalog } from '../catalog.ts';

export const chat = {
  moreThanFits: 'Há mais do que cabe aqui.',
  required: 'Este campo é necessário.',
  useOneOf: (choices) => `Opções: ${choices}.`,
  nothingSent: 'Nada foi enviado.',
  noButton: (button, most) => `Não há botão ${button}; a última resposta tem de 1 a ${most}.`,
} satisfies Catalog['chat'];
