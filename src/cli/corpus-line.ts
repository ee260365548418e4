import { z } from 'zod';
import type { Article, Block } from '../articles/article.ts';
import { agenciesOf, withoutBoilerplate } from '../articles/boilerplate.ts';
import { makeArticle } from '../articles/make-article.ts';
import { partWords } from '../articles/part-words.ts';
import type { PageKind } from '../feeds/entry.ts';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  url: z.string().default(''),
  title: z.string(),
  lead: z.string().nullish(),
  text: z.string().default(''),
  publishedAt: z.string().nullish(),
  publishedAtEstimated: z.union([z.string(), z.boolean()]).nullish(),
  scrapedAt: z.string().nullish(),
  firstSeen: z.string().nullish(),
  language: z.string().default('en'),
  kind: z.string().nullish(),
  category: z.string().nullish(),
});

/** When the article of a corpus line could be read: first seen where the line says so, else published. Undefined where it says neither. */
export function seenAtOfLine(value: unknown): Temporal.Instant | undefined {
  const { firstSeen, publishedAt } = lineSchema.parse(value);
  const at = firstSeen ?? publishedAt;
  return at ? readInstant(at) : undefined;
}

/** An article of a corpus line: `{ id, url, title, lead, publishedAt, language, text }`, paragraphs joined by a blank line. Throws on any other shape. */
export function corpusArticle(value: unknown): Article {
  const line = lineSchema.parse(value);
  const paragraphs = line.text.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  const agencies = paragraphs.flatMap((paragraph) => agenciesOf(paragraph) ?? []);
  const blocks = paragraphs
    .filter((paragraph) => agenciesOf(paragraph) === undefined)
    .map(withoutBoilerplate)
    .filter((text) => text !== '')
    .map((text): Block => ({ kind: 'paragraph', text: line.language.startsWith('en') ? partWords(text) : text }));
  const publishedAt = readInstant(line.publishedAt ?? line.scrapedAt ?? line.firstSeen);
  const kind: PageKind = line.kind === 'live' ? 'live' : 'article';
  return makeArticle({
    entry: {
      id: `dw:${line.id}`,
      kind,
      url: line.url,
      title: line.title,
      categories: line.category ? [line.category] : [],
      position: 0,
      publishedAt,
    },
    page: {
      headline: line.title,
      ...(line.lead ? { lead: line.lead } : {}),
      ...(line.category ? { kicker: { topic: line.category } } : {}),
      blocks,
      pictures: [],
      authors: [],
      agencies,
      publishedAt,
      language: line.language,
      method: 'plain-text',
    },
    revision: 1,
    fallbackLanguage: line.language,
    topics: [],
  });
}

/** A day without a time counts from its noon, UTC, so that it is that day in every zone but the outermost. */
function readInstant(text: string | null | undefined): Temporal.Instant {
  if (!text) return Temporal.Instant.fromEpochMilliseconds(0);
  return /T/.test(text)
    ? Temporal.Instant.from(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`)
    : Temporal.PlainDate.from(text).toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).toInstant();
}
