import type { Article } from '../../articles/article.ts';
import { yieldToEventLoop } from '../../yielding.ts';
import { createTermMatcher, type TermMatcher } from '../ask/match-terms.ts';
import { type Content, type Line, readContent, readLines } from '../lines.ts';
import { readQuestion } from '../question/question.ts';
import { questionLanguage } from '../question/question-language.ts';
import type { QuestionTerm } from '../question/question-terms.ts';
import { affairWords, type Topic } from './find-topic.ts';
import { likeness } from './likeness.ts';

/** Lines that say, with the headline, what an article is about. */
const openingLines = 3;
/** What a word of the topic counts for in the headline, in the opening, and by how often it comes back. */
const counts = { headline: 0.7, opening: 0.5, often: 0.3 };
const sideWord = 0.3;
/** Of what the article most on the topic reaches: this is on it too; and so is what is like one of those and reaches something. */
const leastShare = 0.9;
const leastLikeness = 0.33;
const leastOfBoth = 0.9;

/**
 * Of articles found by words, those that are about them. "German" and "budget" somewhere in an article on the army make it no budget
 * crisis: the words have to stand at the head and come back, those that few of the articles hold counting most, or the article is much like one of which
 * that is true. A story is taken as it is.
 */
export async function narrowTopic(topic: Topic, asked: string, now: Temporal.Instant): Promise<Topic> {
  if (topic.story || topic.articles.length < 2) return topic;
  const shares = sharesOf(topic.articles, asked, now);
  const best = Math.max(...shares.values());
  const about = topic.articles.filter((article) => (shares.get(article) ?? 0) >= best * leastShare);
  await yieldToEventLoop();
  const articles = topic.articles.filter((article) => {
    if (about.includes(article)) return true;
    const like = Math.max(...about.map((one) => likeness(readLines(one), readLines(article))));
    return like >= leastLikeness && (shares.get(article) ?? 0) / best + like >= leastOfBoth;
  });
  return { ...topic, articles };
}

/** How far each article is about what is asked. */
function sharesOf(articles: readonly Article[], asked: string, now: Temporal.Instant): ReadonlyMap<Article, number> {
  const language = questionLanguage(asked);
  const { terms } = readQuestion(asked, language, now);
  const heads = articles.map(headOf);
  const read = articles.map(readLines);
  const strengthIn = createTermMatcher(terms, [...heads.flat(), ...read.flat()], { language });
  const weighted = terms.map((wanted) => {
    const holders = heads.filter((head) => head.some((part) => strengthIn(wanted, part) > 0)).length;
    const most = Math.max(1, ...read.map((lines) => frequency(wanted, lines, strengthIn)));
    return {
      wanted,
      most,
      weight: Math.log(1 + articles.length / (1 + holders)) * (isSideWord(wanted) ? sideWord : 1),
    };
  });
  return new Map(
    articles.map((article, at) => [
      article,
      weighted.reduce((sum, { wanted, most, weight }) => {
        const often = frequency(wanted, read[at] ?? [], strengthIn) / most;
        return sum + weight * (standing(wanted, heads[at] ?? [], strengthIn) + often * counts.often);
      }, 0),
    ]),
  );
}

function headOf(article: Article): readonly Content[] {
  return [readContent(article.headline, article.language), ...readLines(article).slice(0, openingLines)];
}

function isSideWord({ isLight, term }: QuestionTerm): boolean {
  return isLight || affairWords.has(term);
}

function frequency(wanted: QuestionTerm, lines: readonly Line[], strengthIn: TermMatcher): number {
  return Math.log(1 + lines.filter((line) => strengthIn(wanted, line) > 0).length);
}

function standing(wanted: QuestionTerm, head: readonly Content[], strengthIn: TermMatcher): number {
  const place = head.findIndex((part) => strengthIn(wanted, part) > 0);
  return place === 0 ? counts.headline : place > 0 ? counts.opening : 0;
}
