import type { Briefing, BriefingStory, Statement } from '../briefings/briefing.ts';
import type { BriefingWriter } from '../briefings/briefing-desk.ts';
import { checkStatement } from '../briefings/gate/gate.ts';
import type { StoryMaterial } from '../briefings/story-material.ts';
import { sentencesPerStory } from '../briefings/tell-story.ts';
import { tightenStories, withWordCount } from '../briefings/tighten-stories.ts';
import type { Config } from '../config/config.ts';
import { type AskingParts, askModel } from './ask-model.ts';
import { type Budget, type BudgetSettings, createBudget, type DailyLimit } from './budget.ts';
import { candidatesOf } from './choose-in-briefing.ts';
import { promptVersion, storyInstructions } from './prompt.ts';
import { translateStory } from './translate-story.ts';

export interface WriterParts extends AskingParts {
  readonly budget: BudgetSettings;
  readonly day: DailyLimit;
  readonly wording: Config['model']['wording'];
  /** Spellings of the actors of these articles, one list each. */
  readonly variantsOf: (articleIds: readonly string[]) => Promise<readonly (readonly string[])[]>;
}

const tokensPerStatement = 120;

/** Words a briefing's stories by a model, each within the budget of the whole; what fails stays quoted. */
export function createBriefingWriter(parts: WriterParts): BriefingWriter {
  return {
    id: `${parts.model.id} prompt ${promptVersion} ${JSON.stringify(parts.wording)}`,
    async word(briefing, material) {
      const budget = createBudget(parts.budget, parts.day);
      const stories = await Promise.all(
        briefing.stories.map((story) => {
          const own = material.find(({ storyId }) => storyId === story.storyId);
          return own ? wordStory(story, own, { briefing, budget, parts }) : story;
        }),
      );
      // What a model says may be longer than what was quoted, and may repeat another story.
      const extent = { ...briefing, maxStories: briefing.stories.length };
      const titles = briefing.also.map(({ title }) => title);
      return withWordCount({ ...briefing, stories: tightenStories(stories, extent, titles) });
    },
    async holds(briefing) {
      const cited = briefing.stories.flatMap(({ statements }) => statements.flatMap(({ citations }) => citations));
      return hasStatements(briefing, await parts.variantsOf([...new Set(cited.map(({ articleId }) => articleId))]));
    },
  };
}

interface Work {
  readonly briefing: Briefing;
  readonly budget: Budget;
  readonly parts: WriterParts;
}

async function wordStory(story: BriefingStory, material: StoryMaterial, work: Work): Promise<BriefingStory> {
  const { briefing, budget, parts } = work;
  const variants = await parts.variantsOf(material.articles.map(({ id }) => id));
  const main = material.articles.find(({ id }) => id === story.titleArticleId);
  if (main && main.language !== briefing.language)
    return parts.wording.translate
      ? translateStory(story, { from: main.language, to: briefing.language, variants }, budget, parts)
      : story;
  const count = sentencesPerStory[briefing.length];
  if (!parts.wording.briefings || count === 0 || story.statements.length === 0) return story;
  const candidates = candidatesOf(story, material);
  const checked = await askModel(
    {
      name: 'story',
      instructions: storyInstructions(briefing.language, count, parts.wording.level),
      candidates,
      language: briefing.language,
      variants,
      maxOutputTokens: tokensPerStatement * (count + 1),
    },
    budget,
    parts,
  );
  return checked ? { ...story, statements: checked.statements.slice(0, count) } : story;
}

/** Whether everything generated in a kept briefing passes the gate of today, which may have become stricter since. */
function hasStatements(briefing: Briefing, variants: readonly (readonly string[])[]): boolean {
  const statements = briefing.stories.flatMap((story) => story.statements);
  return statements.filter(({ quoted }) => !quoted).every((statement) => holds(statement, briefing.language, variants));
}

function holds(
  { text, citations, translatedFrom }: Statement,
  language: string,
  variants: readonly (readonly string[])[],
): boolean {
  const evidence = citations.map(({ quote, publishedAt }) => ({
    text: quote,
    language: translatedFrom ?? language,
    publishedAt: Temporal.Instant.from(publishedAt),
  }));
  return checkStatement({ text, language, evidence, variants }).kind === 'kept';
}
