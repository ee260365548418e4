import type { Catalog } from '../catalog.ts';

export const chat = {
  moreThanFits: 'هناك أكثر مما يتسع له المكان هنا.',
  required: 'هذا الحقل مطلوب.',
  useOneOf: (choices) => `الخيارات: ${choices}.`,
  nothingSent: 'لم يُرسل شيء.',
  noButton: (button, most) => `لا يوجد زر ${button}؛ في الجواب الأخير أزرار من 1 إلى ${most}.`,
} satisfies Catalog['chat'];
