import type { SampleLanguage } from './sample-article.ts';

type PageWords = {
  readonly skipToContent: string;
  readonly skipToMenu: string;
  readonly skipToSites: string;
  readonly skipNext: (heading: string) => string;
  readonly topStory: string;
  readonly relatedTopics: string;
  readonly moreOn: (topic: string) => string;
  readonly advertisement: string;
  readonly imageBy: string;
  readonly feedbackButton: string;
  readonly feedback: string;
  readonly editedBy: string;
  readonly share: (network: string) => string;
};

/** The words around an article, as DW's pages print them. */
export const pageWords: Record<SampleLanguage, PageWords> = {
  en: {
    skipToContent: 'Skip to content',
    skipToMenu: 'Skip to main menu',
    skipToSites: 'Skip to more DW sites',
    skipNext: (heading) => `Skip next section ${heading}`,
    topStory: "DW's Top Story",
    relatedTopics: 'Related topics',
    moreOn: (topic) => `More on ${topic}`,
    advertisement: 'Advertisement',
    imageBy: 'Image:',
    feedbackButton: 'Send us your feedback',
    feedback: 'Your feedback',
    editedBy: 'Edited by:',
    share: (network) => `External link — Share this page on ${network}`,
  },
  de: {
    skipToContent: 'Zum Inhalt springen',
    skipToMenu: 'Zur Hauptnavigation springen',
    skipToSites: 'Zu weiteren Angeboten der DW springen',
    skipNext: (heading) => `Den nächsten Abschnitt ${heading} überspringen`,
    topStory: 'Top-Thema',
    relatedTopics: 'Ähnliche Themen',
    moreOn: (topic) => `Mehr zum Thema ${topic}`,
    advertisement: 'Anzeige',
    imageBy: 'Bild:',
    feedbackButton: 'Schicken Sie uns Ihr Feedback!',
    feedback: 'Ihr Feedback',
    editedBy: 'Redaktion:',
    share: (network) => `Externer Link — diese Seite mit ${network} teilen`,
  },
};

/** Escapes text for HTML content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** JSON that cannot close its script element. */
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
