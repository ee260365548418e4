const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
/** Zero-width joiner and non-joiner belong to the spelling in Arabic and Indic scripts, the joiner to emoji; elsewhere they are leftovers. */
const strayNonJoiner = /(?<![\p{Script=Arabic}\p{Script=Bengali}\p{Script=Devanagari}])\u200C/gu;
const strayJoiner = /(?<![\p{Script=Arabic}\p{Script=Bengali}\p{Script=Devanagari}\p{Emoji}]|\uFE0F)\u200D/gu;
const special = /[\u00AD\u200B-\u200F\u2011\u202A-\u202E\u2060-\u2069\uFEFF]/;

/** One line of text as we keep it: NFC, without invisible characters, every run of white space (no-break too) one blank. */
export function cleanText(text: string): string {
  const normal = text.normalize('NFC');
  const visible = special.test(normal) ? withoutInvisible(normal) : normal;
  return visible.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}

function withoutInvisible(text: string): string {
  return text.replace(invisible, '').replace(strayNonJoiner, '').replace(strayJoiner, '').replaceAll('\u2011', '-');
}
