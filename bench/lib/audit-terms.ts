import { sql } from 'kysely';
import { fromDocument } from '../../src/storage/articles/article-document.ts';
import type { Database } from '../../src/storage/database.ts';
import { termsOf } from '../../src/text/terms.ts';

/** Whether the search index holds, for every article, the terms of its newest revision and nothing else. */
export async function auditTerms(db: Database): Promise<readonly string[]> {
  const indexed = await readIndex(db);
  const rows = await db
    .selectFrom('articles as a')
    .innerJoin('article_revisions as r', (join) =>
      join.onRef('r.article_id', '=', 'a.id').onRef('r.revision', '=', 'a.revision'),
    )
    .select(['a.number', 'a.id', 'r.document'])
    .execute();
  const wrong = rows
    .filter(({ number, document }) => indexed.get(number) !== expectedTerms(document))
    .map(({ id }) => `the search index disagrees with the article: ${id}`);
  const numbers = new Set(rows.map(({ number }) => number));
  const orphans = [...indexed.keys()].filter((number) => !numbers.has(number));
  return [...wrong, ...orphans.map((number) => `the search index holds an article that is not there: ${number}`)];
}

/** The terms of each document as the index holds them, in order of place. The index has no text of its own to compare with. */
async function readIndex(db: Database): Promise<ReadonlyMap<number, string>> {
  await sql`create virtual table if not exists temp.indexed_terms using fts5vocab(main, article_terms, instance)`.execute(
    db,
  );
  const { rows } = await sql<{ doc: number; col: string; term: string }>`
    select doc, col, term from indexed_terms order by doc, col desc, offset`.execute(db);
  return new Map(
    [...Map.groupBy(rows, ({ doc }) => doc)].map(([doc, terms]) => [doc, letters(terms.map(({ term }) => term))]),
  );
}

function expectedTerms(document: string): string {
  const article = fromDocument(document, []);
  const texts = [article.headline, article.sentences.map(({ text }) => text).join('\n')];
  return letters(texts.flatMap((text) => termsOf(text, article.language)));
}

/** FTS5 cuts a term such as `12.5` in two, which makes no difference to a search; so spaces do not count here. */
function letters(terms: readonly string[]): string {
  return terms.join('').replace(/[^\p{L}\p{N}]/gu, '');
}
