import { type Article, revisedAt } from '../articles/article.ts';
import { findNames } from '../reading/find-names.ts';
import { readText } from '../reading/read-text.ts';
import type { Yielding } from '../runtime/yield-to-event-loop.ts';
import { findCountry } from '../text/countries.ts';
import type { Briefing, BriefingStory, Statement } from './briefing.ts';
import type { BriefingRequest, BriefingSettings } from './compose-briefing.ts';
import { type Rankable, type RankedStory, rankStories } from './ranking/rank-stories.ts';
import type { StoryMaterial } from './story-material.ts';
import { tellStory } from './tell-story.ts';
import { notYetShown, storiesThatFit } from './tighten-stories.ts';
import { countWords } from './word-count.ts';

/** An affair of fewer days than this did not last. */
const fewestDays = 2;
/** Articles from either end of an affair that are looked through for a sentence that states it. */
const articlesTried = 4;

/**
 * The review of a week: the affairs that lasted, each with its first and its last state, dated and cited. `material` is by affair. Ordered by
 * the sum of two places, in importance as of any briefing but for freshness, and in days: what was large for a day is no more the week
 * than what was small for seven.
 */
export function* composeWeek(
  request: BriefingRequest,
  material: readonly StoryMaterial[],
  settings: BriefingSettings,
): Yielding<Briefing> {
  const ofWeek = material.map((one) => ({ ...one, articles: publishedIn(one.articles, request) }));
  const lasting = ofWeek.filter((one) => daysOf(one.articles) >= fewestDays);
  const stories: Rankable[] = [];
  for (const one of lasting) {
    const rankable = yield* tellStory({ ...one, delivered: [] }, { ...request, length: 'short', ...settings });
    if (rankable) stories.push(rankable);
    yield;
  }
  const ranked = rankStories(stories, request.windowEnd, { ...settings.weights, freshness: 0 });
  const reviewed: BriefingStory[] = [];
  for (const { story, articles } of byImportanceAndDays(ranked)) {
    if (reviewed.length === request.maxStories) break;
    const states = yield* lastAndFirst(articles, request, settings);
    if (states) reviewed.push({ ...story, ...states, isUpdate: false, moved: [] });
  }
  const shown = storiesThatFit(reviewed, request);
  const { id, interest, language, length, windowStart, windowEnd } = request;
  return {
    ...{ id, interest, language, length, isWeek: true, stories: shown, also: [], wordCount: countWords(shown) },
    ...(request.ahead && { ahead: notYetShown(request.ahead, shown, language) }),
    windowStart: windowStart.toString(),
    windowEnd: windowEnd.toString(),
  };
}

/** What was only archived in the week, as at the first poll of a feed, is not of it. */
function publishedIn(articles: readonly Article[], { windowStart }: BriefingRequest): readonly Article[] {
  return articles.filter((article) => Temporal.Instant.compare(revisedAt(article), windowStart) >= 0);
}

/** On how many days, of UTC, something was published. */
function daysOf(articles: readonly Article[]): number {
  return new Set(articles.map((article) => dayOf(article))).size;
}

function dayOf(article: Article): string {
  return revisedAt(article).toString().slice(0, 10);
}

function byImportanceAndDays(ranked: readonly RankedStory[]): readonly RankedStory[] {
  const byDays = ranked.toSorted(
    (a, b) => daysOf(b.articles) - daysOf(a.articles) || b.articles.length - a.articles.length,
  );
  const places = new Map(ranked.map((one, place) => [one, place + byDays.indexOf(one)]));
  return ranked.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/**
 * The newest article's title, with the sentences that the first and the last day state the affair by; the last alone where the first days
 * tell of something else, which an affair may have taken in. Undefined where no article of the last days states it.
 */
function* lastAndFirst(
  articles: readonly Article[],
  request: BriefingRequest,
  settings: BriefingSettings,
): Yielding<Pick<BriefingStory, 'title' | 'titleArticleId' | 'titleRevision' | 'url' | 'statements'> | undefined> {
  const oldestFirst = articles.toSorted((a, b) => Temporal.Instant.compare(revisedAt(a), revisedAt(b)));
  const last = yield* stateOf(oldestFirst.toReversed(), request, settings);
  if (!last) return undefined;
  const before = oldestFirst.filter((article) => dayOf(article) < dayOf(last.article));
  const first = yield* stateOf(before, request, settings, last);
  const { headline: title, id: titleArticleId, revision: titleRevision, url } = last.article;
  const statements = [...(first ? [first.statement] : []), last.statement];
  return { title, titleArticleId, titleRevision, url, statements };
}

interface State {
  readonly article: Article;
  readonly statement: Statement;
}

/** What the first of these articles that states something says, about what `as` is about if that is given. */
function* stateOf(
  articles: readonly Article[],
  request: BriefingRequest,
  settings: BriefingSettings,
  as?: State,
): Yielding<State | undefined> {
  for (const article of articles.slice(0, articlesTried)) {
    const alone = { storyId: article.id, articles: [article], delivered: [] };
    const rankable = yield* tellStory(alone, { ...request, length: 'short', ...settings });
    const story = rankable?.tell ? yield* rankable.tell() : rankable?.story;
    const [statement] = story?.statements ?? [];
    const state = statement && { article, statement: { ...statement, date: dayOf(article) } };
    if (state && (!as || areOneMatter(state, as))) return state;
  }
  return undefined;
}

/** Whether headline and sentence of both have a name in common, or two states: a state alone is in the news for many things. */
function areOneMatter(one: State, other: State): boolean {
  const [own, others] = [namesOf(one), namesOf(other)];
  if (own.size === 0 || others.size === 0) return true;
  const shared = [...own.intersection(others)];
  const states = shared.filter((name) => findCountry(name, one.article.language));
  return shared.length > states.length || states.length > 1;
}

/** The words of the names, folded. */
function namesOf({ article: { headline, language }, statement }: State): ReadonlySet<string> {
  const texts = [headline, statement.text].map((text) => readText(text, language));
  return new Set(texts.flatMap((text) => findNames(text, texts)).flatMap((run) => run.map(({ key }) => key)));
}
