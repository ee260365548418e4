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
  readonly earlier: string;
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
  readonly buttons: {
    readonly background: string;
    readonly who: string;
    readonly quotes: string;
    readonly timeline: string;
    readonly follow: string;
    readonly mute: string;
    readonly evidence: string;
    readonly profile: string;
  };
  readonly namesNobody: string;
  readonly inArticles: (count: number, of: number) => string;
  readonly kinds: Readonly<Record<'person' | 'organization' | 'place', string>>;
  readonly moreStories: string;
  readonly openStory: string;
  readonly quotesOf: (name: string) => string;
  readonly noQuotes: (name: string) => string;
  readonly noDates: (title: string) => string;
  readonly evidence: {
    readonly title: string;
    readonly cited: string;
    readonly revision: (number: number) => string;
    readonly sentence: (number: number) => string;
    readonly stillSaid: (revision: number) => string;
    readonly notSaid: (revision: number) => string;
  };
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
  earlier: 'Earlier',
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
  buttons: {
    background: 'Background',
    who: "Who's who",
    quotes: 'Quotes',
    timeline: 'Timeline',
    follow: 'Follow',
    mute: 'Mute story',
    evidence: 'Evidence for a line',
    profile: 'Profile of',
  },
  namesNobody: 'Its articles name nobody.',
  inArticles: (count, of) => (of === 1 ? 'in the article' : `in ${count} of ${of} articles`),
  kinds: { person: 'person', organization: 'organization', place: 'place' },
  moreStories: 'More stories',
  openStory: 'Open a story',
  quotesOf: (name) => `${name}: quotes`,
  noQuotes: (name) => `no article quotes ${name}.`,
  noDates: (title) => `no article says what happened when, of "${title}".`,
  evidence: {
    title: 'Evidence',
    cited: 'Cited',
    revision: (number) => `revision ${number}`,
    sentence: (number) => `sentence ${number}`,
    stillSaid: (revision) => `The article is now in revision ${revision}, which still says so.`,
    notSaid: (revision) => `The article is now in revision ${revision}, which does not say so any more.`,
  },
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
  earlier: 'Früher',
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
  buttons: {
    background: 'Hintergrund',
    who: 'Wer ist wer',
    quotes: 'Zitate',
    timeline: 'Zeitleiste',
    follow: 'Folgen',
    mute: 'Thema stummschalten',
    evidence: 'Beleg für eine Zeile',
    profile: 'Zur Person oder Sache',
  },
  namesNobody: 'Die Artikel nennen niemanden.',
  inArticles: (count, of) => (of === 1 ? 'im Artikel' : `in ${count} von ${of} Artikeln`),
  kinds: { person: 'Person', organization: 'Organisation', place: 'Ort' },
  moreStories: 'Weitere Themen',
  openStory: 'Ein Thema öffnen',
  quotesOf: (name) => `${name}: Zitate`,
  noQuotes: (name) => `kein Artikel zitiert ${name}.`,
  noDates: (title) => `kein Artikel sagt zu „${title}“, was wann geschah.`,
  evidence: {
    title: 'Beleg',
    cited: 'Zitiert',
    revision: (number) => `Fassung ${number}`,
    sentence: (number) => `Satz ${number}`,
    stillSaid: (revision) => `Der Artikel steht jetzt in Fassung ${revision}, die das noch sagt.`,
    notSaid: (revision) => `Der Artikel steht jetzt in Fassung ${revision}, die das nicht mehr sagt.`,
  },
};

/** German for German, English for every other language. */
export function wording(language: string): Wording {
  return baseLanguage(language) === 'de' ? de : en;
}
