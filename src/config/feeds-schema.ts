import { z } from 'zod';
import { languageTag } from '../text/languages.ts';

const addedFeedSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[\w-]+$/, 'use letters, digits, "-" and "_" only')
    .describe('Id of the feed; must be unique.'),
  url: z
    .url({ protocol: /^https?$/, error: 'use an http or https address' })
    .describe('Address of the feed, in RSS 1.0, RSS 2.0 or Atom.'),
  name: z.string().optional().describe('The name people see; the id if left out.'),
  language: z
    .string()
    .refine((text) => languageTag(text) !== undefined, 'use a language tag, such as en, de or pt-BR')
    .default('en')
    .describe('Language tag of its articles.'),
  topics: z
    .array(z.string())
    .default([])
    .describe('Topics that all its articles belong to, by their ids in config/topics.yaml.'),
});

/** `topics`: those of the operator. */
export const topicsSchema = z
  .array(
    z.strictObject({
      id: z
        .string()
        .regex(/^[a-z][a-z\d-]{1,39}$/, 'use lower-case letters, digits and "-", such as climate-talks')
        .describe('Id of the topic, as in `/subscribe climate-talks`.'),
      name: z.string().min(1).max(60).optional().describe('The name people see; the id if left out.'),
      words: z
        .array(z.string().min(1).max(100))
        .max(200)
        .default([])
        .describe(
          'Kickers, categories and sections of articles on this topic, in any language. They must match in full.',
        ),
    }),
  )
  .max(100)
  .default([])
  .describe(
    'Topics of your own. With the id of a topic in config/topics.yaml: another name and more words for that topic. They apply to articles that are read from then on.',
  );

const defaultFeeds = [
  'rss-en-top',
  'rss-en-all',
  'rss-en-world',
  'rss-en-ger',
  'rss-en-eu',
  'rss-en-bus',
  'rss-en-asia',
  'rss-en-sports',
  'rss_en_science',
  'rss_en_environment',
  'rss-en-cul',
];

/** `feeds`: which, how often, how old. */
export const feedsSchema = z
  .strictObject({
    use: z
      .array(z.string())
      .default(defaultFeeds)
      .describe('Feeds of Deutsche Welle to read, by their ids in config/feeds.yaml.'),
    add: z
      .array(addedFeedSchema)
      .default([])
      .describe('Feeds of other publishers. `kurzwelle feeds import <file.opml>` adds those of an OPML file.'),
    everyMinutes: z
      .number()
      .int()
      .min(5, 'use 5 or more: feeds may be polled every 5 minutes at most')
      .max(1_440)
      .default(15)
      .describe('Shortest time between two requests for a feed.'),
    slowestMinutes: z
      .number()
      .int()
      .min(5)
      .max(10_080)
      .default(120)
      .describe('Feeds that publish rarely are polled less often, but at least this often.'),
    maxAgeDays: z
      .number()
      .int()
      .min(1)
      .max(3_650)
      .default(40)
      .describe('Entries older than this are recorded but not fetched.'),
    pagePauseSeconds: z
      .number()
      .min(0)
      .max(60)
      .default(1)
      .describe('Shortest pause between two requests for pages of one site; its robots.txt may ask for more.'),
  })
  .refine(({ everyMinutes, slowestMinutes }) => slowestMinutes >= everyMinutes, {
    path: ['slowestMinutes'],
    error: 'must not be less than everyMinutes (maxMinutes is 120 if not set)',
  })
  .describe('Which feeds are read, and how often.')
  .prefault({});
