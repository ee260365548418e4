import { element } from './element.js';
import { words } from './words.js';

const saidForMs = 2000;

/** Copies a text. Where the browser gives no clipboard, as over plain HTTP from another machine, a selection is copied. */
export function copyButton(text) {
  const button = element('button', { type: 'button' }, words.copy);
  button.addEventListener('click', async () => {
    if (navigator.clipboard) await navigator.clipboard.writeText(text);
    else copySelection(text, button);
    button.textContent = words.copied;
    setTimeout(() => {
      button.textContent = words.copy;
    }, saidForMs);
  });
  return button;
}

function copySelection(text, button) {
  const area = element('textarea', { class: 'unseen', 'aria-hidden': 'true' });
  area.value = text;
  button.after(area);
  area.select();
  document.execCommand('copy');
  area.remove();
  button.focus();
}
