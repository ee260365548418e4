import { dayOf } from '../language/dates-format.ts';
import type { Answer } from './answer.ts';
import type { Archive } from './archive.ts';

/** What every answer may use. */
export interface AnswerContext {
  readonly archive: Archive;
  readonly now: Temporal.Instant;
}

/** Adds what every answer carries: the headlines of the articles it cites, and how much was looked through. */
export async function completeAnswer(told: Omit<Answer, 'archive' | 'headlines'>, archive: Archive): Promise<Answer> {
  const { articles, since } = await archive.extent();
  const roles = (told.actors ?? []).flatMap(({ role }) => role?.statement ?? []);
  const ids = new Set(
    [...told.statements, ...roles].flatMap(({ citations }) => citations).map(({ articleId }) => articleId),
  );
  const cited = ids.size > 0 ? await archive.listArticles({ ids: [...ids] }) : [];
  return {
    ...told,
    headlines: Object.fromEntries(cited.map(({ id, headline }) => [id, headline])),
    archive: { articles, ...(since && { since: dayOf(since) }) },
  };
}
