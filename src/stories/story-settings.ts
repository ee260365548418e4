/** How articles are grouped. One set for headlines, teasers and full articles; measured on public story collections. */
export interface StorySettings {
  /** Words of lead and body that are read; the rest of an article is background, which look-alikes share. */
  readonly wordsRead: number;
  /** Words of the headline count this many times. */
  readonly headlineWeight: number;
  /** Weight of a capitalized phrase against that of a plain word. */
  readonly nameWeight: number;
  readonly numberWeight: number;
  /** Similarity that joins a story: for a bare headline of `headlineLength` words with content at most, and for anything longer by ten words. */
  readonly headlineLength: number;
  readonly headlineThreshold: number;
  readonly fullThreshold: number;
  /** Documents assumed seen before the first, so that the first idf values mean something. */
  readonly priorDocuments: number;
  /** A story without a new article for this long closes. */
  readonly windowHours: number;
  /** Similarity halves with this many hours since the story's last article. */
  readonly halfLifeHours: number;
  /** Stories compared exactly, after the index has ranked them. */
  readonly candidates: number;
  /** A term in more open stories than this finds no candidates. */
  readonly commonInStories: number;
}

export const defaultStorySettings: StorySettings = {
  wordsRead: 300,
  headlineWeight: 2,
  nameWeight: 1,
  numberWeight: 0.7,
  headlineLength: 9,
  headlineThreshold: 0.07,
  fullThreshold: 0.22,
  priorDocuments: 50,
  windowHours: 7 * 24,
  halfLifeHours: 14 * 24,
  candidates: 20,
  commonInStories: 500,
};
