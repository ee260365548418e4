import { element } from './element.js';
import { words } from './words.js';

/** A form of another platform, to look at: `{ title, fields, buttons }`. */
export function formFrame({ title, fields, buttons }) {
  return [element('h3', { dir: 'auto' }, title), ...fields, element('div', { class: 'look-row' }, buttons)];
}

/** One field: what it is called, what is said of it, and `{ value, options? }` that stands in it. Nothing can be typed. */
export function formField({ label, above, below, optional, input: { value, options } }) {
  const mark = optional && element('span', { class: 'look-small' }, ` (${words.optional})`);
  const shown = options
    ? element('select', { 'aria-label': label }, listed(value, options))
    : element('div', { class: 'look-input', dir: 'auto' }, value || '\u00A0');
  return element(
    'div',
    { class: 'look-field' },
    element('p', { dir: 'auto' }, element('b', {}, label), mark),
    above && element('p', { class: 'look-small', dir: 'auto' }, above),
    shown,
    below && element('p', { class: 'look-small', dir: 'auto' }, below),
  );
}

function listed(value, options) {
  const all = options.includes(value) ? options : [value, ...options];
  return all.map((option) => element('option', { selected: option === value }, option));
}
