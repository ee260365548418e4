import type { Catalog } from '../catalog.ts';

export const chat = {
  moreThanFits: 'Há mais do que cabe aqui.',
  intro: '/help mostra os comandos, Tab completa, um número aperta um botão, /quit encerra.',
  howToFill: 'Enter mantém o que está entre colchetes, - deixa vazio.',
  required: 'Este campo é necessário.',
  useOneOf: (choices) => `Opções: ${choices}.`,
  nothingSent: 'Nada foi enviado.',
  noButton: (button, most) => `Não há botão ${button}; a última resposta tem de 1 a ${most}.`,
  picture: 'Imagem',
  helpWords: 'ajuda / o que você faz / o que você pode fazer / como funciona',
} satisfies Catalog['chat'];
