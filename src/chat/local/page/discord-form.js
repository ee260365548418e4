import { element } from './element.js';
import { formField, formFrame } from './look-form.js';
import { words } from './words.js';

const select = 3;

/** A modal as Discord draws it; only the labels with inputs that we send. It gives the buttons itself, in the reader's language. */
export function renderDiscordForm({ title, components }) {
  return formFrame({
    title,
    fields: components.map(({ label, description, component }) =>
      formField({ label, above: description, optional: component.required === false, input: renderInput(component) }),
    ),
    buttons: [button(words.cancel, 2), button(words.send, 1)],
  });
}

function renderInput({ type, value = '', options = [] }) {
  if (type !== select) return { value };
  const chosen = options.find((option) => option.default);
  return { value: chosen?.label ?? '', options: options.map(({ label }) => label) };
}

function button(label, style) {
  return element('button', { type: 'button', class: `look-button discord-style-${style}`, disabled: true }, label);
}
