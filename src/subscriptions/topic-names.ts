import type { Topic } from '../articles/topics.ts';
import { nearest } from '../text/similar-words.ts';
import { fold } from '../text/terms.ts';

/** The ids of our topics by what people call them. */
export type TopicNames = ReadonlyMap<string, string>;

/** By id, and by name in every language: "sports" and "Sport", "middle-east" and "Nahost". An id counts before another topic's name. */
export function topicNames(topics: readonly Pick<Topic, 'id' | 'name'>[]): TopicNames {
  const named = topics.flatMap(({ id, name }) => Object.values(name).map((text) => [keyOf(text), id] as const));
  return new Map([...named.toReversed(), ...topics.map(({ id }) => [keyOf(id), id] as const)]);
}

/** The topic that is called so, without regard to case, diacritics and hyphens. */
export function findTopic(text: string, names: TopicNames): string | undefined {
  return names.get(keyOf(text));
}

/** The topics whose id or name is a slip or two away, closest first: "asai", "Deutshland". */
export function nearTopics(text: string, names: TopicNames): readonly string[] {
  const near = nearest(keyOf(text), [...names.keys()], { slips: slipsInTopic });
  return [...new Set(near.flatMap((key) => names.get(key) ?? []))];
}

/** Short names of all languages are close to much. */
export function slipsInTopic(name: string): number {
  return name.length < 6 ? 1 : 2;
}

function keyOf(text: string): string {
  return fold(text).replaceAll(/[\s-]+/gu, '-');
}
