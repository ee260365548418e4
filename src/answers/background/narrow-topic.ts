import type { Article } from '../../articles/article.ts';
import { yieldToEventLoop } from '../../runtime/yield-to-event-loop.ts';
import { baseLanguage } from '../../text/terms.ts';
import type { Archive } from '../archive.ts';
import {
  type ArticleSentence,
  type Content,
  readContent,
  readSentences,
  readSentencesYielding,
} from '../article-sentences.ts';
import { createTermMatcher, type TermMatcher, type WantedTerm } from '../ask/match-terms.ts';
import { readQuestion } from '../ask/question.ts';
import { questionLanguage } from '../question-language.ts';
import { affairWords, type Topic } from './find-topic.ts';

/** The first sentences, which with the headline say what an article is about. */
const openingLines = 3;
/** Weights of a topic word in the headline, in the opening, and by its frequency. */
const counts = { headline: 0.7, opening: 0.5, often: 0.3 };
const sideWord = 0.3;
/** An article that opens with less of what is asked is on something else, however often it comes to it. */
const leastOpening = 0.3;
/** Shares of the best article's score: from `leastShare` on an article is on topic; so is one similar to such an article with a lower score. */
const leastShare = 0.9;
const leastLikeness = 0.33;
const leastOfBoth = 0.9;

/**
 * Keeps the found articles that are about the words. "German" and "budget" somewhere in an article on the army do not make it one on a
 * budget crisis: the words must be at the start and recur, rare ones counting most, or the article must be similar to one of which that
 * is true. None where no article opens with the words. A story is taken as it is.
 */
export async function narrowTopic(topic: Topic, asked: string): Promise<Topic> {
  if (topic.story) return topic;
  const { shares, opens } = sharesOf(topic.articles, asked);
  // Words of a language that questions are not parsed in are not found by these terms.
  const isRead = topic.articles.some((article) => baseLanguage(article.language) === questionLanguage(asked));
  if (isRead && !topic.articles.some((article) => (opens.get(article) ?? 0) >= leastOpening))
    return { ...topic, articles: [] };
  const best = Math.max(...shares.values());
  const about = topic.articles.filter((article) => (shares.get(article) ?? 0) >= best * leastShare);
  await yieldToEventLoop();
  const articles = topic.articles.filter((article) => {
    if (about.includes(article)) return true;
    const like = Math.max(...about.map((one) => likeness(readSentences(one), readSentences(article))));
    return like >= leastLikeness && (shares.get(article) ?? 0) / best + like >= leastOfBoth;
  });
  return { ...topic, articles };
}

/** How much each article is about the topic, and which share of its words, weighed by rarity, its opening has. */
function sharesOf(
  articles: readonly Article[],
  asked: string,
): { readonly shares: ReadonlyMap<Article, number>; readonly opens: ReadonlyMap<Article, number> } {
  const language = questionLanguage(asked);
  const { terms } = readQuestion(asked, language);
  const heads = articles.map(headOf);
  const read = articles.map(readSentences);
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
  const sum = weighted.reduce((total, { weight }) => total + weight, 0) || 1;
  const opens = new Map(
    articles.map((article, at) => [
      article,
      weighted.reduce(
        (total, { wanted, weight }) => total + (relevance(wanted, heads[at] ?? [], strengthIn) > 0 ? weight : 0),
        0,
      ) / sum,
    ]),
  );
  const shares = new Map(
    articles.map((article, at) => [
      article,
      weighted.reduce((sum, { wanted, most, weight }) => {
        const often = frequency(wanted, read[at] ?? [], strengthIn) / most;
        return sum + weight * (relevance(wanted, heads[at] ?? [], strengthIn) + often * counts.often);
      }, 0),
    ]),
  );
  return { shares, opens };
}

function headOf(article: Article): readonly Content[] {
  return [readContent(article.headline, article.language), ...readSentences(article).slice(0, openingLines)];
}

function isSideWord({ term }: WantedTerm): boolean {
  return affairWords.has(term);
}

function frequency(wanted: WantedTerm, lines: readonly ArticleSentence[], strengthIn: TermMatcher): number {
  return Math.log(1 + lines.filter((line) => strengthIn(wanted, line) > 0).length);
}

function relevance(wanted: WantedTerm, head: readonly Content[], strengthIn: TermMatcher): number {
  const place = head.findIndex((part) => strengthIn(wanted, part) > 0);
  return place === 0 ? counts.headline : place > 0 ? counts.opening : 0;
}

/** Weight of a word that occurs once: it is detail. */
const onceSaid = 0.5;

/** How similar two articles are, 0 to 1: the cosine of their terms, repeated ones weighing more. */
function likeness(one: readonly ArticleSentence[], other: readonly ArticleSentence[]): number {
  const [weights, others] = [weightsOf(one), weightsOf(other)];
  const product = [...weights].reduce((sum, [term, weight]) => sum + weight * (others.get(term) ?? 0), 0);
  return product / (lengthOf(weights) * lengthOf(others) || 1);
}

function weightsOf(lines: readonly ArticleSentence[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of lines) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, count]) => [term, count > 1 ? 1 + Math.log(count) : onceSaid]));
}

function lengthOf(weights: ReadonlyMap<string, number>): number {
  return Math.hypot(...weights.values());
}

const storiesRead = 12;
const articlesRead = 12;
/** Measured over a month of articles: those on the story were above, other matters of the affair below. */
const leastOfAffair = 0.33;

/**
 * A story with earlier articles of its affair: the story's own articles first, then of the affair's other stories those similar to the
 * article that gave the story its title; not all news on Russia is about Navalny.
 */
export async function widenToAffair(topic: Topic, archive: Archive): Promise<Topic> {
  const { story } = topic;
  const affair = story && (await archive.affairOf(story.id));
  const room = articlesRead - topic.articles.length;
  if (!affair || room <= 0) return topic;
  const others = (await archive.storiesOfAffair(affair.id, storiesRead)).filter(({ id }) => id !== story.id);
  const newest = await Promise.all(others.map(({ id }) => archive.listArticles({ storyId: id, limit: 1 })));
  const onTopic = await likeOwn(newest.flat(), topic);
  return { ...topic, articles: [...topic.articles, ...onTopic.slice(0, room)] };
}

async function likeOwn(others: readonly Article[], { title, articles }: Topic): Promise<readonly Article[]> {
  const main = articles.find(({ headline }) => headline === title) ?? articles[0];
  const [own = [], ...lines] = await readSentencesYielding(main ? [main, ...others] : others);
  return others.filter((_, index) => likeness(own, lines[index] ?? []) >= leastOfAffair);
}
