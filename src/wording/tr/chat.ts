import type { Catalog } from '../catalog.ts';

export const chat = {
  moreThanFits: 'Buraya sığandan fazlası var.',
  intro: '/help komutları gösterir, Tab tamamlar, bir sayı düğmeye basar, /quit çıkar.',
  howToFill: 'Enter köşeli ayraçtakini korur, - boş bırakır.',
  required: 'Bu alan gerekli.',
  useOneOf: (choices) => `Seçenekler: ${choices}.`,
  nothingSent: 'Hiçbir şey gönderilmedi.',
  noButton: (button, most) => `${button} numaralı düğme yok; son yanıtta 1 ile ${most} arasında var.`,
  picture: 'Resim',
  helpWords: 'yardım / ne yapabilirsin / ne yapabilirsiniz / nasıl çalışır',
} satisfies Catalog['chat'];
