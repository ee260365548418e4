import { headlineSentence } from '../articles/article.ts';
import type { Briefing, BriefingStory, Statement } from '../briefings/briefing.ts';
import type { Answer } from './answer.ts';

/** A briefing in the output format of `--json`: its statements, by story. An empty briefing is a refusal. */
export function briefingAnswer(briefing: Briefing, archive: Answer['archive']): Answer {
  const sections = briefing.stories.map((story) => ({ heading: story.title, statements: statementsOf(story) }));
  const isEmpty = sections.length === 0;
  return {
    kind: 'brief',
    title: briefing.interest,
    language: briefing.language,
    refused: isEmpty,
    ...(isEmpty
      ? { text: `Not in the archive: nothing on ${briefing.interest} since ${briefing.windowStart.slice(0, 10)}.` }
      : {}),
    statements: sections.flatMap(({ statements }) => statements),
    sections,
    archive,
  };
}

/** A story that is its headline alone cites that. */
function statementsOf(story: BriefingStory): readonly Statement[] {
  const { title, titleArticleId, titleRevision, statements, url, publishedAt } = story;
  if (statements.length > 0 || titleRevision === undefined) return statements;
  const source = { articleId: titleArticleId, revision: titleRevision, sentence: headlineSentence, quote: title, url };
  return [
    { text: title, quoted: true, citations: [{ ...source, publishedAt: publishedAt.at(-1) ?? '', headline: title }] },
  ];
}
