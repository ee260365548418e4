import type { Caller } from '../chat/chat.ts';
import type { Message, MessageBlock } from '../chat/message.ts';
import { context, heading, paragraph, words } from '../chat/write.ts';
import type { Story } from '../storage/stories/stories.ts';
import { phaseOf } from '../stories/phase.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { lengthLimits } from '../text/limits.ts';
import { fold } from '../text/terms.ts';
import { UserError } from '../user-error.ts';
import type { Catalog } from '../wording/catalog.ts';
import { en } from '../wording/en/index.ts';
import { articleBlocks, type ExplainOptions, type ExplainWording, findExplained } from './explain-article.ts';
import { explainRanking, lastBriefing } from './explain-ranking.ts';

/** Whose briefings a story is compared with: a channel's, one subscription's, or the first few. */
export interface ExplainFor {
  readonly caller?: Caller;
  readonly subscriptionId?: number;
  /** The reader's language; English by default. */
  readonly say?: Catalog;
}

/** The most subscriptions to list. */
const mostSubscriptions = 5;

/**
 * Explains what happened to an article or story, and why a briefing included it or not. Takes a link, DW's number, a story's id ("story:12"), words
 * of its title, or its number in the channel's last briefing. Throws UserError where nothing is meant by it.
 */
export async function explain(typed: string, whose: ExplainFor, options: ExplainOptions): Promise<Message> {
  if (typed.length > lengthLimits.line)
    throw new UserError(({ refusals }) => refusals.lineTooLong(String(typed.length), String(lengthLimits.line)));
  const subscriptions = await subscriptionsOf(whose, options);
  const { say = en } = whose;
  const wording = { ...options, say };
  const wanted = typed.trim();
  const numbered = whose.caller && /^#?\d{1,2}$/.test(wanted) ? Number(wanted.replace('#', '')) : undefined;
  if (numbered !== undefined)
    return storyMessage(await storyAtPlace(numbered, subscriptions, options), subscriptions, wording);
  const article = await findExplained(wanted, options);
  if (article) {
    const blocks = articleBlocks(article, wording);
    const rankings = article.story ? await rankingBlocks(article.story.id, subscriptions, wording) : [];
    return { summary: say.why.became(article.title), blocks: [...blocks, ...rankings] };
  }
  const story = await findStory(wanted, options);
  if (story) return storyMessage(story, subscriptions, wording);
  throw new UserError(({ errors }) => errors.notListed(wanted));
}

async function subscriptionsOf(
  { caller, subscriptionId }: ExplainFor,
  { storage }: ExplainOptions,
): Promise<readonly Subscription[]> {
  if (subscriptionId !== undefined) {
    const found = await storage.subscriptions.find(subscriptionId);
    if (!found) throw new UserError(({ errors }) => errors.noSuchSubscription(String(subscriptionId)));
    return [found];
  }
  const all = await (caller ? storage.subscriptions.ofChannel(caller.channel) : storage.subscriptions.list());
  return all.filter(({ as }) => as !== 'alerts').slice(0, mostSubscriptions);
}

/** The story at a position of the last sent briefing. */
async function storyAtPlace(
  place: number,
  subscriptions: readonly Subscription[],
  { storage }: ExplainOptions,
): Promise<Story> {
  const briefings = (await Promise.all(subscriptions.map(({ id }) => lastBriefing(id, storage)))).flatMap(
    (one) => one ?? [],
  );
  const last = briefings.toSorted((a, b) => (a.windowEnd < b.windowEnd ? 1 : -1))[0];
  if (!last) throw new UserError(({ errors }) => errors.noBriefing);
  const shownStory = last.stories[place - 1];
  const story = shownStory && (await storage.stories.find(Number(shownStory.storyId)));
  if (!story) throw new UserError(({ errors }) => errors.noPlace(String(place), String(last.stories.length)));
  return story;
}

const storiesSearched = 500;

async function findStory(typed: string, { storage }: ExplainOptions): Promise<Story | undefined> {
  const id = /^(?:story:|#)(\d+)$/i.exec(typed)?.[1];
  if (id !== undefined) return storage.stories.find(Number(id));
  if (!/\p{L}/u.test(typed) || /^https?:/i.test(typed)) return undefined;
  const wanted = fold(typed).split(/\s+/);
  const recent = await storage.stories.list({ limit: storiesSearched });
  return recent.find(({ title }) => wanted.every((word) => fold(title).includes(word)));
}

const articlesListed = 10;

async function storyMessage(
  story: Story,
  subscriptions: readonly Subscription[],
  options: ExplainWording,
): Promise<Message> {
  const { storage, zone, now, say } = options;
  const [articles, published] = await Promise.all([
    storage.articles.list({ storyId: story.id, limit: articlesListed }),
    storage.storyFacts.publishedOf([story.id]),
  ]);
  const phase = say.briefing.phases[phaseOf(published.get(story.id) ?? [], now())];
  return {
    summary: say.why.weighed(story.title),
    blocks: [
      heading(story.title),
      context(words(`story:${story.id}`, 'code'), ` · ${say.why.articles(story.articleCount)} · ${phase}`),
      {
        kind: 'list',
        items: articles.map(({ headline, url, publishedAt }) => [
          { kind: 'link', text: headline, url },
          words(', '),
          { kind: 'time', at: publishedAt.toString(), zone, precision: 'minute' },
        ]),
      },
      ...(await rankingBlocks(story.id, subscriptions, options)),
    ],
  };
}

async function rankingBlocks(
  storyId: number,
  subscriptions: readonly Subscription[],
  options: ExplainWording,
): Promise<readonly MessageBlock[]> {
  const blocks = await Promise.all(subscriptions.map((one) => explainRanking(storyId, one, options)));
  return blocks.length > 0 ? blocks.flat() : [paragraph(options.say.why.noSubscription)];
}
