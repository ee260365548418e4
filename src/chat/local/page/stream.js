import { element } from './element.js';
import { shortTime } from './format-time.js';
import { renderMessage } from './render-message.js';

const nearEndPx = 120;

/**
 * The messages of the channel on view. An entry is `{ id, threadId?, asked?, message?, postedAt, editedAt?, isPrivate? }`; without a message
 * it is a question that waits for its answer.
 */
export function createStream({ onAction, onDismiss }) {
  const [stream, entries, newer] = ['stream', 'entries', 'newer'].map((id) => document.getElementById(id));

  const find = (id) => entries.querySelector(`[data-id="${CSS.escape(id)}"]`);
  const isAtEnd = () => stream.scrollHeight - stream.scrollTop - stream.clientHeight < nearEndPx;

  const put = (entry) => {
    const old = find(entry.id);
    const made = renderEntry(entry, { onAction, onDismiss });
    if (old) {
      keepState(old, made);
      old.replaceWith(made);
      return made;
    }
    const thread = entry.threadId && find(entry.threadId);
    if (thread) threadList(thread).append(made);
    else entries.append(made);
    return made;
  };

  newer.addEventListener('click', () => {
    stream.scrollTo({ top: stream.scrollHeight });
    stream.focus();
  });
  stream.addEventListener('scroll', () => {
    if (isAtEnd()) newer.hidden = true;
  });

  return {
    showAll(all, empty) {
      entries.replaceChildren();
      for (const entry of all) put(entry);
      if (all.length === 0 && empty) entries.append(empty);
      newer.hidden = true;
      entries.lastElementChild?.scrollIntoView({ block: 'start' });
    },
    /** Shows a new or changed entry; `follow` brings it on view wherever the reader is. */
    show(entry, { follow = false } = {}) {
      const wasAtEnd = isAtEnd();
      const isNew = !find(entry.id);
      entries.querySelector('.empty')?.remove();
      const made = put(entry);
      if (follow || (isNew && wasAtEnd)) made.scrollIntoView({ block: 'start' });
      else if (isNew) newer.hidden = false;
    },
    remove(id) {
      find(id)?.remove();
    },
  };
}

function renderEntry(entry, { onAction, onDismiss }) {
  const { id, asked, message, postedAt, editedAt, isPrivate } = entry;
  const dismiss =
    isPrivate &&
    message &&
    element('button', { type: 'button', class: 'quiet', on: { click: () => onDismiss(entry) } }, 'Dismiss');
  const parts = [
    asked &&
      element('p', { class: 'asked' }, element('b', {}, asked.by), ' ', element('code', { dir: 'auto' }, asked.line)),
    element(
      'p',
      { class: 'byline' },
      element('span', { class: 'author' }, 'Kurzwelle'),
      element('time', { datetime: postedAt }, shortTime(postedAt)),
      editedAt && element('span', {}, 'edited'),
      isPrivate && element('span', { class: 'only-you' }, 'Only you see this'),
      dismiss,
    ),
    message
      ? renderMessage(message, (action) => onAction(entry, action))
      : element('p', { class: 'working' }, 'Looking it up'),
  ];
  return element(
    'li',
    { data: { id, at: postedAt }, class: ['entry', isPrivate && 'private'].filter(Boolean).join(' ') },
    element(
      'article',
      { 'aria-label': message?.summary ?? 'Waiting for the answer', 'aria-busy': message ? undefined : 'true' },
      parts,
    ),
  );
}

function threadList(entry) {
  const known = entry.querySelector(':scope > .thread');
  if (known) return known;
  const made = element('ol', { class: 'thread', 'aria-label': 'Thread' });
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
