/** DW's word before a picture credit, by language. */
const words = [
  ...[
    'Image',
    'Bild',
    'Imagen',
    'Foto',
    'Фото',
    'Zdjęcie',
    'Fotoğraf',
    'Εικόνα',
    'Imagine',
    'Снимка',
    'Фотографија',
    'Fotografi',
  ],
  ...['صورة من', 'عکس', 'انځور', 'تصویر', 'तस्वीर', 'ছবি', '图像来源', '圖片來源', 'Picha', 'Hoto', 'ምስል'],
].join('|');

/** No blank stands between caption and credit when a page is flattened: `The ministers in TokyoImage: Ann Onym/dpa`. */
const captionAndCredit = new RegExp(`^(.*?)\\s*(?<!\\p{Lu})(?:${words})\\s*[:：]\\s*(\\S.*)$`, 'su');

/** Parts a caption from the credit that follows its language's credit word. */
export function splitCredit(text: string): { readonly caption: string; readonly credit?: string } {
  const [, caption, credit] = captionAndCredit.exec(text) ?? [];
  return credit === undefined ? { caption: text } : { caption: (caption ?? '').trim(), credit: credit.trim() };
}
