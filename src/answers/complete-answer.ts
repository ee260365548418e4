import type { Answer } from './answer.ts';
import { extentOf } from './answer-archive.ts';
import type { Archive } from './archive.ts';

/** Adds what every answer includes: the headlines of the cited articles, and how much of the archive was searched. */
export async function completeAnswer(
  partial: Omit<Answer, 'archive' | 'headlines'>,
  archive: Archive,
): Promise<Answer> {
  const roles = (partial.actors ?? []).flatMap(({ role }) => role?.statement ?? []);
  const citations = [...partial.statements, ...roles].flatMap((statement) => statement.citations);
  const ids = [...new Set(citations.map(({ articleId }) => articleId))];
  const cited = ids.length > 0 ? await archive.listArticles({ ids }) : [];
  return {
    ...partial,
    headlines: Object.fromEntries(cited.map(({ id, headline }) => [id, headline])),
    archive: await extentOf(archive),
  };
}
