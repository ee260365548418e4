import { element } from './element.js';

/** The listbox above the line, by the combobox pattern of the ARIA practices guide: the focus stays in the line. */
export function createSuggestionList({ line, list, onPick }) {
  let items = [];
  let active = -1;

  const activate = (index) => {
    active = index;
    for (const [at, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(at === index));
    const option = list.children[index];
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
      list.replaceChildren(...items.map((item, index) => renderOption(item, index, () => onPick(item))));
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
