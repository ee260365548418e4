import { element, outwardLink } from './element.js';
import { words } from './locale.js';

/** A form of another platform, to look at: `{ title, fields, buttons }`. */
export function formFrame({ title, fields, buttons }) {
  return [element('h3', { dir: 'auto' }, title), ...fields, element('div', { class: 'look-row' }, buttons)];
}

/** One field: its label, its hint, and its content as `{ value, options? }`. Nothing can be typed. */
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

/**
 * Cuts a text by rules, `[sticky pattern, make]`: what a pattern matches becomes what `make` returns for it, the rest goes through `plain`.
 * The first rule that matches at a place wins.
 */
export function applyRules(text, rules, plain = (words) => words) {
  const nodes = [];
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const found = firstMatch(text, rules, at);
    if (!found) {
      at += 1;
      continue;
    }
    if (from < at) nodes.push(plain(text.slice(from, at)));
    nodes.push(found.node);
    at = found.end;
    from = at;
  }
  if (from < text.length) nodes.push(plain(text.slice(from)));
  return nodes;
}

function firstMatch(text, rules, at) {
  for (const [pattern, make] of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match?.[0]) return { node: make(match), end: at + match[0].length };
  }
  return undefined;
}

/** A picture of our own making is shown; one of another host is named, for loading it would tell that host who reads what. */
export function picture(pngBase64, { url, alt }) {
  if (pngBase64) return element('img', { src: `data:image/png;base64,${pngBase64}`, alt: alt ?? '' });
  const name = outwardLink(url ?? '', {}, alt || words.openPicture);
  return element('p', { class: 'preview-absent' }, `${words.picture}: `, name);
}
