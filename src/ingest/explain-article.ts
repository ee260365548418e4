import { type Article, revisedAt } from '../articles/article.ts';
import { diffRevisions } from '../articles/diff-revisions.ts';
import { readAgain } from '../articles/make-article.ts';
import { correctionNotes } from '../articles/recalls.ts';
import { findTopics, pathSections, type Topic } from '../articles/topics.ts';
import type { MessageBlock, Span } from '../chat/message.ts';
import { context, heading, paragraph, words, wordsAround } from '../chat/write.ts';
import type { Feed } from '../feeds/entry.ts';
import { canonicalUrl, contentId } from '../feeds/entry-url.ts';
import type { EntryState } from '../storage/articles/feeds.ts';
import type { DeliveredBriefing } from '../storage/deliveries/briefings.ts';
import type { Storage } from '../storage/storage.ts';
import type { Story } from '../storage/stories/stories.ts';
import type { EntryRow } from '../storage/tables.ts';
import { placeOfCountry } from '../text/countries.ts';
import type { Catalog } from '../wording/catalog.ts';

export interface ExplainOptions {
  readonly storage: Storage;
  readonly topics: readonly Topic[];
  readonly feeds: readonly Feed[];
  readonly zone: string;
  readonly now: () => Temporal.Instant;
}

export interface ExplainWording extends ExplainOptions {
  readonly say: Catalog;
}

/** The archive's facts on an article. */
export interface ExplainedArticle {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly EntryRow[];
  /** Oldest first. */
  readonly revisions: readonly Article[];
  readonly story: Story | undefined;
  readonly delivered: readonly DeliveredBriefing[];
}

/** Resolves a link, DW's number or one of our ids to an article; undefined if no feed ever listed it. */
export async function findExplained(
  typed: string,
  { storage }: Pick<ExplainOptions, 'storage'>,
): Promise<ExplainedArticle | undefined> {
  const id = articleId(typed) ?? (await storage.feeds.findByUrl(canonicalUrl(typed) ?? typed)) ?? typed;
  const [entries, revisions, storyId, delivered] = await Promise.all([
    storage.feeds.entriesOf(id),
    storage.articles.revisionsOf(id),
    storage.stories.storyOf(id),
    storage.briefings.deliveriesOf(id),
  ]);
  if (entries.length === 0 && revisions.length === 0) return undefined;
  const title = revisions.at(-1)?.headline ?? entries[0]?.title ?? id;
  const story = storyId === undefined ? undefined : await storage.stories.find(storyId);
  return { id, title, entries, revisions, story, delivered };
}

/** The history of an article and the reasons: the feeds that listed it, its revisions, its topics, its story, and its deliveries. */
export function articleBlocks(
  { id, title, entries, revisions, story, delivered }: ExplainedArticle,
  { topics, feeds, zone, say }: Pick<ExplainWording, 'topics' | 'feeds' | 'zone' | 'say'>,
): readonly MessageBlock[] {
  const newest = revisions.at(-1);
  const listedBy = feeds.filter((feed) => entries.some(({ feed_id }) => feed_id === feed.id));
  return [
    heading(title),
    context(words(id, 'code')),
    ...list(entries.map((entry) => entrySpans(entry, zone, say))),
    ...list(revisions.map((revision, index) => revisionSpans(revision, revisions[index - 1], { zone, say }))),
    ...(newest ? takenBackBlocks(newest, zone, say) : []),
    ...(newest?.topics.length
      ? [
          paragraph(
            words(`${say.why.topics}  `, 'strong'),
            topicReasons(newest, listedBy, { topics, say }).join(say.semicolon),
          ),
        ]
      : []),
    ...(story
      ? [paragraph(words(`${say.why.story}  `, 'strong'), `${story.title} (${say.why.articles(story.articleCount)})`)]
      : []),
    ...(newest ? deliveredBlocks(delivered, zone, say) : []),
  ];
}

function articleId(typed: string): string | undefined {
  const number = /^\d+$/.test(typed) ? typed : contentId(typed);
  return number === undefined ? undefined : `dw:${number}`;
}

/** The reason is as recorded at the time, in English. */
function entrySpans(entry: EntryRow, zone: string, { why }: Catalog): Span[] {
  const state = why.states[entry.state as EntryState] ?? entry.state;
  const spans = [words(entry.feed_id, 'strong'), minute(entry.first_seen_at, zone), minute(entry.last_seen_at, zone)];
  return wordsAround(spans, (feed = '', from = '', to = '') =>
    why.listed(feed, state, entry.reason.replace(/\.$/u, ''), from, to),
  );
}

function revisionSpans(
  revision: Article,
  previous: Article | undefined,
  { zone, say }: Pick<ExplainWording, 'zone' | 'say'>,
): Span[] {
  return wordsAround([minute(revisedAt(revision).toString(), zone)], (when = '') =>
    say.why.revision(String(revision.revision), revision.headline, revisionNote(revision, previous, say), when),
  );
}

/** What was taken back of an article, and what its publisher corrected, in the publisher's words. */
function takenBackBlocks(article: Article, zone: string, { why, briefing, colon }: Catalog): MessageBlock[] {
  const { withdrawn, recalls = [] } = article;
  const label = words(`${why.takenBack}  `, 'strong');
  const noteOf = (note: string | undefined): Span[] => (note === undefined ? [] : [words(` · ${note}`)]);
  const whole = withdrawn
    ? [
        [
          label,
          minute(withdrawn.at, zone),
          words(` ${withdrawn.by === 'publisher' ? briefing.byPublisher : briefing.byOperator}`),
          ...noteOf(withdrawn.note),
        ],
      ]
    : [];
  const lines = recalls.map(({ quote, at, note }): Span[] => [
    label,
    minute(at, zone),
    words(' '),
    words(quote, 'struck'),
    ...noteOf(note),
  ]);
  const notes = correctionNotes(article).map((note): Span[] => [
    words(`${why.corrections}${colon}`, 'strong'),
    { kind: 'quoted', text: note },
  ]);
  return list([...whole, ...lines, ...notes]);
}

function deliveredBlocks(delivered: readonly DeliveredBriefing[], zone: string, { why }: Catalog): MessageBlock[] {
  const label = words(`${why.told}  `, 'strong');
  if (delivered.length === 0) return [paragraph(label, why.toNobody)];
  const items = delivered.map(({ subscriptionId, interest, channel, slot, sentAt }) => [
    label,
    ...wordsAround([minute(sentAt.toString(), zone)], (when = '') =>
      why.toldTo(String(subscriptionId), interest, `${channel.platform} ${channel.channelId}`, slot, when),
    ),
  ]);
  return list(items);
}

function list(items: readonly (readonly Span[])[]): MessageBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function minute(at: string, zone: string): Span {
  return { kind: 'time', at, zone, precision: 'minute' };
}

const shownNumbers = 3;

/** A revision in a few words: how long it is or why it is not, and what is different from the one before. */
export function revisionNote(revision: Article, previous: Article | undefined, { why, comma }: Catalog): string {
  const { sentences, fromFeedOnly } = revision;
  const size = fromFeedOnly ? why.feedOnly(why.skipped[fromFeedOnly]) : why.sentences(sentences.length);
  return [size, ...(previous ? changes(previous, revision, { why, comma }) : [])].join(comma);
}

function changes(before: Article, now: Article, { why, comma }: Pick<Catalog, 'why' | 'comma'>): readonly string[] {
  const { headline, added, removed, numbers } = diffRevisions(readAgain(before), readAgain(now));
  const moved = numbers.flatMap((pair) => pair.changes).map((change) => `${change.before} → ${change.now}`);
  return [
    ...(headline ? [why.newHeadline] : []),
    ...(added.length > 0 ? [why.added(added.length)] : []),
    ...(removed.length > 0 ? [why.removed(removed.length)] : []),
    ...(moved.length > 0 ? [why.numbers(moved.slice(0, shownNumbers).join(comma))] : []),
  ];
}

/** Why an article has each of its topics, in words: "asia: feed rss-en-asia, kicker “Japan”". */
function topicReasons(
  article: Pick<Article, 'topics' | 'kicker' | 'section' | 'url' | 'language'>,
  listedBy: readonly Pick<Feed, 'id' | 'topics'>[],
  { topics, say: { why, colon, comma } }: { readonly topics: readonly Topic[]; readonly say: Catalog },
): readonly string[] {
  const labels = [
    ...[article.kicker?.topic, article.kicker?.region].map((label) => [why.byKicker, label] as const),
    [why.bySection, article.section] as const,
    ...pathSections(article.url).map((label) => [why.byAddress, label] as const),
  ];
  const placeOf = (name: string) => placeOfCountry(name, article.language);
  return article.topics.map((topic) => {
    const means = (label: string): boolean =>
      findTopics(topics, { feedTopics: [], labels: [label], placeOf }).includes(topic);
    const feeds = listedBy.filter((feed) => feed.topics.includes(topic)).map(({ id }) => why.byFeed(id));
    const named = labels.flatMap(([by, label]) => (label && means(label) ? [by(label)] : []));
    const reasons = [...feeds, ...named];
    // Categories are not kept with the article.
    return `${topic}${colon}${reasons.length > 0 ? reasons.join(comma) : why.byCategory}`;
  });
}
