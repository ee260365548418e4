import { element } from './element.js';
import { shortTime, words } from './locale.js';
import { renderMessage } from './render-message.js';

const nearEndPx = 120;

/**
 * The messages of the channel on view. An entry is `{ id, threadId?, asked?, message?, postedAt?, editedAt?, isPrivate? }`; without a message
 * and a time it is a question that waits for its answer.
 */
export function createStream({ onAction, onDismiss, onPreview, zone, mentions }) {
  const [stream, entries, newer] = ['stream', 'entries', 'newer'].map((id) => document.getElementById(id));

  const find = (id) => entries.querySelector(`[data-id="${CSS.escape(id)}"]`);
  const isAtEnd = () => stream.scrollHeight - stream.scrollTop - stream.clientHeight < nearEndPx;

  /** What each entry was drawn from. */
  const drawn = new Map();

  /** The newest message stays at the top while fonts, pictures and the preview change the layout, until the reader does something. */
  const settling = new ResizeObserver(() => entries.lastElementChild?.scrollIntoView({ block: 'start' }));
  const stopSettling = () => settling.disconnect();
  for (const event of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
    document.addEventListener(event, stopSettling, { capture: true, passive: true });
  }

  const put = (entry) => {
    const old = find(entry.id);
    const made = renderEntry(entry, { onAction, onDismiss, onPreview, zone, mentions });
    drawn.set(entry.id, JSON.stringify(entry));
    if (old) {
      keepState(old, made);
      old.replaceWith(made);
      return made;
    }
    const thread = entry.threadId && find(entry.threadId);
    if (thread) threadList(thread).append(made);
    else {
      const isLater = ({ dataset }) => Date.parse(dataset.at) > Date.parse(entry.postedAt);
      entries.insertBefore(made, [...entries.children].find(isLater) ?? null);
    }
    return made;
  };

  newer.addEventListener('click', () => {
    stream.scrollTo({ top: stream.scrollHeight });
    stream.focus();
  });
  stream.addEventListener('scroll', () => {
    if (isAtEnd()) newer.hidden = true;
  });

  /** The next heading, or the one before: of a message or of a story in it. */
  function step(by) {
    const headings = [...entries.querySelectorAll('h3, h4')];
    const at = headings.indexOf(document.activeElement);
    const top = stream.getBoundingClientRect().top;
    const onView = headings.findIndex((one) => one.getBoundingClientRect().top >= top - 1);
    const from = at >= 0 ? at + by : by > 0 ? onView : onView - 1;
    const wanted = headings[Math.min(Math.max(from, 0), headings.length - 1)];
    if (!wanted) return;
    wanted.tabIndex = -1;
    wanted.focus({ preventScroll: true });
    wanted.scrollIntoView({ block: 'start' });
  }

  document.addEventListener('keydown', (event) => {
    const by = { j: 1, k: -1 }[event.key];
    const isBusy = event.target.closest('input, select, textarea, dialog') || document.querySelector('dialog[open]');
    if (!by || isBusy || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    step(by);
  });

  return {
    showAll(all, empty) {
      entries.replaceChildren();
      drawn.clear();
      for (const entry of all) put(entry);
      if (all.length === 0 && empty) entries.append(empty);
      newer.hidden = true;
      settling.observe(entries);
    },
    /** Shows a new or changed entry; `follow` brings it on view wherever the reader is. */
    show(entry, { follow = false } = {}) {
      const wasAtEnd = isAtEnd();
      stopSettling();
      const isNew = !find(entry.id);
      entries.querySelector('.empty')?.remove();
      const made = put(entry);
      if (follow || (isNew && wasAtEnd)) made.scrollIntoView({ block: 'start' });
      else if (isNew) newer.hidden = false;
    },
    /** Shows what is new or changed since, and no more what is gone; everything else stays as it is, the focus and the place too. */
    update(all) {
      const present = new Set(all.map(({ id }) => id));
      for (const { dataset } of entries.querySelectorAll('.entry'))
        if (!present.has(dataset.id) && !dataset.id.startsWith('waiting-')) this.remove(dataset.id);
      for (const entry of all) if (drawn.get(entry.id) !== JSON.stringify(entry)) this.show(entry);
    },
    remove(id) {
      find(id)?.remove();
      drawn.delete(id);
    },
  };
}

function renderEntry(entry, { onAction, onDismiss, onPreview, zone, mentions }) {
  const { id, asked, message, postedAt, editedAt, isPrivate } = entry;
  const tools = message && [
    onPreview && quietButton(words.preview, 'to-preview', () => onPreview(entry)),
    isPrivate && quietButton(words.dismiss, '', () => onDismiss(entry)),
  ];
  const parts = [
    asked &&
      element('p', { class: 'asked' }, element('b', {}, asked.by), ' ', element('code', { dir: 'auto' }, asked.line)),
    element(
      'p',
      { class: 'byline' },
      element('span', { class: 'author' }, 'Kurzwelle'),
      postedAt && element('time', { datetime: postedAt, title: shortTime(postedAt) }, shortTime(postedAt, zone)),
      editedAt && element('span', {}, words.edited),
      isPrivate && element('span', { class: 'only-you' }, words.onlyYou),
      tools && element('span', { class: 'tools' }, tools),
    ),
    message
      ? renderMessage(message, (action) => onAction(entry, action), mentions)
      : element('p', { class: 'working' }, words.working),
  ];
  return element(
    'li',
    {
      data: { id, ...(postedAt && { at: postedAt }) },
      class: ['entry', isPrivate && 'private'].filter(Boolean).join(' '),
    },
    element(
      'article',
      { 'aria-label': message?.summary ?? words.waiting, 'aria-busy': message ? undefined : 'true' },
      parts,
    ),
  );
}

function quietButton(label, kind, onPress) {
  return element('button', { type: 'button', class: `quiet ${kind}`, on: { click: onPress } }, label);
}

function threadList(entry) {
  const known = entry.querySelector(':scope > .thread');
  if (known) return known;
  const made = element('ol', { class: 'thread', 'aria-label': words.thread });
  entry.append(made);
  return made;
}

/** What the reader opened stays open, and the thread stays under its message, when a message is edited. */
function keepState(old, made) {
  const openBefore = [...old.querySelectorAll(':scope > article details')].map((details) => details.open);
  for (const [index, details] of [...made.querySelectorAll('details')].entries())
    details.open = openBefore[index] ?? false;
  const thread = old.querySelector(':scope > .thread');
  if (thread) made.append(thread);
}
