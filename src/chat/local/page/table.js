import { element } from './element.js';

/**
 * A table with its title. `columns` are `{ name, cell, numeric? }`, `cell` gives a row's text or nodes. Its parts carry their roles by
 * name: on a phone each row is set as a card, and browsers forget what a table is when its parts are no longer set as one.
 */
export function renderTable({ id, title, note, columns, rows, empty }) {
  const heading = element('h2', { id: `${id}-title`, tabindex: '-1' }, title);
  const about = note && element('p', { class: 'muted table-note' }, note);
  if (rows.length === 0) return [heading, about, element('p', { class: 'muted' }, empty)].filter(Boolean);
  const head = columns.map(({ name, numeric }) =>
    element('th', { role: 'columnheader', scope: 'col', class: numeric && 'numeric' }, name),
  );
  const table = element(
    'table',
    { role: 'table', 'aria-labelledby': `${id}-title` },
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, head)),
    element(
      'tbody',
      { role: 'rowgroup' },
      rows.map((row) => renderRow(row, columns)),
    ),
  );
  return [heading, about, table].filter(Boolean);
}

function renderRow(row, columns) {
  const cells = columns.map(({ name, cell, numeric }) =>
    element('td', { role: 'cell', data: { column: name }, class: numeric && 'numeric' }, [cell(row)].flat()),
  );
  return element('tr', { role: 'row' }, cells);
}
