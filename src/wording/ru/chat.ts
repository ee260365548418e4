import type { Catalog } from '../catalog.ts';

export const chat = {
  moreThanFits: 'Здесь поместилось не всё.',
  required: 'Это поле обязательно.',
  useOneOf: (choices) => `Варианты: ${choices}.`,
  nothingSent: 'Ничего не отправлено.',
  noButton: (button, most) => `Кнопки ${button} нет; в последнем ответе кнопки от 1 до ${most}.`,
} satisfies Catalog['chat'];
