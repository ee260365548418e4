import type { SampleLanguage } from './sample-article.ts';

/** Escapes text for HTML content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** JSON that cannot end the script element it stands in. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** DW's two spellings of a day, the first for the eye and the second for screen readers. */
export function pageDates(instant: Temporal.Instant, language: SampleLanguage): { short: string; long: string } {
  const day = instant.toZonedDateTimeISO('Europe/Berlin').toPlainDate();
  const locale = language === 'de' ? 'de-DE' : 'en-US';
  return {
    short: day.toLocaleString(locale, { day: '2-digit', month: '2-digit', year: 'numeric' }),
    long: day.toLocaleString(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
  };
}

/** The short link DW offers for sharing; the code is the id written with 62 digits. */
export function shortLink(id: string): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  let code = '';
  for (let rest = Number(id); rest > 0; rest = Math.floor(rest / 62)) code = digits[rest % 62] + code;
  return `https://p.dw.com/p/${code}`;
}
