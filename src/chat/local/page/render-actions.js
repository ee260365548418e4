import { element, outwardLink } from './element.js';
import { words } from './words.js';

/** Buttons, links and selects. While an action is under way its button is busy, so that nobody presses it twice. */
export function renderActions(items, onAction) {
  return element(
    'div',
    { class: 'actions' },
    items.map((item) => renderers[item.kind]?.(item, onAction)),
  );
}

const renderers = {
  button: ({ label, action, value = '', tone }, onAction) => {
    const press = (event) => whileBusy(event.currentTarget, () => onAction({ action, value }));
    return element('button', { type: 'button', class: tone, on: { click: press } }, label);
  },

  'link-button': ({ label, url }) => outwardLink(url, { class: 'button' }, label),

  // A choice is sent by its button: with a keyboard, a select changes at every step through its options.
  select: ({ label, action, options }, onAction) => {
    const select = element(
      'select',
      { 'aria-label': label },
      element('option', { value: '' }, label),
      options.map((option) => element('option', { value: option.value, title: option.description }, option.label)),
    );
    const choose = (event) =>
      select.selectedIndex > 0 && whileBusy(event.currentTarget, () => onAction({ action, value: select.value }));
    const button = element(
      'button',
      { type: 'button', disabled: true, 'aria-label': `${words.choose}: ${label}`, on: { click: choose } },
      words.choose,
    );
    select.addEventListener('change', () => {
      button.disabled = select.selectedIndex === 0;
    });
    return element('span', { class: 'select' }, select, button);
  },
};

async function whileBusy(button, work) {
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  await work().finally(() => button.removeAttribute('aria-busy'));
}
