import { follow, getJson, postJson } from './api.js';
import { element } from './element.js';
import { openForm } from './form-dialog.js';
import { replaceContent } from './keep-rows.js';
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

/** How long ago things were is said anew this often; changes come by themselves. */
const agingMs = 30_000;
/** How soon a view that could not be loaded is asked for again. */
const againMs = 5_000;
let again;
let shown;
let shownAt;
const byId = (id) => document.getElementById(id);
const { columns } = words;
/** Buttons of tables; what they do shows with the next refresh. */
const act = (action) => perform(() => postJson('/api/operator/act', action));
const sections = {
  recalls: ({ recalls, now }) =>
    renderRecalls({
      recalls,
      now,
      onPutBack: ({ id, line }) => takeBack({ of: id, ...(line && { line }), undo: true }),
    }),
  feeds: (view) => renderFeeds(view, { act, edit: editFeed, remove: removeFeed }),
  topics: (view) => renderTopics(view, { edit: editTopic, remove: (id) => saveTopic({ id, words: [] }) }),
  stories: renderStories,
  outbox: (view) => renderOutbox(view, act),
  reports: renderReports,
  subscriptions: (view) => renderSubscriptions(view, act),
};

async function renew() {
  clearTimeout(again);
  try {
    shown = await getJson('/api/operator');
    shownAt = Date.now();
    show(shown);
    byId('trouble').textContent = '';
  } catch (error) {
    byId('trouble').textContent = error.message;
    again = setTimeout(renewOnView, againMs);
  }
}

function show(view) {
  byId('recall').hidden = false;
  for (const id of ['find-feeds', 'topic']) byId(id).hidden = !view.canEdit;
  const { now, startedAt, articles, feeds, stories, outbox, subscriptions } = view;
  byId('freshness').textContent = `${words.asOf} ${shortTime(now, view.zone)}`;
  byId('freshness').title = shortTime(now);
  const well = feeds.filter(({ health }) => health === 'ok').length;
  const waiting = ['due', 'claimed', 'retrying'].reduce((sum, state) => sum + (outbox.counts[state] ?? 0), 0);
  byId('figures').replaceChildren(
    ...[
      [words.articles, articles.toLocaleString(locale)],
      [words.feedsWell, ratio(well, feeds.length)],
      [words.storiesLastDay, stories.length.toLocaleString(locale)],
      [words.waiting, waiting.toLocaleString(locale)],
      [words.subscriptions, subscriptions.total.toLocaleString(locale)],
      [words.runningSince, relativeTime(startedAt, now)],
    ].map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  );
  for (const [id, render] of Object.entries(sections)) replaceContent(byId(id), render(view));
}

/** Shows the same view as of now. */
function age() {
  if (shown && isOnView())
    show({ ...shown, now: new Date(Date.parse(shown.now) + Date.now() - shownAt).toISOString() });
}

const isOnView = () => document.visibilityState === 'visible';

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

/** Asks for what the configuration says of a feed, and does `change` with it; a mistake leaves what was typed. */
function askForFeed({ name, language = '', topics = [] }, { title, submitLabel, change }) {
  const fields = [
    { name: 'name', label: words.topicName, value: name, required: true },
    { name: 'language', label: columns.language, hint: words.languageHint, value: language, required: true },
    { name: 'topics', label: words.topics, hint: words.feedTopicsHint, value: topics.join(', ') },
  ];
  openForm(
    { title, submitLabel, fields },
    {
      async onSubmit({ topics: ids, ...typed }) {
        finish('feeds-result', await change({ ...typed, topics: listed(ids) }));
      },
    },
  );
}

function addFeed({ url, title, language }) {
  askForFeed(
    { name: title, language },
    {
      title: words.addFeed,
      submitLabel: words.addThis,
      change: ({ name, ...typed }) => postJson('/api/operator/feeds/add', { url, title: name, ...typed }),
    },
  );
}

const feedOf = (id) => shown.feeds.find((feed) => feed.id === id);

function editFeed(id) {
  askForFeed(feedOf(id), {
    title: words.editFeed,
    submitLabel: words.save,
    change: (typed) => postJson('/api/operator/feeds/edit', { id, ...typed }),
  });
}

/** Says what becomes of its articles before a feed is removed. */
function removeFeed(id) {
  openForm(
    {
      title: `${words.removeFeed} ${feedOf(id).name}`,
      note: words.removeFeedNote,
      submitLabel: words.remove,
      fields: [],
    },
    { onSubmit: async () => finish('feeds-result', await postJson('/api/operator/feeds/remove', { id })) },
  );
}

byId('reload').addEventListener('click', () => edit('feeds-result', () => postJson('/api/operator/reload', {})));

/** Puts a topic into the form. */
function editTopic(id) {
  const { name, words: own } = shown.topics.find((topic) => topic.id === id);
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
  const isSaved = await saveTopic({
    id: id.trim(),
    words: listed(own),
    ...(name.trim() && { name: name.trim() }),
  });
  // A mistake leaves what was typed.
  if (isSaved) form.reset();
});

/** What was typed with commas between. */
function listed(text) {
  const parts = text.split(/[,\u060C\uFF0C]/u).map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

/** Makes a change of the configuration; says below its form how that went. */
async function edit(resultId, change) {
  try {
    await finish(resultId, await change());
    return true;
  } catch (error) {
    byId(resultId).textContent = error.message;
    return false;
  }
}

/** Says below its form that a change of the configuration is made, and shows it. */
async function finish(resultId, { needRestart }) {
  byId(resultId).textContent = [words.reloaded, needRestart.join(', ')].filter(Boolean).join(' ');
  await renew();
}

/** Its buttons belong to a channel of the chat. */
function withoutActions(message) {
  return { ...message, blocks: message.blocks.filter(({ kind }) => kind !== 'actions') };
}

byId('renew').addEventListener('click', renew);
document.addEventListener('visibilitychange', () => isOnView() && renew());
setInterval(age, agingMs);
const renewOnView = () => isOnView() && renew();
follow('/api/operator/events', { ready: renewOnView, changed: renewOnView }, async () => {
  // Without a stream the page is shown as it is now.
  if (!shown) await renew();
  byId('trouble').textContent = words.connectionLost;
});
