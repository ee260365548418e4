import type { Catalog } from '../catalog.ts';

export const chat = {
  moreThanFits: 'Тут помістилося не все.',
  intro: '/help показує команди, Tab доповнює, число натискає кнопку, /quit завершує.',
  howToFill: 'Enter зберігає значення в дужках, - лишає поле порожнім.',
  required: 'Це поле обов’язкове.',
  useOneOf: (choices) => `Варіанти: ${choices}.`,
  nothingSent: 'Нічого не надіслано.',
  noButton: (button, most) => `Кнопки ${button} немає; в останній відповіді кнопки від 1 до ${most}.`,
  picture: 'Зображення',
  helpWords: 'допомога / що ти вмієш / що ви вмієте / як це працює',
} satisfies Catalog['chat'];
