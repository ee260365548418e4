import type { Article, Sentence } from '../articles/article.ts';
import type { BriefingStory, Statement } from '../briefings/briefing.ts';
import { isInstruction } from '../briefings/gate/check-form.ts';
import { newsOf } from '../briefings/news/story-news.ts';
import { quoteSentence } from '../briefings/statements/quote-sentence.ts';
import { isFit } from '../briefings/statements/sentence-fitness.ts';
import type { StoryMaterial } from '../briefings/story-material.ts';
import type { Candidate } from './checked-statements.ts';

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
