import { baseLanguage } from '../language/terms.ts';

/** Our own words around the archive's, in the reader's language. */
export interface Wording {
  readonly notInArchive: string;
  readonly noArticleAnswers: (question: string) => string;
  readonly noArticleNames: (name: string) => string;
  readonly noArticleOn: (topic: string) => string;
  readonly closest: string;
  readonly didYouMean: string;
  readonly which: (name: string) => string;
  readonly writtenHere: (asked: string, name: string) => string;
  readonly articles: (count: number, since?: string) => string;
  readonly articleCount: (count: number) => string;
  readonly former: string;
  readonly alsoWritten: string;
  readonly with: string;
  readonly in: string;
  readonly sections: {
    readonly role: string;
    readonly about: string;
    readonly lately: string;
    readonly story: string;
    readonly whatItIsAbout: string;
    readonly whyItMatters: string;
    readonly who: string;
    readonly timeline: string;
    readonly positions: string;
  };
  readonly buttons: { readonly background: string; readonly who: string };
}

const en: Wording = {
  notInArchive: 'Not in the archive',
  noArticleAnswers: (question) => `no article answers "${question}".`,
  noArticleNames: (name) => `no article names "${name}".`,
  noArticleOn: (topic) => `no article is about "${topic}".`,
  closest: 'Closest',
  didYouMean: 'Did you mean',
  which: (name) => `Which ${name}?`,
  writtenHere: (asked, name) => `Nothing on "${asked}"; the archive writes ${name}.`,
  articles: (count, since) =>
    `Archive: ${count.toLocaleString('en')} ${count === 1 ? 'article' : 'articles'}${since ? ` since ${since}` : ''}`,
  articleCount: (count) => `${count.toLocaleString('en')} ${count === 1 ? 'article' : 'articles'}`,
  former: 'former',
  alsoWritten: 'also written',
  with: 'With',
  in: 'In',
  sections: {
    role: 'Role',
    about: 'About',
    lately: 'Lately',
    story: 'The story',
    whatItIsAbout: 'What it is about',
    whyItMatters: 'Why it matters',
    who: 'Who',
    timeline: 'Timeline',
    positions: 'Positions',
  },
  buttons: { background: 'Background', who: "Who's who" },
};

const de: Wording = {
  notInArchive: 'Nicht im Archiv',
  noArticleAnswers: (question) => `kein Artikel beantwortet „${question}“.`,
  noArticleNames: (name) => `kein Artikel nennt „${name}“.`,
  noArticleOn: (topic) => `kein Artikel handelt von „${topic}“.`,
  closest: 'Am nächsten kommt',
  didYouMean: 'Meinten Sie',
  which: (name) => `Welcher Name: ${name}?`,
  writtenHere: (asked, name) => `Nichts zu „${asked}“; das Archiv schreibt ${name}.`,
  articles: (count, since) => `Archiv: ${count.toLocaleString('de')} Artikel${since ? ` seit ${since}` : ''}`,
  articleCount: (count) => `${count.toLocaleString('de')} Artikel`,
  former: 'früher',
  alsoWritten: 'auch geschrieben',
  with: 'Mit',
  in: 'In',
  sections: {
    role: 'Amt',
    about: 'Zur Person oder Sache',
    lately: 'Zuletzt',
    story: 'Worum es ging',
    whatItIsAbout: 'Worum es geht',
    whyItMatters: 'Warum es wichtig ist',
    who: 'Wer',
    timeline: 'Zeitleiste',
    positions: 'Positionen',
  },
  buttons: { background: 'Hintergrund', who: 'Wer ist wer' },
};

/** German for German, English for every other language. */
export function wording(language: string): Wording {
  return baseLanguage(language) === 'de' ? de : en;
}
