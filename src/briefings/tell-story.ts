import { type Article, headlineSentence, revisedAt } from '../articles/article.ts';
import { canonicalUrl, contentId, isDw, pageKind } from '../feeds/entry-url.ts';
import type { Yielding } from '../runtime/yield-to-event-loop.ts';
import { type BreakingRate, phaseOf } from '../stories/phase.ts';
import { findReversals } from '../stories/reversals.ts';
import { termsOf } from '../text/terms.ts';
import type { BriefingLength, BriefingStory, DeliveredStatement } from './briefing.ts';
import { headlineChangeOf, isSameHeadline } from './news/same-headline.ts';
import { type FreshArticle, newsOf } from './news/story-news.ts';
import { headlineKind } from './ranking/event-values.ts';
import type { Rankable } from './ranking/rank-stories.ts';
import { chooseStatements } from './statements/choose-statements.ts';
import { cite } from './statements/quote-sentence.ts';
import type { StoryMaterial } from './story-material.ts';
import { roomOfStory } from './tighten-stories.ts';

/** Sentences a story gets, by length of the briefing. */
export const sentencesPerStory: Readonly<Record<BriefingLength, number>> = {
  headlines: 0,
  short: 1,
  normal: 3,
  long: 5,
};

/** The sentences of a story, which may all be of one article: by length, within what may be quoted of an article. */
export function mostSentences(length: BriefingLength, perArticle = Number.POSITIVE_INFINITY): number {
  return Math.min(sentencesPerStory[length], perArticle);
}

interface StoryRequest {
  readonly length: BriefingLength;
  readonly sentencesPerArticle?: number | undefined;
  readonly windowEnd: Temporal.Instant;
  /** The article whose headline is the title; by default chosen by what is new. */
  readonly title?: Article;
  readonly breaking?: BreakingRate | undefined;
  /** Names of publishers by the namespace of their article ids. */
  readonly publishers?: ReadonlyMap<string, string> | undefined;
}

/** A story for readers who received what its material lists as delivered; undefined if nothing is new to them. Yields after each article. */
export function* tellStory(material: StoryMaterial, request: StoryRequest): Yielding<Rankable | undefined> {
  const newestFirst = material.articles.toSorted((a, b) => Temporal.Instant.compare(revisedAt(b), revisedAt(a)));
  const news: FreshArticle[] = [];
  for (const article of newestFirst) {
    news.push(newsOf(article, material.delivered));
    yield;
  }
  const titled = request.title ? news.find(({ article }) => article === request.title) : titleArticleOf(news);
  if (!titled) return undefined;
  const fresh = [titled, ...news.filter((one) => one !== titled)];
  const parts = { material, newestFirst, fresh, main: titled.article };
  const choose = () =>
    chooseStatements(
      fresh,
      mostSentences(request.length, request.sentencesPerArticle),
      roomOfStory(request.length) - titled.article.headline.length,
      request.sentencesPerArticle,
    );
  const statements = material.delivered.length > 0 ? yield* choose() : undefined;
  const hasNews =
    request.length === 'headlines' ? fresh.some(({ sentences }) => sentences.length > 0) : statements?.length !== 0;
  if (statements && !hasNews) return undefined;
  const story = storyOf(parts, request);
  return {
    story,
    material,
    novelty: noveltyOf(material, fresh, story.isUpdate),
    isTitleDelivered: isHeadlineDelivered(titled.article, material.delivered),
    *tell() {
      const chosen = statements ?? (yield* choose());
      yield;
      return { ...story, statements: chosen };
    },
  };
}

interface StoryParts {
  readonly material: StoryMaterial;
  readonly newestFirst: readonly Article[];
  readonly fresh: readonly FreshArticle[];
  /** The article whose headline is the title. */
  readonly main: Article;
}

function storyOf(
  { material, newestFirst, fresh, main }: StoryParts,
  { length, windowEnd, breaking, publishers }: StoryRequest,
): BriefingStory {
  const { articles, delivered } = material;
  const isUpdate = wasDelivered(material, length);
  const headlineChange = isUpdate ? headlineChangeOf(main, delivered) : undefined;
  const reversal = isUpdate ? reversalOf(fresh, delivered) : undefined;
  const explainer = isRunning(material) && length !== 'headlines' ? explainerOf(main, newestFirst) : undefined;
  return {
    storyId: material.storyId,
    title: main.headline,
    titleArticleId: main.id,
    titleRevision: main.revision,
    url: main.url,
    topics: [...new Set(articles.flatMap(({ topics }) => topics))],
    ...(main.feedPicture ? { image: main.feedPicture } : {}),
    isUpdate,
    ...(material.publishedAt ? { phase: phaseOf(material.publishedAt, windowEnd, breaking) } : {}),
    statements: [],
    ...(headlineChange ? { headlineChange } : {}),
    ...(reversal ? { reversal } : {}),
    ...(explainer ? { explainer } : {}),
    moved: fresh.flatMap(({ moved }) => moved.map(({ number }) => number)).slice(0, 1),
    articleCount: articles.length,
    publishedAt: newestFirst.map((article) => revisedAt(article).toString()).toReversed(),
    agencies: [...new Set(articles.flatMap(({ agencies }) => agencies))],
    publishers: [...new Set(articles.map((article) => publisherOf(article, publishers)))],
  };
}

/** Whether a story has more than the article of its title, in the window or before it. */
function isRunning({ articles, publishedAt = [] }: StoryMaterial): boolean {
  return Math.max(articles.length, publishedAt.length) > 1;
}

/** Words that the headline of a linked page shares with the title: links lead to other subjects, too. */
const termsOfExplainer = 2;

/** Of the story's articles and the pages that they link, the one that explains and shares most words with the title. */
function explainerOf(main: Article, newestFirst: readonly Article[]): BriefingStory['explainer'] {
  const own = newestFirst.filter(({ id, kind }) => id !== main.id && kind === 'article');
  const linked = newestFirst.flatMap(({ related = [], language }) =>
    related.flatMap(({ title, url }) => {
      const id = idOfLink(url, main);
      const isOther = id !== undefined && id !== main.id && pageKind(url) === 'article';
      return isOther ? { articleId: id, title, url, language, least: termsOfExplainer } : [];
    }),
  );
  const terms = new Set(termsOf(main.headline, main.language));
  const [best] = [
    ...own.map(({ id, headline, url, language }) => ({ articleId: id, title: headline, url, language, least: 1 })),
    ...linked,
  ]
    .map((one) => ({ ...one, shared: terms.intersection(new Set(termsOf(one.title, one.language))).size }))
    .filter(({ title, language, shared, least }) => shared >= least && headlineKind(title, language) === 'explains')
    .toSorted((a, b) => b.shared - a.shared);
  return best && { articleId: best.articleId, title: best.title, url: best.url };
}

/** As feeds identify what they list, see make-entry.ts: DW by a number in the address, another publisher mostly by the address. */
function idOfLink(url: string, { id }: Article): string | undefined {
  if (isDw(URL.parse(url)?.hostname ?? '')) {
    const number = contentId(url);
    return number && `dw:${number}`;
  }
  const address = canonicalUrl(url);
  return address && `${id.slice(0, id.indexOf(':'))}:${address}`;
}

/** The first delivered sentence that a new one contradicts. */
function reversalOf(
  fresh: readonly FreshArticle[],
  delivered: readonly DeliveredStatement[],
): BriefingStory['reversal'] {
  const said = delivered.filter(({ citation }) => citation.sentence !== headlineSentence);
  for (const { article, sentences } of fresh) {
    const [found] = findReversals(
      said.map(({ text, citation }) => ({ text, ref: citation })),
      sentences.map((sentence) => ({ text: sentence.text, ref: sentence })),
      article.language,
    );
    if (found) return { before: found.beforeRef, now: cite(article, found.nowRef) };
  }
  return undefined;
}

/** A story that was only named counts as new, except for readers who asked for headlines only. */
function wasDelivered({ delivered }: StoryMaterial, length: BriefingLength): boolean {
  return length === 'headlines'
    ? delivered.length > 0
    : delivered.some(({ citation }) => citation.sentence !== headlineSentence);
}

function isHeadlineDelivered({ id, headline, language }: Article, delivered: readonly DeliveredStatement[]): boolean {
  const headlines = delivered.flatMap(({ citation }) => (citation.articleId === id ? (citation.headline ?? []) : []));
  return headlines.some((one) => isSameHeadline(one, headline, language));
}

function noveltyOf({ articles }: StoryMaterial, fresh: readonly FreshArticle[], isUpdate: boolean): number {
  const all = articles.reduce((sum, article) => sum + article.sentences.length, 0);
  const fewer = fresh.reduce((sum, one) => sum + one.sentences.length, 0);
  return !isUpdate || all === 0 ? 1 : fewer / all;
}

function publisherOf({ id, url }: Article, names?: ReadonlyMap<string, string>): string {
  if (id.startsWith('dw:')) return 'DW';
  const known = names?.get(id.slice(0, id.indexOf(':')));
  return known ?? (URL.parse(url)?.hostname.replace(/^www\./, '') || (id.split(/[/:]/).at(-1) ?? id));
}

/** An older headline may be overtaken. */
const recentHours = 36;

/**
 * The article whose headline tells a story: the newest, unless that one only explains, asks or runs live and another with news, hardly
 * older, says what happened. The first of `newestFirst` where none does.
 */
export function titleArticleOf(newestFirst: readonly FreshArticle[]): FreshArticle | undefined {
  const [newest] = newestFirst;
  const says = newestFirst.find(
    ({ article, sentences }) =>
      sentences.length > 0 &&
      article.kind === 'article' &&
      headlineKind(article.headline, article.language) === 'news' &&
      newest !== undefined &&
      revisedAt(article).until(revisedAt(newest.article)).total('hours') <= recentHours,
  );
  return says ?? newest;
}
