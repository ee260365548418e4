import type { headlineSentence } from '../../articles/article.ts';
import type { Briefing } from '../../briefings/briefing.ts';
import type { BriefingStatementRow } from '../tables.ts';

/** The statements of a briefing by story, each with the first sentence it cites; for a story listed by title only, its headline. */
export function statementRows({ id, stories, also, ahead = [] }: Briefing): BriefingStatementRow[] {
  const announced = ahead.map(({ storyId, statement }) => ({ storyId, statements: [statement] }));
  const delivered = [...stories, ...announced].flatMap(({ storyId, statements }) =>
    statements.flatMap(({ text, citations }) => {
      const [first] = citations;
      if (!first) return [];
      const { articleId, revision, sentence } = first;
      return [
        { briefing_id: id, story_id: Number(storyId), article_id: articleId, revision, sentence, text },
      ] satisfies BriefingStatementRow[];
    }),
  );
  const titles = stories
    .filter(({ statements }) => statements.length === 0)
    .map(({ storyId, title, titleArticleId, titleRevision }) => ({
      storyId,
      title,
      articleId: titleArticleId,
      revision: titleRevision,
    }));
  const named = [...titles, ...also].flatMap(({ storyId, title, articleId, revision }) =>
    revision === undefined
      ? []
      : {
          briefing_id: id,
          story_id: Number(storyId),
          article_id: articleId,
          revision,
          sentence: ofHeadline,
          text: title,
        },
  );
  return [...delivered, ...named];
}

/** Storage knows a step by its types alone; this one has but one value. */
const ofHeadline: typeof headlineSentence = -1;
