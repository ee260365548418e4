import { postJson } from './api.js';
import { element } from './element.js';
import { words } from './locale.js';

/**
 * Opens a form as a modal. `onSubmit` gets the answers; the form closes when it is done, and stays with the reason when it fails.
 * A form with a `note` and no fields asks for confirmation. `beside`, where there is one, is what another platform would show.
 */
export function openForm(form, { channelId, onSubmit, beside }) {
  const trouble = element('p', { class: 'trouble', role: 'alert' });
  const fields = element(
    'form',
    { novalidate: true },
    form.note && element('p', {}, form.note),
    form.fields.map((field, index) => renderField(field, index, channelId)),
    trouble,
    buttons(form, () => dialog.close()),
  );
  const dialog = element(
    'dialog',
    { class: beside ? 'form with-preview' : 'form', 'aria-labelledby': 'form-title' },
    element('div', { class: 'form-own' }, element('h2', { id: 'form-title', dir: 'auto' }, form.title), fields),
    beside,
  );
  fields.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (!fields.reportValidity()) return;
    fields.querySelector('[type=submit]').setAttribute('aria-busy', 'true');
    trouble.textContent = '';
    for (const wrong of fields.querySelectorAll('[aria-invalid]')) wrong.removeAttribute('aria-invalid');
    try {
      await onSubmit(Object.fromEntries(new FormData(fields)));
      dialog.close();
    } catch (error) {
      trouble.textContent = error.message;
      mark(fields.elements.namedItem(error.field ?? ''), trouble);
    } finally {
      fields.querySelector('[type=submit]').removeAttribute('aria-busy');
    }
  });
  const returnTo = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    returnTo?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector('input, select, textarea, [type=submit]')?.focus();
}

/** The field that a mistake is in: the error is shown below it, and it gets the focus. */
function mark(field, trouble) {
  if (!field?.closest) return;
  field.setAttribute('aria-invalid', 'true');
  field.closest('.field').append(trouble);
  field.focus();
}

function renderField({ name, label, hint, value = '', required, choices, completes }, index, channelId) {
  const id = `field-${index}`;
  const hintId = hint && `${id}-hint`;
  const shared = { id, name, required, 'aria-describedby': hintId };
  const control = choices
    ? element('select', shared, choiceOptions(choices, value, required))
    : element('input', { ...shared, type: 'text', value, dir: 'auto', maxlength: '4000' });
  const mark = required ? undefined : element('span', { class: 'muted' }, ` (${words.optional})`);
  return element(
    'div',
    { class: 'field' },
    element('label', { for: id, dir: 'auto' }, label, mark),
    control,
    completes && completeField(control, { ...completes, channelId }),
    hint && element('p', { id: hintId, class: 'hint', dir: 'auto' }, hint),
  );
}

function choiceOptions(choices, value, required) {
  const options = choices.map((choice) =>
    element('option', { value: choice.value, selected: choice.value === value }, choice.label),
  );
  const isOpen = !choices.some((choice) => choice.value === value);
  return isOpen || !required ? [element('option', { value: '' }, words.choose), ...options] : options;
}

function buttons({ submitLabel }, onCancel) {
  return element(
    'div',
    { class: 'actions' },
    element('button', { type: 'submit', class: 'primary' }, submitLabel),
    element('button', { type: 'button', on: { click: onCancel } }, words.cancel),
  );
}

const pauseMs = 120;

/** Offers, while a person types into a field, what the command's option would; returns the list that belongs beside the field. */
function completeField(input, { command, option, channelId }) {
  const list = element('datalist', { id: `${input.id}-offers` });
  let pause;
  let asked = 0;

  async function offer() {
    asked += 1;
    const question = asked;
    const body = { channelId, command, option, typed: input.value };
    const { choices } = await postJson('/api/complete', body).catch(() => ({ choices: [] }));
    if (question !== asked) return;
    list.replaceChildren(
      ...choices.map(({ label, value }) => element('option', { value, label: label === value ? undefined : label })),
    );
  }

  input.setAttribute('list', list.id);
  input.addEventListener('focus', offer);
  input.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(offer, pauseMs);
  });
  return list;
}
