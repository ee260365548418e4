import { readdir, readFile } from 'node:fs/promises';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { parseBody } from './article-body.ts';
import { type SampleArticle, type SampleEdition, sampleFeeds } from './sample-article.ts';

const bundledArticles = new URL('../../../../config/sample/articles/', import.meta.url);

const contentId = z.int().positive().transform(String);
const instant = z.iso.datetime().transform((text) => Temporal.Instant.from(text));
const picture = z.strictObject({ id: contentId, caption: z.string().min(1), credit: z.string().min(1) });

const frontMatter = z.strictObject({
  id: contentId,
  revision: z.int().positive(),
  kind: z.enum(['a', 'live', 'g', 'video']),
  language: z.enum(['en', 'de']),
  slug: z.string().regex(/^[\p{Ll}\p{N}-]+$/u),
  headline: z.string().min(1),
  kicker: z.strictObject({ topic: z.string().min(1), region: z.string().min(1).optional() }),
  lead: z.string().min(1),
  publishedAt: instant,
  modifiedAt: instant,
  authors: z.array(z.string().min(1)).default([]),
  feeds: z.array(z.enum(sampleFeeds.map(({ slug }) => slug))).min(1),
  category: z.string().min(1),
  pictures: z.array(picture).default([]),
  agency: z.string().optional(),
  editedBy: z.string().optional(),
});

/** Thrown when the edition's files do not fit together; lists every problem, each with its file. */
class SampleEditionError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(`The sample edition has ${problems.length} problem(s):\n${problems.join('\n')}`, options);
    this.name = 'SampleEditionError';
    this.problems = problems;
  }
}

/** Reads and checks the bundled edition, or another folder of files in its form. */
export async function readSampleEdition(folder: URL = bundledArticles): Promise<SampleEdition> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const problems: string[] = [];
  const articles: SampleArticle[] = [];
  for (const name of names) {
    try {
      const article = parseSampleArticle(await readFile(new URL(name, folder), 'utf8'));
      if (name !== fileName(article)) problems.push(`${name}: should be called ${fileName(article)}`);
      articles.push(article);
    } catch (error) {
      problems.push(`${name}: ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`);
    }
  }
  articles.sort((a, b) => Temporal.Instant.compare(a.modifiedAt, b.modifiedAt) || Number(a.id) - Number(b.id));
  problems.push(...revisionProblems(articles));
  if (problems.length > 0) throw new SampleEditionError(problems);
  return { articles };
}

/** Parses one file: YAML between two `---` lines, then the body. */
function parseSampleArticle(text: string): SampleArticle {
  const parts = /^---\n(.*?)\n---\n(.*)$/s.exec(text);
  if (!parts) throw new Error('no front matter between two "---" lines');
  return { ...frontMatter.parse(parseYaml(parts[1] ?? '')), blocks: parseBody(parts[2] ?? '') };
}

function fileName({ modifiedAt, id, revision, slug }: SampleArticle): string {
  return `${modifiedAt.toString().slice(0, 10)}-${id}-r${revision}-${slug}.md`;
}

/** Revisions of one article count 1, 2, 3 in the order of their time and agree on what never changes. */
function revisionProblems(articles: readonly SampleArticle[]): readonly string[] {
  const problems: string[] = [];
  for (const [id, revisions] of Map.groupBy(articles, (article) => article.id)) {
    const [first] = revisions;
    if (!first?.publishedAt.equals(first.modifiedAt)) problems.push(`${id}: revision 1 must appear when published`);
    for (const [index, revision] of revisions.entries()) {
      if (revision.revision !== index + 1) problems.push(`${id}: revision ${revision.revision} is out of order`);
      if (identity(revision) !== identity(first ?? revision)) {
        problems.push(`${id}: revision ${revision.revision} changes kind, language or first publication`);
      }
    }
  }
  return problems;
}

function identity({ kind, language, publishedAt }: SampleArticle): string {
  return `${kind} ${language} ${publishedAt}`;
}
