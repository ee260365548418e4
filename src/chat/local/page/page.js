import { follow, getJson, postJson, retried } from './api.js';
import { createComposer } from './composer.js';
import { element } from './element.js';
import { openForm } from './form-dialog.js';
import { words } from './locale.js';
import { createPreviewPanel } from './preview-panel.js';
import { createStream } from './stream.js';

const byId = (id) => document.getElementById(id);
const [{ channels, user, plainTextCommand, features = {}, zone }, { commands }] = await retried(
  () => Promise.all([getJson('/api/channels'), getJson('/api/commands')]),
  sayLost,
);
let channelId;
/** Whose messages are on view: none where they could not be loaded. */
let shownId;
let loads = 0;
const waiting = [];
const privateAnswers = openPrivateAnswers();

const preview = createPreviewPanel();
if (features.previews) preview.enable(features.previewFirst);
byId('operator').hidden = !features.operator;
byId('session').hidden = !features.logOut;
byId('user-name').textContent = user;
byId('log-out').addEventListener('click', async () => {
  await postJson('/api/logout', {});
  location.replace('/login');
});
const onPreview = features.previews && preview.choose;
const mentions = { names: new Set(commands.map(({ name }) => name)), run: begin };
const stream = createStream({ onAction: act, onDismiss: dismiss, onPreview, zone, mentions });
const composer = createComposer({ channelId: () => channelId, onSend: run });
const list = createChannelList(channels, showChannel);
if (plainTextCommand) byId('line').placeholder = words.placeholderAsk;

follow(
  '/api/events',
  {
    ready() {
      if (byId('trouble').textContent === words.noAnswer) byId('trouble').textContent = '';
      if (channelId) showChannel(channelId);
    },
    posted: whenLoaded((post) => {
      if (post.channelId !== channelId) return list.markUnread(post.channelId);
      stream.show(post);
      preview.follow(post);
      announce(post.message);
    }),
    edited: whenLoaded((post) => {
      if (post.channelId !== channelId) return;
      stream.show(post);
      preview.refresh(post);
    }),
    removed: whenLoaded(({ id }) => stream.remove(id)),
  },
  sayLost,
);

/** While a channel loads, events wait: the list that is on its way may lack what they tell. */
function whenLoaded(listener) {
  return (event) => {
    if (loads === 0) listener(event);
    else waiting.push(() => listener(event));
  };
}

/** Shows a channel, or what is new in it where it is on view already: the reader keeps their place. */
async function showChannel(id) {
  channelId = id;
  const { purpose } = channels.find((channel) => channel.id === id);
  byId('channel-name').textContent = id;
  byId('channel-purpose').textContent = purpose ?? '';
  document.title = `${id} \u00B7 Kurzwelle`;
  if (shownId !== id) stream.showAll([]);
  const load = async () => (channelId === id ? getJson(`/api/channels/${encodeURIComponent(id)}/posts`) : undefined);
  loads += 1;
  const loaded = await retried(load, sayLost);
  byId('connection').textContent = '';
  if (loaded && channelId === id) showEntries(inOrder([...loaded.posts, ...privateAnswers.in(id)]));
  loads -= 1;
  if (loads === 0) for (const tell of waiting.splice(0)) tell();
}

function showEntries(entries) {
  if (shownId === channelId && entries.length > 0) return stream.update(entries);
  shownId = channelId;
  stream.showAll(entries, welcome());
  preview.startOver(entries.at(-1));
}

function inOrder(entries) {
  return entries.sort((one, other) => Date.parse(one.postedAt) - Date.parse(other.postedAt));
}

function sayLost() {
  byId('connection').textContent = words.connectionLost;
}

/** Runs a typed line. Throws what is wrong with it, for the composer to show. */
async function run(line) {
  const here = channelId;
  const asked = { by: user, line };
  const question = {
    id: `waiting-${crypto.randomUUID()}`,
    channelId: here,
    asked,
    isPrivate: true,
  };
  stream.show(question, { follow: true });
  try {
    settle(await postJson('/api/commands/run', { channelId: here, line }), { here, asked });
  } finally {
    stream.remove(question.id);
  }
}

async function act(entry, { action, value }) {
  const here = entry.channelId;
  try {
    settle(await postJson('/api/actions', { channelId: here, messageId: entry.id, action, value }), { here });
  } catch (error) {
    byId('trouble').textContent = error.message;
  }
}

/** Shows what a request brought: answers for this person, a changed answer, a form. What all see comes as an event. */
function settle({ answers, updated, form }, { here, asked }) {
  for (const [index, { id, message, postedAt }] of answers.entries()) {
    keepPrivate({
      id,
      channelId: here,
      message,
      postedAt,
      isPrivate: true,
      ...(index === 0 && asked && { asked }),
    });
  }
  const known = updated && privateAnswers.in(here).find(({ id }) => id === updated.id);
  if (known) keepPrivate({ ...known, message: updated.message });
  if (form)
    openForm(form, {
      channelId: here,
      onSubmit: (given) => submit(form, given, here),
      beside: preview.ofForm(form),
    });
}

async function submit({ action, reference }, answers, here) {
  settle(await postJson('/api/forms', { channelId: here, action, reference, answers }), { here });
}

function keepPrivate(answer) {
  privateAnswers.keep(answer);
  if (answer.channelId === channelId) {
    stream.show(answer, { follow: true });
    preview.follow(answer);
  }
  announce(answer.message);
}

function dismiss({ id }) {
  privateAnswers.drop(id);
  stream.remove(id);
  byId('line').focus();
}

function announce({ summary }) {
  byId('announcer').textContent = summary;
}

function welcome() {
  const examples = commands.map(({ name, description, example }) =>
    element(
      'li',
      {},
      element(
        'button',
        { type: 'button', on: { click: () => composer.fill(`/${example.replace(/^\//u, '')}`) } },
        `/${name}`,
      ),
      ' ',
      element('span', {}, description),
    ),
  );
  const button = (label, line, kind) =>
    element('button', { type: 'button', class: kind, on: { click: () => begin(line) } }, label);
  return element(
    'li',
    { class: 'empty' },
    element('p', {}, words.nothingYet),
    element(
      'div',
      { class: 'actions' },
      button(words.newsNow, '/brief', 'primary'),
      button(words.everyDay, '/subscribe everything --times 08:00'),
    ),
    element('details', {}, element('summary', {}, words.allCommands), element('ul', {}, examples)),
  );
}

/** Does what a button or a command in a text says, as if it were typed; a command that needs more is left in the line to complete. */
async function begin(line) {
  try {
    await run(line);
  } catch (error) {
    if (!line.includes(' ')) composer.fill(`${line} `);
    byId('trouble').textContent = error.message;
  }
}

/** The channels at the side. The address names the one on view (`#newsroom`), so that links and the back button work. */
function createChannelList(channels, onShow) {
  const links = new Map(channels.map(({ id }) => [id, element('a', { href: `#${encodeURIComponent(id)}` }, id)]));
  document.getElementById('channels').append(...Array.from(links.values(), (link) => element('li', {}, link)));

  const show = () => {
    const wanted = decodeURIComponent(location.hash.slice(1));
    const id = links.has(wanted) ? wanted : channels[0]?.id;
    if (!id) return;
    for (const [each, link] of links) {
      if (each === id) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    // On a phone the list is a row that scrolls.
    links.get(id).scrollIntoView({ block: 'nearest', inline: 'nearest' });
    setUnread(links.get(id), false);
    onShow(id);
  };
  addEventListener('hashchange', show);
  show();

  return {
    markUnread(id) {
      const link = links.get(id);
      if (link) setUnread(link, true);
    },
  };
}

function setUnread(link, unread) {
  link.classList.toggle('unread', unread);
  link.querySelector('.unread-mark')?.remove();
  if (unread)
    link.append(element('span', { class: 'unread-mark' }, element('span', { class: 'unseen' }, `, ${words.unread}`)));
}

/** Answers for this tab alone. They live as long as the tab does: the server keeps none. */
function openPrivateAnswers() {
  const key = 'kurzwelle-answers';
  const maxKept = 30;

  function load() {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? '[]');
    } catch {
      return [];
    }
  }

  function save(answers) {
    try {
      sessionStorage.setItem(key, JSON.stringify(answers));
    } catch {
      // A full or forbidden storage costs only what a reload would have shown again.
    }
  }

  return {
    in(channelId) {
      return load().filter((answer) => answer.channelId === channelId);
    },
    keep(answer) {
      const others = load().filter(({ id }) => id !== answer.id);
      save([...others, answer].slice(-maxKept));
    },
    drop(id) {
      save(load().filter((answer) => answer.id !== id));
    },
  };
}
