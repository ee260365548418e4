import type { BriefingStory, Statement } from '../briefings/briefing.ts';
import type { BriefingChoosing } from '../briefings/briefing-desk.ts';
import type { StoryChooser } from '../briefings/compose-briefing.ts';
import type { RankedStory } from '../briefings/ranking/rank-stories.ts';
import { restates } from '../briefings/statements/restates.ts';
import { isSelfContained } from '../briefings/statements/sentence-fitness.ts';
import { type Budget, type BudgetSettings, createBudget, type DailyLimit } from './budget.ts';
import type { Candidate } from './checked-statements.ts';
import { type ChoosingParts, chooseSentences, type NumberedSentence, promptsId } from './choose-sentences.ts';
import { candidatesOf } from './story-candidates.ts';

export interface StoryChoosingParts extends ChoosingParts {
  /** What one briefing may cost. */
  readonly budget: BudgetSettings;
  readonly day: DailyLimit;
}

/** So many stories does a model see when it chooses which lead. */
const mostStories = 40;

/** Lets a model choose in briefings: which stories lead, then the lede, consequence and other side of each. */
export function createBriefingChoosing({ budget: settings, day, ...parts }: StoryChoosingParts): BriefingChoosing {
  return {
    id: `${parts.model.id} choosing by ${promptsId('lead', 'story')}`,
    create: () => createStoryChooser(createBudget(settings, day), parts),
  };
}

function createStoryChooser(budget: Budget, parts: ChoosingParts): StoryChooser {
  return {
    async lead(stories, { interest, maxStories: most }) {
      if (stories.length <= 1) return undefined;
      const sentences = stories.slice(0, mostStories).map(numberedStory);
      const choice = await chooseSentences({ prompt: 'lead', about: interest, sentences, most }, budget, parts);
      return choice?.chosen;
    },
    async tell(story, material, most) {
      const candidates = candidatesOf(story, material).filter((one) => isToBeChosen(one, story));
      if (candidates.length <= 1) return undefined;
      const sentences = candidates.map(({ statement }) => numberedStatement(statement));
      const choice = await chooseSentences({ prompt: 'story', about: story.title, sentences, most }, budget, parts);
      return choice && statementsOf(choice.chosen, candidates);
    },
  };
}

/** What words have chosen is understood in its place; anything else must be understood by itself. */
function isToBeChosen({ text, language }: Candidate, { statements }: BriefingStory): boolean {
  return isSelfContained(text, language) || statements.some((chosen) => chosen.citations[0]?.quote === text);
}

function statementsOf(chosen: readonly number[], candidates: readonly Candidate[]): readonly Statement[] {
  const shown: Candidate[] = [];
  for (const one of chosen.flatMap((place) => candidates[place] ?? [])) {
    const said = shown.map(({ text }) => text);
    if (!restates(one.text, said, one.language)) shown.push(one);
  }
  return shown.map(({ statement }) => statement);
}

function numberedStory({ story, articles: [newest] }: RankedStory): NumberedSentence {
  const { titleArticleId, titleRevision = 0, title, publishedAt } = story;
  return {
    text: newest?.sentences[0]?.text ?? '',
    title,
    date: publishedAt.at(-1)?.slice(0, 10) ?? '',
    reference: `${titleArticleId}@${titleRevision}`,
  };
}

function numberedStatement({ text, date = '', citations: [cited] }: Statement): NumberedSentence {
  return {
    text,
    title: cited?.headline ?? '',
    date,
    reference: cited ? `${cited.articleId}@${cited.revision}.${cited.sentence}` : text,
  };
}
