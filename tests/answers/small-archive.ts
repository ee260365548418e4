import type { AnswerContext } from '../../src/answers/answer-archive.ts';
import type { Article } from '../../src/articles/article.ts';
import { createArchiver } from '../../src/ingest/archive-article.ts';
import { createArchive } from '../../src/storage/archive.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { makeTestArticle, type TestArticle } from '../fixtures/make-test-article.ts';

/** A real archive in memory of a few articles, with what an answer asks for. */
export function smallArchive(articles: readonly TestArticle[]): Promise<AnswerContext> {
  return archiveOf(articles.map(makeTestArticle));
}

/** The same of articles as an extractor made them; "now" is when the last one was told. */
export async function archiveOf(articles: readonly Article[]): Promise<AnswerContext> {
  const storage = createStorage(await openMemoryDatabase());
  const archiver = createArchiver({ storage });
  let now = Temporal.Instant.from('2022-07-20T00:00:00Z');
  for (const article of articles) {
    now = article.publishedAt;
    await archiver.archive(article, { archivedAt: now, isSeed: false });
  }
  return { archive: createArchive(storage), now };
}

/** A harbor dispute in an invented country, told in two articles: what is announced in the first is overtaken in the second. */
export const harborDispute: readonly TestArticle[] = [
  {
    id: 'dw:1001',
    headline: 'Norland: harbor workers begin strike',
    at: '2022-07-11T09:00:00Z',
    paragraphs: [
      'Harbor workers in the Norland capital Vestby walked out on Monday over plans to sell the port.',
      'Transport Minister Ingrid Solheim said the government would sell the port for $400 million.',
      'The strike involves 2,300 dockers, union leader Marek Novak told reporters.',
      'The port was built in 1964 and has been owned by the state since 1972.',
      'Solheim ruled out talks with the dockers before August.',
    ],
  },
  {
    id: 'dw:1002',
    headline: 'Norland minister resigns over harbor sale',
    at: '2022-07-18T15:00:00Z',
    paragraphs: [
      'Norland Transport Minister Ingrid Solheim resigned on Monday after a week of strikes at the Vestby harbor.',
      'Prime Minister Jonas Lindqvist named Petra Aalto as the new transport minister.',
      'Aalto said the sale of the port had been called off.',
      'Former Transport Minister Ingrid Solheim denied that she had been pushed out.',
      '## Why does it matter?',
      'Norland ships two thirds of its exports through Vestby, and the strike was the first at the port in 30 years.',
      '"We will be back at the cranes tomorrow," said union leader Marek Novak.',
    ],
  },
];
