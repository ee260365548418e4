/** How articles are grouped. One set for headlines, teasers and full articles, chosen on public story collections. */
export interface StorySettings {
  /** Words of lead and body that are read; what follows in an article is background, which look-alikes share. */
  readonly wordsRead: number;
  /** Words of the headline count this many times. */
  readonly headlineWeight: number;
  /** Documents assumed seen before the first, so that the first idf values mean something. */
  readonly priorDocuments: number;
  /** Share of those in which each common word of news occurred. */
  readonly newsTermShare: number;
  /** Words with content from which on lead and body are a text; with less, the document is partly taken as a bare headline. */
  readonly fullTextFrom: number;
  readonly headline: JoinSettings;
  readonly text: JoinSettings;
  /** Share of the headline's words, and of the document's names, that the story knows: added to the cosine with this weight. */
  readonly headlineShare: number;
  readonly nameShare: number;
  /** Taken off for each day since the story's last article. */
  readonly agePerDay: number;
  /** A story without a new article for this long closes. */
  readonly windowHours: number;
  /** Stories compared exactly, after the index has ranked them. */
  readonly candidates: number;
  /** The most telling terms of a document, by which it finds candidates. */
  readonly searchTerms: number;
  /** A term in more open stories than this finds no candidates. */
  readonly commonInStories: number;
}

export interface JoinSettings {
  /** Similarity from which on a document joins. */
  readonly threshold: number;
  /**
   * What e times as many articles add to the cosine, as a share of it. A story of many headlines is wide, so a further headline
   * shares less with it; a story of many texts is dense with the words of its kind, so a look-alike shares more.
   */
  readonly sizeEffect: number;
}

export const defaultStorySettings: StorySettings = {
  wordsRead: 500,
  headlineWeight: 2,
  priorDocuments: 150,
  newsTermShare: 0.1,
  fullTextFrom: 8,
  headline: { threshold: 0.175, sizeEffect: 0.2 },
  text: { threshold: 0.305, sizeEffect: -0.17 },
  headlineShare: 0.1,
  nameShare: 0.075,
  agePerDay: 0.015,
  windowHours: 10 * 24,
  candidates: 20,
  searchTerms: 25,
  commonInStories: 300,
};
