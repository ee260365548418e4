import type { Article, Sentence } from '../articles/article.ts';
import type { BriefingStory, Statement } from '../briefings/briefing.ts';
import type { BriefingChoosing } from '../briefings/briefing-desk.ts';
import type { StoryChooser } from '../briefings/compose-briefing.ts';
import { isInstruction } from '../briefings/gate/gate.ts';
import { newsOf } from '../briefings/news/story-news.ts';
import type { RankedStory } from '../briefings/ranking/rank-stories.ts';
import { quoteSentence } from '../briefings/statements/quote-sentence.ts';
import { restates } from '../briefings/statements/restates.ts';
import { isFit, isSelfContained } from '../briefings/statements/sentence-fitness.ts';
import type { StoryMaterial } from '../briefings/story-material.ts';
import { type Budget, type BudgetSettings, createBudget, type DailyLimit } from './budget.ts';
import type { Candidate } from './checked-statements.ts';
import { type ChoosingParts, chooseSentences, type NumberedSentence, promptsId } from './choose-sentences.ts';

export interface StoryChoosingParts extends ChoosingParts {
  /** What one briefing may cost. */
  readonly budget: BudgetSettings;
  readonly day: DailyLimit;
}

/** How many stories a model sees when it chooses which ones lead. */
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

/** A model gets only the top of each article: the news is there, and tokens cost money. */
const sentencesOfArticle = 12;
const articlesOfStory = 3;

/** What is new to these readers, from the top of the newest articles; the sentences chosen for quoting are always among it. */
export function candidatesOf(story: BriefingStory, { articles, delivered }: StoryMaterial): readonly Candidate[] {
  const chosen = new Set(story.statements.flatMap(({ citations }) => citations.map(({ quote }) => quote)));
  return articles.slice(0, articlesOfStory).flatMap((article) =>
    newsOf(article, delivered)
      .sentences.filter(
        ({ index, text }) => chosen.has(text) || (index < sentencesOfArticle && isUsable(text, article)),
      )
      .map((sentence) => candidate(article, sentence)),
  );
}

function isUsable(text: string, { language }: Article): boolean {
  return isFit(text, language) && !isInstruction(text);
}

function candidate(article: Article, sentence: Sentence): Candidate {
  const statement: Statement = quoteSentence(article, sentence);
  return { statement, text: sentence.text, language: article.language, publishedAt: article.publishedAt };
}
