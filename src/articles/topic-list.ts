import { parse } from 'yaml';
import { z } from 'zod';
import type { Topic } from './topics.ts';

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
