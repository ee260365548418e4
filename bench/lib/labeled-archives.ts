import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Article } from '../../src/articles/article.ts';
import { corpusArticle, seenAtOfLine } from '../../src/cli/corpus-line.ts';

/** Where the texts lie that `bench/labels/questions-*.jsonl` ask about: beside the checkout, since they are other people's. */
const files: Readonly<Record<string, string>> = {
  'articles-2023': 'dw/corpus/articles-en-2023.jsonl.gz',
  'articles-2025-05': 'dw/corpus/articles-en-2025-05.jsonl.gz',
  'articles-2025-07': 'dw/corpus/articles-en-2025-07.jsonl.gz',
  'articles-de-2026': 'dw/corpus/articles-de-2026-03.jsonl.gz',
  'teasers-2026': 'dw/corpus/teasers-en-2026.jsonl.gz',
};

/** An archive of one language of the parallel texts: "languages-de". */
const parallel = /^languages-(?<language>\w+)$/;
const parallelFile = 'bench/languages-dev.jsonl.gz';

/** An article of a labeled archive and when it could be read; undefined where nobody knows. */
export interface LabeledArticle {
  readonly article: Article;
  readonly seenAt: Temporal.Instant | undefined;
}

const shared = new URL('../../../shared/', import.meta.url);

/** The lines of the archive that a labeled question names, in the order of its file. Throws on a name it does not know. */
export function labeledLines(name: string): readonly unknown[] {
  const language = parallel.exec(name)?.groups?.language;
  const file = language === undefined ? files[name] : parallelFile;
  if (file === undefined)
    throw new Error(`Unknown archive "${name}"; use one of ${Object.keys(files).join(', ')}, languages-<code>.`);
  return gunzipSync(readFileSync(new URL(file, shared)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): { readonly language?: string } => JSON.parse(line))
    .filter((line) => language === undefined || line.language === language);
}

/** Its articles. */
export function readLabeledArchive(name: string): readonly LabeledArticle[] {
  return labeledLines(name).map((line) => ({ article: corpusArticle(line), seenAt: seenAtOfLine(line) }));
}
