import { element, outwardLink } from './element.js';
import { locale, relativeTime, words } from './locale.js';

/** What needs attention comes first. */
const healthOrder = ['gone', 'failing', 'html', 'empty', 'stale', 'new', 'ok'];
const { columns } = words;
/** Deliveries that may be sent again or given up. */
const unfinished = new Set(['dead', 'suspended', 'retrying']);
const troubled = new Set(['gone', 'failing', 'html', 'empty', 'stale', 'dead', 'suspended', 'retrying']);

/** `edit` and `remove` are given the id of a feed. */
export function renderFeeds({ feeds, now, canEdit }, { act, edit, remove }) {
  const rows = feeds.toSorted((a, b) => healthOrder.indexOf(a.health) - healthOrder.indexOf(b.health));
  const unwell = feeds.filter(({ health }) => troubled.has(health)).length;
  return renderTable({
    id: 'feeds',
    title: words.feeds,
    note: unwell > 0 ? `${words.needLook}: ${ratio(unwell, feeds.length)}` : words.allWell,
    empty: words.noFeeds,
    rows,
    key: ({ id }) => id,
    columns: [
      { name: columns.feed, cell: ({ name, url }) => outwardLink(url, { dir: 'auto' }, name) },
      {
        name: columns.health,
        cell: ({ health, problem, notes }) => stateOf(health, words.health, [problem, ...notes]),
      },
      { name: columns.lastRead, cell: ({ lastSuccessAt }) => relativeTime(lastSuccessAt, now) },
      { name: columns.nextPoll, cell: ({ nextPollAt }) => relativeTime(nextPollAt, now) },
      { name: columns.asked, cell: ({ interval }) => interval ?? '' },
      { name: columns.language, cell: ({ language }) => language },
      {
        name: words.actions.poll,
        cell: ({ id, name, isOwn }) =>
          [
            button('poll', { about: name, press: () => act({ do: 'poll', id }) }),
            canEdit && isOwn && button('edit', { label: words.edit, about: name, press: () => edit(id) }),
            canEdit && button('remove', { label: words.remove, about: name, press: () => remove(id) }),
          ].filter(Boolean),
      },
    ],
  });
}

/** Feeds that were found on a site; `add` is given the one that is chosen, and its button then has done its work. */
export function renderFound(found, add) {
  return renderTable({
    id: 'feeds-found',
    title: words.feedsFound,
    rows: found,
    columns: [
      { name: columns.feed, cell: ({ url, title }) => outwardLink(url, { dir: 'auto' }, title) },
      { name: columns.language, cell: ({ language }) => language ?? '' },
      { name: words.entries, numeric: true, cell: ({ entries }) => String(entries) },
      { name: columns.latest, cell: ({ newest }) => relativeTime(newest, new Date().toISOString()) },
      {
        name: words.addThis,
        cell: (feed) => button('addThis', { label: words.addThis, about: feed.title, press: () => add(feed) }),
      },
    ],
  });
}

/** Topics, those of the operator first, which can be changed; `edit` and `remove` are given the id of one. */
export function renderTopics({ topics, canEdit }, { edit, remove }) {
  return renderTable({
    id: 'topics',
    title: words.topics,
    rows: topics.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn)),
    key: ({ id }) => id,
    columns: [
      { name: words.topicName, cell: ({ name }) => ownWay(name) },
      { name: words.topicId, cell: ({ id }) => element('code', {}, id) },
      { name: words.topicWords, cell: ({ words: own }) => ownWay(own.join(', ')) },
      ...(canEdit
        ? [
            {
              name: words.edit,
              cell: ({ id, name, isOwn }) =>
                [
                  button('edit', { label: words.edit, about: name, press: () => edit(id) }),
                  isOwn && button('remove', { label: words.remove, about: name, press: () => remove(id) }),
                ].filter(Boolean),
            },
          ]
        : []),
    ],
  });
}

export function renderStories({ stories, now }) {
  return renderTable({
    id: 'stories',
    title: words.lastDay,
    empty: words.noStories,
    rows: stories.slice(0, 40),
    key: ({ id }) => String(id),
    note: stories.length > 40 ? `${words.largest}: ${ratio(40, stories.length)}` : undefined,
    columns: [
      { name: columns.story, cell: ({ title, language }) => element('span', { dir: 'auto', lang: language }, title) },
      { name: columns.articles, numeric: true, cell: ({ articles }) => String(articles) },
      { name: columns.language, cell: ({ language }) => language },
      { name: columns.latest, cell: ({ updatedAt }) => relativeTime(updatedAt, now) },
      { name: columns.number, numeric: true, cell: ({ id }) => String(id) },
    ],
  });
}

export function renderOutbox({ outbox: { counts, deliveries }, now }, act) {
  const counted = Object.entries(counts).map(
    ([state, count]) => `${words.deliveryStates[state] ?? state}: ${count.toLocaleString(locale)}`,
  );
  return renderTable({
    id: 'outbox',
    title: words.outbox,
    note: counted.length > 0 ? counted.join(', ') : undefined,
    empty: words.nothingDue,
    rows: deliveries,
    key: ({ id }) => id,
    columns: [
      { name: columns.channel, cell: ({ channel }) => channelName(channel) },
      { name: columns.due, cell: ({ dueAt }) => relativeTime(dueAt, now) },
      {
        name: columns.interest,
        cell: ({ interest = '', isAlert }) => ownWay(isAlert ? `${interest} (${words.alert})` : interest),
      },
      {
        name: columns.state,
        cell: ({ state, reason, isLate }) => stateOf(state, words.deliveryStates, [reason, isLate && words.late]),
      },
      { name: columns.tries, numeric: true, cell: ({ attempts }) => String(attempts) },
      { name: columns.sentOrAgain, cell: ({ sentAt, retryAt }) => relativeTime(sentAt ?? retryAt, now) },
      {
        name: words.actions.retry,
        cell: ({ id, state, interest: about }) =>
          unfinished.has(state)
            ? ['retry', 'drop'].map((name) => button(name, { about, press: () => act({ do: name, id }) }))
            : '',
      },
    ],
  });
}

/** Lines that readers reported, with the statement's id. */
export function renderReports({ reports, now }) {
  return renderTable({
    id: 'reports',
    title: words.reportsTitle,
    empty: words.noReports,
    rows: reports,
    key: ({ statement, channel, at }) => [statement, channel.channelId, at].join(' '),
    columns: [
      { name: columns.story, cell: ({ line, url }) => outwardLink(url, { dir: 'auto' }, line) },
      { name: columns.state, cell: ({ what }) => what },
      { name: columns.channel, cell: ({ channel }) => channelName(channel) },
      { name: columns.number, cell: ({ statement }) => statement },
      { name: columns.when, cell: ({ at }) => relativeTime(at, now) },
    ],
  });
}

/** What is taken back; `onPutBack` is given the one that is to be put back. */
export function renderRecalls({ recalls, now, onPutBack }) {
  return renderTable({
    id: 'recalls',
    title: words.recallTitle,
    empty: words.nothingRecalled,
    rows: recalls,
    key: ({ id, line }) => [id, line].join(' '),
    columns: [
      {
        name: columns.story,
        cell: ({ headline, line, note }) =>
          [ownWay(line ?? headline), note && element('span', { class: 'reason', dir: 'auto' }, note)].filter(Boolean),
      },
      { name: columns.number, cell: ({ id }) => id },
      { name: columns.when, cell: ({ at }) => relativeTime(at, now) },
      {
        name: words.putBack,
        cell: (one) => element('button', { type: 'button', on: { click: () => onPutBack(one) } }, words.putBack),
      },
    ],
  });
}

export function renderSubscriptions({ subscriptions: { total, shown }, now }, act) {
  const isSuspended = shown.some(({ state }) => state === 'suspended');
  const table = renderTable({
    id: 'subscriptions',
    title: words.subscriptions,
    note: shown.length < total ? `${words.dueNext}: ${ratio(shown.length, total)}` : undefined,
    empty: words.noSubscriptions,
    rows: shown,
    key: ({ id }) => String(id),
    columns: [
      { name: columns.channel, cell: ({ channel }) => channelName(channel) },
      { name: columns.number, numeric: true, cell: ({ id }) => String(id) },
      { name: columns.interest, cell: ({ interest }) => ownWay(interest) },
      { name: columns.when, cell: ({ when, language }) => `${when}, ${language}` },
      { name: columns.state, cell: ({ state, reason }) => stateOf(state, words.subscriptionStates, [reason]) },
      { name: columns.lastSent, cell: ({ lastSent }) => relativeTime(lastSent, now) },
      { name: columns.next, cell: ({ next }) => relativeTime(next, now) },
      {
        name: words.actions.pause,
        cell({ id, state, interest: about }) {
          const name = state === 'active' ? 'pause' : 'resume';
          return button(name, { about, press: () => act({ do: name, id }) });
        },
      },
    ],
  });
  return isSuspended ? [...table, button('resumeAll', { press: () => act({ do: 'resumeAll' }) })] : table;
}

/** A button of a row, whose label for screen readers names the row. */
function button(name, { about, press, label = words.actions[name] }) {
  return element(
    'button',
    { type: 'button', 'aria-label': about === undefined ? undefined : `${label}: ${about}`, on: { click: press } },
    label,
  );
}

/** "3 / 10". */
export function ratio(part, whole) {
  return `${part.toLocaleString(locale)} / ${whole.toLocaleString(locale)}`;
}

const ownWay = (text) => element('span', { dir: 'auto' }, text);

const platformNames = { slack: 'Slack', discord: 'Discord' };

function channelName(channel) {
  if (!channel) return '';
  const { platform, channelId } = channel;
  return element(
    'span',
    {},
    platform === 'local' ? `#${channelId}` : `${channelId} (${platformNames[platform] ?? platform})`,
  );
}

function stateOf(state, names, notes) {
  const said = notes.filter(Boolean).map((note) => element('span', { class: 'reason', dir: 'auto' }, note));
  return [
    element(
      'span',
      { class: 'state', data: { tone: troubled.has(state) ? 'trouble' : 'fine' } },
      names[state] ?? state,
    ),
    ...said,
  ];
}

/**
 * A table with its title. `columns` are `{ name, cell, numeric? }`, `cell` gives a row's text or nodes, `key` what a row is recognized by
 * when the table is updated: its buttons may only depend on that. Its parts carry their roles by name: on a phone each row is set as a card, and browsers forget what a table is when its parts are no longer set as one.
 */
function renderTable({ id, title, note, columns, rows, key, empty }) {
  const heading = element('h2', { id: `${id}-title`, tabindex: '-1' }, title);
  const about = note && element('p', { class: 'muted table-note' }, note);
  if (rows.length === 0) return [heading, about, element('p', { class: 'muted' }, empty)].filter(Boolean);
  const head = columns.map(({ name, numeric }) =>
    element('th', { role: 'columnheader', scope: 'col', class: numeric && 'numeric' }, name),
  );
  const table = element(
    'table',
    { role: 'table', 'aria-labelledby': `${id}-title` },
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, head)),
    element(
      'tbody',
      { role: 'rowgroup' },
      rows.map((row) => renderRow(row, columns, key?.(row))),
    ),
  );
  return [heading, about, table].filter(Boolean);
}

function renderRow(row, columns, key) {
  const cells = columns.map(({ name, cell, numeric }) =>
    element('td', { role: 'cell', data: { column: name }, class: numeric && 'numeric' }, [cell(row)].flat()),
  );
  return element('tr', { role: 'row', data: key === undefined ? {} : { key } }, cells);
}
