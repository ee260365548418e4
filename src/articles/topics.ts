import type { CountryPlace } from '../text/countries.ts';
import { fold } from '../text/terms.ts';

/** One of our topics, as config/topics.yaml defines it: the same in every language and feed. */
export interface Topic {
  readonly id: string;
  /** Name by language; `en` is always there. */
  readonly name: Readonly<Record<string, string>>;
  /** Kickers, categories and sections that mean it, in any language. */
  readonly words: readonly string[];
  readonly regions: readonly string[];
  readonly countries: readonly string[];
}

/** What speaks for an article's topics: its feeds, its labels, the places it names. */
export interface TopicEvidence {
  readonly feedTopics: readonly string[];
  /** Kicker parts, categories, section: whatever names a topic or country. */
  readonly labels: readonly string[];
  readonly placeOf: (name: string) => CountryPlace | undefined;
}

/** The topics of an article, from the feeds that list it and the labels its page and feed carry; in the order of `topics`. */
export function findTopics(
  topics: readonly Topic[],
  { feedTopics, labels, placeOf }: TopicEvidence,
): readonly string[] {
  const words = new Set(labels.map(fold));
  const places = labels.flatMap((label) => placeOf(label) ?? []);
  return topics
    .filter(
      (topic) =>
        feedTopics.includes(topic.id) ||
        foldedWords(topic).some((word) => words.has(word)) ||
        places.some((place) => liesIn(place, topic)),
    )
    .map(({ id }) => id);
}

/** The same topics meet every entry of every poll, so their words are folded once. */
const folded = new WeakMap<Topic, readonly string[]>();

function foldedWords(topic: Topic): readonly string[] {
  const known = folded.get(topic) ?? topic.words.map(fold);
  folded.set(topic, known);
  return known;
}

/** The topic's name in a language, else in English. */
export function topicName(topic: Topic, language: string): string {
  return topic.name[language.split('-')[0] ?? 'en'] ?? topic.name.en ?? topic.id;
}

function liesIn({ code, region, subregion }: CountryPlace, { regions, countries }: Topic): boolean {
  return countries.includes(code) || regions.includes(region) || regions.includes(subregion);
}
