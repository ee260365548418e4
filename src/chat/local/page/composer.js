import { postJson } from './api.js';
import { element } from './element.js';
import { words } from './locale.js';

const pauseMs = 60;

/**
 * The line at the bottom: completes commands, remembers what was sent, and calls `onSend`, which throws when the line could not be
 * understood; the line then stays for correction.
 */
export function createComposer({ channelId, onSend }) {
  const [form, line, list, trouble] = ['composer', 'line', 'suggestions', 'trouble'].map((id) =>
    document.getElementById(id),
  );
  const suggestions = createSuggestionList({ line, list, onPick: accept });
  const sent = createSentLines();
  let question = 0;
  let from = 0;
  let pause;

  /** Also makes an answer that is still on its way come too late. */
  function close() {
    question += 1;
    clearTimeout(pause);
    suggestions.show([]);
  }

  async function suggest() {
    const typed = line.value.slice(0, line.selectionStart);
    if (!typed.startsWith('/')) return close();
    question += 1;
    const asked = question;
    const completion = await postJson('/api/complete', { channelId: channelId(), line: typed }).catch(() => undefined);
    if (asked !== question || !completion) return;
    from = completion.from;
    suggestions.show(completion.items);
    // A name half typed is completed by Enter; a whole one, or free words, are sent.
    if (suggestions.isOpen && !typed.includes(' ') && suggestions.first.text.trim() !== typed)
      suggestions.activateFirst();
  }

  function accept({ text }) {
    const before = line.value.slice(0, from) + text;
    line.value = before + line.value.slice(line.selectionStart).trimStart();
    line.setSelectionRange(before.length, before.length);
    line.focus();
    suggest();
  }

  async function send() {
    const text = line.value.trim();
    close();
    if (!text) return;
    trouble.textContent = '';
    line.value = '';
    try {
      await onSend(text);
      sent.add(text);
    } catch (error) {
      trouble.textContent = error.message;
      // What has been typed meanwhile stays; the arrow key brings this one back.
      if (line.value) sent.add(text);
      else line.value = text;
    }
  }

  function move(step) {
    if (suggestions.isOpen) return suggestions.move(step);
    const recalled = sent.recall(step);
    if (recalled !== undefined) line.value = recalled;
  }

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: close,
    Tab: () => accept(suggestions.active ?? suggestions.first),
    Enter: () => (suggestions.active ? accept(suggestions.active) : send()),
  };

  line.addEventListener('keydown', (event) => {
    const isPlain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey && !event.isComposing;
    if (!isPlain || !keys[event.key] || (event.key === 'Tab' && !suggestions.isOpen)) return;
    event.preventDefault();
    keys[event.key]();
  });
  line.addEventListener('input', () => {
    trouble.textContent = '';
    // The list is older than what was just typed: Enter takes nothing from it that this does not begin.
    if (!suggestions.active?.text.startsWith(line.value.slice(from, line.selectionStart))) suggestions.activateNone();
    clearTimeout(pause);
    pause = setTimeout(suggest, pauseMs);
  });
  line.addEventListener('blur', close);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    send();
  });

  return {
    /** Puts a line there for the person to go on with. */
    fill(text) {
      line.value = text;
      line.focus();
      suggest();
    },
  };
}

/** The listbox above the line, by the combobox pattern of the ARIA practices guide: the focus stays in the line. */
function createSuggestionList({ line, list, onPick }) {
  let items = [];
  let active = -1;

  const activate = (index) => {
    active = index;
    const options = [...list.querySelectorAll('[role=option]')];
    for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === index));
    const option = options[index];
    if (!option) return line.removeAttribute('aria-activedescendant');
    line.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };

  return {
    get isOpen() {
      return !list.hidden;
    },
    get active() {
      return items[active];
    },
    get first() {
      return items[0];
    },
    /** Shows suggestions, none of them chosen, or closes when there are none. */
    show(suggestions) {
      items = suggestions;
      list.replaceChildren(...renderOptions(items, onPick));
      list.hidden = items.length === 0;
      line.setAttribute('aria-expanded', String(!list.hidden));
      activate(-1);
    },
    activateFirst: () => activate(0),
    activateNone: () => activate(-1),
    /** Goes to the next or the one before, around the ends. */
    move(step) {
      const from = active < 0 && step < 0 ? 0 : active;
      activate((from + step + items.length) % items.length);
    },
  };
}

/** The options; where they are of several kinds, each kind under its name. */
function renderOptions(items, onPick) {
  const options = items.map((item, index) => renderOption(item, index, () => onPick(item)));
  const kinds = [...new Set(items.map(({ kind = '' }) => kind))];
  if (kinds.length < 2) return options;
  return kinds.map((kind, index) =>
    element(
      'div',
      { role: 'group', 'aria-labelledby': `suggestions-${index}` },
      element('p', { id: `suggestions-${index}`, class: 'suggestion-kind' }, kind || words.moreOptions),
      options.filter((_, at) => (items[at].kind ?? '') === kind),
    ),
  );
}

function renderOption({ label, detail }, index, onPick) {
  // Not on click: the line would lose the focus, and with it the list would close first.
  const pick = (event) => {
    event.preventDefault();
    onPick();
  };
  return element(
    'div',
    { id: `suggestion-${index}`, role: 'option', 'aria-selected': 'false', on: { mousedown: pick } },
    element('span', { class: 'suggestion-label', dir: 'auto' }, label),
    detail && element('span', { class: 'suggestion-detail', dir: 'auto' }, detail),
  );
}

/** Lines sent before, brought back by the arrow keys as a shell does. */
function createSentLines() {
  const lines = [];
  let at = 0;
  return {
    add(line) {
      lines.push(line);
      at = lines.length;
    },
    /** The line that many steps away, empty past the newest; undefined before the oldest. */
    recall(step) {
      if (at + step < 0 || at + step > lines.length) return undefined;
      at += step;
      return lines[at] ?? '';
    },
  };
}
