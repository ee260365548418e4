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
