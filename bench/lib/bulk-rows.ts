/** Rows that the database makes itself: for each number `i` from 1 on, an SQL expression a column. */
export interface BulkRows {
  readonly table: string;
  readonly rows: number;
  readonly columns: Readonly<Record<string, string>>;
}

export interface BulkMeasures {
  readonly articles: number;
  /** An article's JSON with NUMBER for its number. */
  readonly document: string;
  /** The instant of the article at this place, as SQL. */
  readonly at: (place: string) => string;
  /** The archive's present and the next slot, as SQL. */
  readonly now: string;
  readonly due: string;
}

/** One of thirty is shown as the one before it. */
const mergedInto = 'case when i % 30 = 0 then i - 1 end';
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Rows of every table that grows, in an order in which they may refer to each other. */
export function bulkRows(measures: BulkMeasures): readonly BulkRows[] {
  return [...articleRows(measures), ...actorRows(measures), ...storyRows(measures), ...readerRows(measures)];
}

function articleRows({ articles: rows, document, at }: BulkMeasures): BulkRows[] {
  const [id, url, title] = ["'bulk:' || i", "'https://news.example/a-' || i", "'Vote on well' || i"];
  const times = { published_at: at('i'), archived_at: at('i') };
  const article = { number: 'i', id, revision: '1', kind: "'article'", language: "'en'", url, headline: title };
  const text = `replace(${quoted(document)}, 'NUMBER', cast(i as text))`;
  const topic = "case i % 5 when 0 then 'asia' when 1 then 'europe' else 'world' end";
  const seen = { first_seen_at: at('i'), last_seen_at: at('i'), state: "'stored'", reason: "'new'" };
  const entry = { kind: "'article'", url, title, published_at: at('i'), position: '1' };
  return [
    { table: 'feeds', rows: 10, columns: { id: "'f' || i", url: "'f' || i", failures: '0', entry_count: '100' } },
    { table: 'articles', rows, columns: { ...article, ...times, modified_at: at('i'), is_seed: '0', reading: '2' } },
    {
      table: 'article_revisions',
      rows,
      columns: { article_id: id, revision: '1', headline: title, ...times, document: text },
    },
    { table: 'article_topics', rows, columns: { article_id: id, topic } },
    { table: 'entries', rows, columns: { feed_id: "'f' || (i % 10 + 1)", article_id: id, ...entry, ...seen } },
  ];
}

function actorRows({ articles, at }: BulkMeasures): BulkRows[] {
  const rows = Math.ceil(articles / 50);
  const seen = { first_seen_at: at('i'), last_seen_at: at('i') };
  const actor = { id: 'i', kind: "'person'", name: "'Actor ' || i", article_count: '100', merged_into: mergedInto };
  const said = {
    actor_id: `i % ${rows} + 1`,
    article_id: "'bulk:' || i",
    revision: '1',
    sentence: '0',
    published_at: at('i'),
  };
  const mentions = [1, 7, 31].map((step, sentence) => ({
    table: 'actor_mentions',
    rows: articles,
    columns: {
      actor_id: `(i * ${step}) % ${rows} + 1`,
      article_id: "'bulk:' || i",
      sentence: String(sentence),
      published_at: at('i'),
    },
  }));
  return [
    { table: 'actors', rows, columns: { ...actor, ...seen } },
    { table: 'actor_aliases', rows, columns: { actor_id: 'i', alias: "'Actor ' || i", folded: "'actor ' || i" } },
    { table: 'actor_words', rows, columns: { actor_id: 'i', word: 'cast(i as text)' } },
    ...mentions,
    { table: 'actor_roles', rows: articles, columns: { ...said, role: "'mayor of Sarwana'", is_former: '0' } },
    { table: 'quotes', rows: articles, columns: { ...said, words: "'We shall see'", is_direct: '1' } },
  ];
}

/** Four articles to a story, twenty stories to an affair. */
function storyRows({ articles, at }: BulkMeasures): BulkRows[] {
  const of = (each: number) => ({
    id: 'i',
    language: "'en'",
    title: "'Vote on well' || i",
    title_article_id: "'bulk:' || (i * 4)",
    opened_at: at(`i * ${each}`),
    updated_at: at(`i * ${each}`),
  });
  const story = { ...of(4), article_count: '4', merged_into: mergedInto, affair_id: 'i / 20 + 1' };
  const member = { story_id: '(i + 3) / 4', article_id: "'bulk:' || i", published_at: at('i') };
  return [
    { table: 'affairs', rows: Math.ceil(articles / 80) + 1, columns: { ...of(80), story_count: '20' } },
    { table: 'stories', rows: Math.ceil(articles / 4), columns: story },
    { table: 'story_articles', rows: articles, columns: member },
  ];
}

/** A channel with a subscription for each hundred articles, twenty deliveries each. */
function readerRows({ articles, at, now, due }: BulkMeasures): BulkRows[] {
  const rows = Math.ceil(articles / 100);
  const place = { platform: "'local'", workspace_id: "'w' || (i % 50)", channel_id: "'c' || i" };
  const wish = { interest: "'topic:asia'", told_as: "'digest'", language: "'en'", length: "'short'", max_stories: '5' };
  const schedule = { days: "'1,2,3,4,5,6,7'", times: "'08:00'", zone: "'UTC'", next_due_at: due };
  const state = { state: "case i % 40 when 0 then 'paused' else 'active' end", created_by: "'u1'" };
  const windows = { created_at: at('i'), window_start: now, due_since: now, planned_until: now };
  const cited = { story_id: '(i + 3) / 4', article_id: "'bulk:' || i", revision: '1', sentence: '0' };
  const number = `i % ${rows} + 1`;
  const delivery = { id: "'d' || i", subscription_id: number, channel_number: number, slot: "'s' || i", attempts: '1' };
  const times = { due_at: at('i * 5'), window_start: at('i * 5'), window_end: at('i * 5'), sent_at: at('i * 5') };
  const ended = "case i % 200 when 0 then 'missed' when 1 then 'dead' when 2 then 'suspended' else 'sent' end";
  const flags = { state: ended, briefing_id: "'b' || ((i + 19) / 20)", is_late: '0', is_by_hand: '0' };
  const statement = { briefing_id: "'b' || ((i + 99) / 100)", ...cited, text: "'A well is closed.'" };
  return [
    {
      table: 'channels',
      rows,
      columns: { id: 'i', ...place, zone: "'UTC'", language: "'en'", created_at: at('i') },
    },
    {
      table: 'subscriptions',
      rows,
      columns: { id: 'i', channel_number: 'i', ...wish, ...schedule, ...state, ...windows },
    },
    { table: 'briefings', rows, columns: { id: "'b' || i", document: "'{}'", composed_at: at('i * 100') } },
    { table: 'briefing_statements', rows: articles, columns: statement },
    { table: 'deliveries', rows: rows * 20, columns: { ...delivery, ...times, ...flags } },
  ];
}
