import type { Catalog } from '../catalog.ts';

export const chat = {
  moreThanFits: 'Buraya sığandan fazlası var.',
  required: 'Bu alan gerekli.',
  useOneOf: (choices) => `Seçenekler: ${choices}.`,
  nothingSent: 'Hiçbir şey gönderilmedi.',
  noButton: (button, most) => `${button} numaralı düğme yok; son yanıtta 1 ile ${most} arasında var.`,
} satisfies Catalog['chat'];
