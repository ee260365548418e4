import type { Answer } from './answer.ts';
import { extentOf } from './answer-archive.ts';
import type { Archive } from './archive.ts';

/** Adds what every answer carries: the headlines of the articles it cites, and how much was looked through. */
export async function completeAnswer(told: Omit<Answer, 'archive' | 'headlines'>, archive: Archive): Promise<Answer> {
  const roles = (told.actors ?? []).flatMap(({ role }) => role?.statement ?? []);
  const citations = [...told.statements, ...roles].flatMap((statement) => statement.citations);
  const ids = [...new Set(citations.map(({ articleId }) => articleId))];
  const cited = ids.length > 0 ? await archive.listArticles({ ids }) : [];
  return {
    ...told,
    headlines: Object.fromEntries(cited.map(({ id, headline }) => [id, headline])),
    archive: await extentOf(archive),
  };
}
