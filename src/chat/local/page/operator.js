import { getJson, postJson } from './api.js';
import { element } from './element.js';
import { locale, relativeTime, shortTime, words } from './locale.js';
import {
  ratio,
  renderFeeds,
  renderFound,
  renderOutbox,
  renderRecalls,
  renderReports,
  renderStories,
  renderSubscriptions,
  renderTopics,
} from './operator-tables.js';
import { renderMessage } from './render-message.js';

const renewMs = 10_000;
const byId = (id) => document.getElementById(id);
/** Buttons of tables; what they do shows with the next refresh. */
const act = (action) => perform(() => postJson('/api/operator/act', action));
const sections = {
  recalls: ({ recalls, now }) =>
    renderRecalls({
      recalls,
      now,
      onPutBack: ({ id, line }) => takeBack({ of: id, ...(line && { line }), undo: true }),
    }),
  feeds: (view) => renderFeeds(view, act),
  topics: (view) => renderTopics(view, { edit: editTopic, remove: ({ id }) => saveTopic({ id, words: [] }) }),
  stories: renderStories,
  outbox: (view) => renderOutbox(view, act),
  reports: renderReports,
  subscriptions: (view) => renderSubscriptions(view, act),
};

async function renew() {
  try {
    show(await getJson('/api/operator'));
    byId('trouble').textContent = '';
  } catch (error) {
    byId('trouble').textContent = error.message;
  }
}

function show(view) {
  for (const id of ['find-feeds', 'topic']) byId(id).hidden = !view.canEdit;
  const { now, startedAt, articles, feeds, stories, outbox, subscriptions } = view;
  byId('freshness').textContent = `${words.asOf} ${shortTime(now)}`;
  const well = feeds.filter(({ health }) => health === 'ok').length;
  const waiting = ['due', 'claimed', 'retrying'].reduce((sum, state) => sum + (outbox.counts[state] ?? 0), 0);
  byId('figures').replaceChildren(
    ...[
      [words.articles, articles.toLocaleString(locale)],
      [words.feedsWell, ratio(well, feeds.length)],
      [words.storiesToday, stories.length.toLocaleString(locale)],
      [words.waiting, waiting.toLocaleString(locale)],
      [words.subscriptions, subscriptions.total.toLocaleString(locale)],
      [words.runningSince, relativeTime(startedAt, now)],
    ].map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  );
  for (const [id, render] of Object.entries(sections)) replaceKeepingFocus(byId(id), render(view));
}

/** A reader on a link of a table stays on it when the table is renewed. */
function replaceKeepingFocus(section, nodes) {
  const focusable = () => [...section.querySelectorAll('a, button, [tabindex]')];
  const at = focusable().indexOf(document.activeElement);
  section.replaceChildren(...nodes);
  if (at >= 0) focusable()[at]?.focus({ preventScroll: true });
}

byId('search').addEventListener('submit', async (event) => {
  event.preventDefault();
  const found = byId('found');
  found.hidden = false;
  found.setAttribute('aria-busy', 'true');
  try {
    const { message } = await getJson(`/api/operator/search?words=${encodeURIComponent(byId('words').value)}`);
    found.replaceChildren(renderMessage(withoutActions(message)));
  } catch (error) {
    found.replaceChildren(element('p', { class: 'trouble' }, error.message));
  }
  found.removeAttribute('aria-busy');
});

async function perform(change) {
  const result = byId('action-result');
  try {
    await change();
    result.textContent = words.done;
    await renew();
  } catch (error) {
    result.textContent = error.message;
  }
}

async function takeBack(request) {
  const result = byId('recall-result');
  try {
    const { posts } = await postJson('/api/operator/recall', request);
    result.textContent = request.undo ? '' : `${words.recalledIn}: ${posts.toLocaleString(locale)}`;
    byId('recall').reset();
    await renew();
  } catch (error) {
    result.textContent = error.message;
  }
}

byId('recall').addEventListener('submit', (event) => {
  event.preventDefault();
  const typed = [...new FormData(event.target)].map(([name, value]) => [name, value.trim()]);
  takeBack(Object.fromEntries(typed.filter(([, value]) => value !== '')));
});

/** Finds the feeds of a site, and offers to add each. */
byId('find-feeds').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector('[type=submit]');
  const section = byId('feeds-found');
  button.setAttribute('aria-busy', 'true');
  section.hidden = true;
  try {
    const { address } = Object.fromEntries(new FormData(form));
    const { found } = await postJson('/api/operator/feeds/find', { address: address.trim() });
    section.replaceChildren(...renderFound(found, addFeed));
    section.hidden = false;
    byId('feeds-result').textContent = '';
  } catch (error) {
    byId('feeds-result').textContent = error.message;
  }
  button.removeAttribute('aria-busy');
});

function addFeed({ url, title, language }) {
  return edit('feeds-result', () => postJson('/api/operator/feeds/add', { url, title, language, topics: [] }));
}

byId('reload').addEventListener('click', () => edit('feeds-result', () => postJson('/api/operator/reload', {})));

/** Puts a topic into the form. */
function editTopic({ id, name, words: own }) {
  const { elements } = byId('topic');
  elements.id.value = id;
  elements.name.value = name;
  elements.words.value = own.join(', ');
  elements.words.focus();
}

function saveTopic(topic) {
  return edit('topic-result', () => postJson('/api/operator/topics', topic));
}

byId('topic').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const { id, name, words: own } = Object.fromEntries(new FormData(form));
  const list = own.split(/[,\u060C\uFF0C]/u).map((word) => word.trim());
  const isSaved = await saveTopic({
    id: id.trim(),
    words: list.filter((word) => word !== ''),
    ...(name.trim() && { name: name.trim() }),
  });
  // A mistake leaves what was typed.
  if (isSaved) form.reset();
});

/** Makes a change of the configuration; says below its form how that went. */
async function edit(resultId, change) {
  const result = byId(resultId);
  try {
    const { needRestart } = await change();
    result.textContent = [words.reloaded, needRestart.join(', ')].filter(Boolean).join(' ');
    await renew();
    return true;
  } catch (error) {
    result.textContent = error.message;
    return false;
  }
}

/** Its buttons belong to a channel of the chat. */
function withoutActions(message) {
  return { ...message, blocks: message.blocks.filter(({ kind }) => kind !== 'actions') };
}

byId('renew').addEventListener('click', renew);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && renew());
setInterval(() => document.visibilityState === 'visible' && renew(), renewMs);
await renew();
