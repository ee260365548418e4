/** One kind of quotation marks and blanks, as the scorer beside the checkout compares texts. */
export function asScored(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/[\u00A0\u202F]/gu, ' ');
}
