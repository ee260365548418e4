import type { Catalog } from '../catalog.ts';

export const chat = {
  moreThanFits: 'Здесь поместилось не всё.',
  intro: '/help показывает команды, Tab дополняет, число нажимает кнопку, /quit завершает.',
  howToFill: 'Enter сохраняет значение в скобках, - оставляет поле пустым.',
  required: 'Это поле обязательно.',
  useOneOf: (choices) => `Варианты: ${choices}.`,
  nothingSent: 'Ничего не отправлено.',
  noButton: (button, most) => `Кнопки ${button} нет; в последнем ответе кнопки от 1 до ${most}.`,
  picture: 'Изображение',
  helpWords: 'помощь / что ты умеешь / что вы умеете / как это работает',
} satisfies Catalog['chat'];
