import type { Catalog } from '../catalog.ts';

export const chat = {
  moreThanFits: 'هناك أكثر مما يتسع له المكان هنا.',
  intro: '\u200E/help يعرض الأوامر، وTab يكمل، والرقم يضغط زرًا، و \u200E/quit ينهي.',
  howToFill: 'زر الإدخال يبقي ما بين القوسين، و- يتركه فارغًا.',
  required: 'هذا الحقل مطلوب.',
  useOneOf: (choices) => `الخيارات: ${choices}.`,
  nothingSent: 'لم يُرسل شيء.',
  noButton: (button, most) => `لا يوجد زر ${button}؛ في الجواب الأخير أزرار من 1 إلى ${most}.`,
  picture: 'صورة',
  helpWords: 'مساعدة / ماذا تستطيع أن تفعل / كيف يعمل هذا',
} satisfies Catalog['chat'];
