import { postJson } from './api.js';
import { element } from './element.js';

const pauseMs = 60;

/**
 * The line at the bottom: completes commands by the combobox pattern of the ARIA practices guide, remembers what was sent, and calls
 * `onSend`, which throws when the line could not be understood; the line then stays for correction.
 */
export function createComposer({ channelId, onSend }) {
  const [form, line, list, trouble] = ['composer', 'line', 'suggestions', 'trouble'].map((id) =>
    document.getElementById(id),
  );
  const sent = [];
  let recalled = 0;
  let shown = { from: 0, items: [] };
  let active = -1;
  let asked = 0;
  let pause;

  const isOpen = () => !list.hidden;

  const close = () => {
    asked += 1;
    clearTimeout(pause);
    list.hidden = true;
    line.setAttribute('aria-expanded', 'false');
    activate(-1);
  };

  const activate = (index) => {
    active = index;
    for (const [at, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(at === index));
    const option = list.children[index];
    if (option) {
      line.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else line.removeAttribute('aria-activedescendant');
  };

  const accept = (index) => {
    const item = shown.items[index];
    if (!item) return;
    const after = line.value.slice(line.selectionStart);
    const before = line.value.slice(0, shown.from) + item.text;
    line.value = before + after.trimStart();
    line.setSelectionRange(before.length, before.length);
    line.focus();
    suggest();
  };

  const show = (completion, typed) => {
    shown = completion;
    list.replaceChildren(...completion.items.map((item, index) => suggestion(item, index, () => accept(index))));
    list.hidden = completion.items.length === 0;
    line.setAttribute('aria-expanded', String(isOpen()));
    // A name half typed is completed by Enter; a whole one, or free words, are sent.
    const isHalfTyped = isOpen() && !typed.includes(' ') && completion.items[0].text.trim() !== typed;
    activate(isHalfTyped ? 0 : -1);
  };

  const suggest = async () => {
    const typed = line.value.slice(0, line.selectionStart);
    if (!typed.startsWith('/')) return close();
    asked += 1;
    const question = asked;
    const completion = await postJson('/api/complete', { channelId: channelId(), line: typed }).catch(() => ({
      from: 0,
      items: [],
    }));
    if (question === asked) show(completion, typed);
  };

  const send = async () => {
    const text = line.value.trim();
    close();
    if (!text) return;
    trouble.textContent = '';
    line.value = '';
    try {
      await onSend(text);
      sent.push(text);
      recalled = sent.length;
    } catch (error) {
      trouble.textContent = error.message;
      if (!line.value) line.value = text;
    }
  };

  const recall = (step) => {
    const index = recalled + step;
    if (index < 0 || index > sent.length) return;
    recalled = index;
    line.value = sent[index] ?? '';
    line.setSelectionRange(line.value.length, line.value.length);
  };

  const move = (step) => {
    const count = list.children.length;
    if (isOpen()) activate(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
    else recall(step);
  };

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: () => isOpen() && close(),
    Tab: () => isOpen() && accept(Math.max(active, 0)),
    Enter: () => (isOpen() && active >= 0 ? accept(active) : send()),
  };

  line.addEventListener('keydown', (event) => {
    const isPlain = !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey && !event.isComposing;
    if (!isPlain || !keys[event.key] || (event.key === 'Tab' && !isOpen())) return;
    event.preventDefault();
    keys[event.key]();
  });
  line.addEventListener('input', () => {
    trouble.textContent = '';
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

function suggestion({ label, detail }, index, onPick) {
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
