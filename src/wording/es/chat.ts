import type { Catalog } from '../catalog.ts';

export const chat = {
  moreThanFits: 'Hay más de lo que cabe aquí.',
  intro: '/help muestra los comandos, Tab completa, un número pulsa un botón, /quit termina.',
  howToFill: 'Intro conserva lo que está entre corchetes, - lo deja vacío.',
  required: 'Este dato es necesario.',
  useOneOf: (choices) => `Opciones: ${choices}.`,
  nothingSent: 'No se envió nada.',
  noButton: (button, most) => `No hay un botón ${button}; la última respuesta tiene del 1 al ${most}.`,
  picture: 'Imagen',
  helpWords: 'ayuda / qué puedes hacer / qué puede hacer / cómo funciona',
} satisfies Catalog['chat'];
