import type { Briefing } from '../briefings/briefing.ts';
import type { BriefingStatementRow } from './schema.ts';

/** What a briefing tells of each story, by the first sentence that each statement cites. */
export function statementRows({ id, stories }: Briefing): BriefingStatementRow[] {
  return stories.flatMap(({ storyId, statements, whyItMatters }) =>
    [...statements, ...(whyItMatters ? [whyItMatters] : [])].flatMap(({ text, citations }) => {
      const [first] = citations;
      if (!first) return [];
      const { articleId, revision, sentence } = first;
      return [
        { briefing_id: id, story_id: Number(storyId), article_id: articleId, revision, sentence, text },
      ] satisfies BriefingStatementRow[];
    }),
  );
}
