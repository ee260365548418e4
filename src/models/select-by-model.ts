import type { ArticleSentence } from '../answers/article-sentences.ts';
import { mostSelected, type Selector, selectByWords } from '../answers/ask/select-sentences.ts';
import type { SectionChooser } from '../answers/choose-lines.ts';
import { writeReference } from '../answers/evidence.ts';
import { revisedAt } from '../articles/article.ts';
import { dayOf } from '../text/found-date.ts';
import { type BudgetSettings, createBudget, type DailyLimit } from './budget.ts';
import { type ChoosingParts, chooseSentences, type NumberedSentence } from './choose-sentences.ts';

export interface ModelSelectorParts extends ChoosingParts {
  /** What one answer may cost. */
  readonly budget: BudgetSettings;
  readonly day: DailyLimit;
  /** Asks first whether the sentences answer, then which. */
  readonly inTwoSteps: boolean;
}

/**
 * A selector for one answer: a model chooses among the candidates, those included that words alone would refuse. What words choose is shown
 * where the model gives no valid answer in time. Time runs from this call on, over all questions of the answer.
 */
export function createModelSelector({ budget: settings, day, inTwoSteps, ...parts }: ModelSelectorParts): Selector {
  const budget = createBudget(settings, day);
  return async (question, conversation, candidates) => {
    const byWords = await selectByWords(question, conversation, candidates);
    if (candidates.length === 0 || budget.signal.aborted) return byWords;
    const choice = await chooseSentences(
      {
        prompt: inTwoSteps ? 'answer-whether' : 'answer',
        about: question.text,
        before: conversation,
        sentences: candidates.map(({ line }) => numberedOf(line)),
        most: mostSelected,
      },
      budget,
      parts,
    );
    return choice ? { answered: choice.answered, sentences: choice.chosen } : byWords;
  };
}

/** The same for the sections of `/who` and `/background`. */
export function createSectionChooser({ budget: settings, day, ...parts }: ModelSelectorParts): SectionChooser {
  const budget = createBudget(settings, day);
  return async (section, subject, lines, most) => {
    if (budget.signal.aborted) return undefined;
    const task = { prompt: `section-${section}`, about: subject, sentences: lines.map(numberedOf), most } as const;
    return (await chooseSentences(task, budget, parts))?.chosen;
  };
}

function numberedOf({ article, sentence }: ArticleSentence): NumberedSentence {
  const { id: articleId, revision, headline } = article;
  return {
    text: sentence.text,
    title: headline,
    date: dayOf(revisedAt(article)),
    reference: writeReference({ articleId, revision, sentence: sentence.index }),
  };
}
