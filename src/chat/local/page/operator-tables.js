import { element, outwardLink } from './element.js';
import { relativeTime } from './format-time.js';
import { renderTable } from './table.js';

/** What needs somebody stands first. */
const healthOrder = ['gone', 'failing', 'html', 'empty', 'stale', 'new', 'ok'];
const troubled = new Set(['gone', 'failing', 'html', 'empty', 'stale', 'dead', 'suspended', 'retrying']);

export function renderFeeds({ feeds, now }) {
  const rows = feeds.toSorted((a, b) => healthOrder.indexOf(a.health) - healthOrder.indexOf(b.health));
  const unwell = feeds.filter(({ health }) => troubled.has(health)).length;
  return renderTable({
    id: 'feeds',
    title: 'Feeds',
    note: unwell > 0 ? `${unwell} of ${feeds.length} need a look.` : `All ${feeds.length} are well.`,
    empty: 'No feed is configured.',
    rows,
    columns: [
      { name: 'Feed', cell: ({ name, url }) => outwardLink(url, { dir: 'auto' }, name) },
      { name: 'Health', cell: ({ health, problem, notes }) => stateOf(health, [problem, ...notes]) },
      { name: 'Last read', cell: ({ lastSuccessAt }) => relativeTime(lastSuccessAt, now) },
      { name: 'Next poll', cell: ({ nextPollAt }) => relativeTime(nextPollAt, now) },
      { name: 'Asked', cell: ({ interval }) => interval ?? '' },
    ],
  });
}

export function renderStories({ stories, now }) {
  return renderTable({
    id: 'stories',
    title: 'Stories of the last 24 hours',
    empty: 'Nothing was published in the last 24 hours.',
    rows: stories.slice(0, 40),
    note: stories.length > 40 ? `The 40 largest of ${stories.length}.` : undefined,
    columns: [
      { name: 'Story', cell: ({ title, language }) => element('span', { dir: 'auto', lang: language }, title) },
      { name: 'Articles', numeric: true, cell: ({ articles }) => String(articles) },
      { name: 'Language', cell: ({ language }) => language },
      { name: 'Latest', cell: ({ updatedAt }) => relativeTime(updatedAt, now) },
      { name: 'Number', numeric: true, cell: ({ id }) => String(id) },
    ],
  });
}

export function renderOutbox({ outbox: { counts, deliveries }, now }) {
  const told = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
  return renderTable({
    id: 'outbox',
    title: 'Outbox',
    note: told.length > 0 ? told.join(', ') : undefined,
    empty: 'Nothing was ever due.',
    rows: deliveries,
    columns: [
      { name: 'Channel', cell: ({ channel }) => channelName(channel) },
      { name: 'Due', cell: ({ dueAt }) => relativeTime(dueAt, now) },
      { name: 'Interest', cell: ({ interest = '', isAlert }) => words(isAlert ? `${interest} (alert)` : interest) },
      { name: 'State', cell: ({ state, reason, isLate }) => stateOf(state, [reason, isLate && 'late']) },
      { name: 'Tries', numeric: true, cell: ({ attempts }) => String(attempts) },
      { name: 'Sent or again', cell: ({ sentAt, retryAt }) => relativeTime(sentAt ?? retryAt, now) },
    ],
  });
}

export function renderSubscriptions({ subscriptions: { total, shown }, now }) {
  return renderTable({
    id: 'subscriptions',
    title: 'Subscriptions',
    note:
      shown.length < total ? `${shown.length} of ${total}: those that stand still, then those due next.` : undefined,
    empty: 'No channel has subscribed yet.',
    rows: shown,
    columns: [
      { name: 'Channel', cell: ({ channel }) => channelName(channel) },
      { name: 'Number', numeric: true, cell: ({ id }) => String(id) },
      { name: 'Interest', cell: ({ interest }) => words(interest) },
      { name: 'When', cell: ({ when, language }) => `${when}, ${language}` },
      { name: 'State', cell: ({ state, reason }) => stateOf(state, [reason]) },
      { name: 'Last sent', cell: ({ lastSent }) => relativeTime(lastSent, now) },
      { name: 'Next', cell: ({ next }) => relativeTime(next, now) },
    ],
  });
}

const words = (text) => element('span', { dir: 'auto' }, text);

function channelName(channel) {
  if (!channel) return '';
  const { platform, channelId } = channel;
  return element('span', {}, platform === 'local' ? `#${channelId}` : `${channelId} on ${platform}`);
}

function stateOf(state, notes) {
  const said = notes.filter(Boolean).map((note) => element('span', { class: 'reason', dir: 'auto' }, note));
  return [
    element('span', { class: 'state', data: { tone: troubled.has(state) ? 'trouble' : 'fine' } }, state),
    ...said,
  ];
}
