import { element } from './element.js';
import { formField, formFrame } from './look-form.js';

/** The view of a `views.open` call as Slack draws it; only the inputs that we send. */
export function renderSlackForm({ title, submit, close, blocks }) {
  return formFrame({
    title: title.text,
    fields: blocks.map(({ label, hint, optional, element: input }) =>
      formField({ label: label.text, below: hint?.text, optional, input: renderInput(input) }),
    ),
    buttons: [button(close.text, 'default'), button(submit.text, 'primary')],
  });
}

/** A select whose options come while a person types shows what it begins with alone. */
function renderInput({ type, initial_value: value = '', initial_option: chosen, options = [], placeholder }) {
  if (type === 'plain_text_input') return { value };
  const shown = options.length > 0 ? options : [chosen].filter(Boolean);
  return {
    value: chosen?.text.text ?? placeholder?.text ?? '',
    options: shown.map(({ text }) => text.text),
  };
}

function button(label, style) {
  return element('button', { type: 'button', class: `look-button slack-${style}`, disabled: true }, label);
}
