import { parse } from 'yaml';
import { z } from 'zod';
import { isDw } from '../feeds/entry-url.ts';
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
  /** Words that the operator added; absent where the operator changed nothing. */
  readonly ownWords?: readonly string[];
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

const rowSchema = z.strictObject({
  id: z.string(),
  name: z.intersection(z.object({ en: z.string() }), z.record(z.string(), z.string())),
  words: z.record(z.string(), z.array(z.string())).default({}),
  regions: z.array(z.string()).default([]),
  countries: z.array(z.string()).default([]),
});

/** Our topics: the text of config/topics.yaml. A topic's name in a language is one of its words. */
export function parseTopics(text: string): readonly Topic[] {
  return z
    .array(rowSchema)
    .parse(parse(text))
    .map(({ words, ...topic }) => ({
      ...topic,
      words: [...new Set([...Object.values(topic.name), ...Object.values(words).flat()])],
    }));
}

/**
 * What the folders of an address may say of its topic: `https://www.dw.com/en/asia/a-123` and `https://news.example/world/asia/2026/slug`
 * both give `asia`. The end of the path names the page, not its section; a headline in between is no topic's name and does no harm.
 */
export function pathSections(address: string): readonly string[] {
  const url = URL.parse(address);
  if (!url) return [];
  const folders = url.pathname.split('/').filter((folder) => folder !== '');
  // DW's first folder is the language: "id" and "ha" are no sections.
  return folders.slice(isDw(url.hostname) ? 1 : 0, -1).flatMap(sectionWords);
}

function sectionWords(folder: string): string[] {
  try {
    const words = decodeURIComponent(folder)
      .replaceAll(/[-_+]+/g, ' ')
      .trim();
    return /\p{L}/u.test(words) ? [words] : [];
  } catch {
    return [];
  }
}
