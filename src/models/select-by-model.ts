import type { AnswerContext } from '../answers/answer-archive.ts';
import type { ArticleSentence } from '../answers/article-sentences.ts';
import { mostSelected, type Selector, selectByWords } from '../answers/ask/select-sentences.ts';
import type { SectionChooser } from '../answers/choose-lines.ts';
import { writeReference } from '../answers/evidence.ts';
import { revisedAt } from '../articles/article.ts';
import { dayOf } from '../text/found-date.ts';
import { type Budget, type BudgetSettings, createBudget, type DailyLimit } from './budget.ts';
import { type ChoosingParts, chooseSentences, type NumberedSentence } from './choose-sentences.ts';
import { createWidening, type VectorCache } from './widen-by-model.ts';

export interface ModelSelectorParts extends ChoosingParts {
  /** What one answer may cost. */
  readonly budget: BudgetSettings;
  readonly day: DailyLimit;
  /** Asks first whether the sentences answer, then which. */
  readonly inTwoSteps: boolean;
  /** Asks for other wordings before searching. */
  readonly rewords: boolean;
  readonly vectors: VectorCache;
}

/** Of an answer's time, so that enough is left to choose. */
const shareOfWidening = 0.4;

/** What chooses one answer, and widens the search for it, within one budget of time and tokens. Time runs from this call on. */
export function createAnswering(parts: ModelSelectorParts): Pick<AnswerContext, 'selector' | 'widening'> {
  const budget = createBudget(parts.budget, parts.day);
  const seconds = parts.budget.seconds * shareOfWidening;
  const isWidened = parts.rewords || parts.model.embed !== undefined;
  return {
    selector: createModelSelector(budget, parts),
    ...(isWidened && { widening: createWidening(budget, { ...parts, seconds }) }),
  };
}

/**
 * A selector for one answer: a model chooses among the candidates, those included that words alone would refuse. What words choose is shown
 * where the model gives no valid answer in time.
 */
function createModelSelector(budget: Budget, { inTwoSteps, ...parts }: ModelSelectorParts): Selector {
  return async (question, conversation, candidates) => {
    // What was found by other words comes last, so that numbers stay the same.
    const own = candidates.filter(({ isWidened }) => !isWidened);
    const byWords = await selectByWords(question, conversation, own);
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
