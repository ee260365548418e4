import type { Briefing } from '../briefings/briefing.ts';
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
import { explainBriefing, explainRanking } from './explain-ranking.ts';

/** Whose briefings a story is compared with: a channel's, one subscription's, or the first few. */
export interface ExplainFor {
  readonly caller?: Caller;
  readonly subscriptionId?: number;
  /** What the caller asked for of late, or else their channel got last. */
  readonly shown?: Briefing;
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
  const { shown } = whose;
  if (numbered !== undefined)
    return storyMessage(await storyAtPlace(numbered, shown, options), { subscriptions, shown }, wording);
  const article = await findExplained(wanted, options);
  if (article) {
    const blocks = articleBlocks(article, wording);
    const rankings = article.story ? await rankingBlocks(article.story.id, { subscriptions, shown }, wording) : [];
    return { summary: say.why.became(article.title), blocks: [...blocks, ...rankings] };
  }
  const story = await findStory(wanted, shown, options);
  if (story) return storyMessage(story, { subscriptions, shown }, wording);
  throw new UserError(({ errors }) => errors.notListed(wanted));
}

/** Whether what somebody typed means an article or story that can be explained to them. */
export async function mayExplain(
  typed: string,
  shown: Briefing | undefined,
  options: ExplainOptions,
): Promise<boolean> {
  if (typed.length > lengthLimits.line) return false;
  const wanted = typed.trim();
  return ((await findExplained(wanted, options)) ?? (await findStory(wanted, shown, options))) !== undefined;
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

/** The story at a position of the briefing that was shown last. */
async function storyAtPlace(
  place: number,
  shown: Briefing | undefined,
  { storage }: Pick<ExplainOptions, 'storage'>,
): Promise<Story> {
  if (!shown) throw new UserError(({ errors }) => errors.noBriefing);
  const shownStory = shown.stories[place - 1];
  const story = shownStory && (await storage.stories.find(Number(shownStory.storyId)));
  if (!story) throw new UserError(({ errors }) => errors.noPlace(String(place), String(shown.stories.length)));
  return story;
}

const storiesSearched = 500;

/** By its id, or by words of a headline: those of the briefing's window first, then recent stories' titles. */
async function findStory(
  typed: string,
  shown: Briefing | undefined,
  { storage }: Pick<ExplainOptions, 'storage'>,
): Promise<Story | undefined> {
  const id = /^(?:story:|#)(\d+)$/i.exec(typed)?.[1];
  if (id !== undefined) return storage.stories.find(Number(id));
  if (!/\p{L}/u.test(typed) || /^https?:/i.test(typed)) return undefined;
  const wanted = fold(typed).split(/\s+/);
  const isMeant = (title: string) => wanted.every((word) => fold(title).includes(word));
  const [since, until] = [shown?.windowStart, shown?.windowEnd].map((at) => at && Temporal.Instant.from(at));
  const weighed = since && until ? await storage.articles.list({ since, until, limit: storiesSearched }) : [];
  const article = weighed.find(({ headline }) => isMeant(headline));
  const storyId = article && (await storage.stories.storyOf(article.id));
  if (storyId !== undefined) return storage.stories.find(storyId);
  return (await storage.stories.list({ limit: storiesSearched })).find(({ title }) => isMeant(title));
}

const articlesListed = 10;

async function storyMessage(story: Story, compared: Compared, options: ExplainWording): Promise<Message> {
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
      ...(await rankingBlocks(story.id, compared, options)),
    ],
  };
}

async function rankingBlocks(
  storyId: number,
  { subscriptions, shown }: Compared,
  options: ExplainWording,
): Promise<readonly MessageBlock[]> {
  const own = await Promise.all(subscriptions.map((one) => explainRanking(storyId, one, options)));
  const isAsked = shown && !own.some(({ briefing }) => briefing?.id === shown.id);
  const asked = isAsked ? await explainBriefing(storyId, shown, options) : [];
  const blocks = [...asked, ...own.flatMap((one) => one.blocks)];
  return blocks.length > 0 ? blocks : [paragraph(options.say.why.noSubscription)];
}

/** The briefings in which a story's place is explained: what was shown last, and the last ones of subscriptions. */
interface Compared {
  readonly subscriptions: readonly Subscription[];
  readonly shown: Briefing | undefined;
}
