import { postJson } from './api.js';
import { element } from './element.js';

const pauseMs = 120;

/** Offers, while a person types into a field, what the command's option would; returns the list that belongs beside the field. */
export function completeField(input, { command, option, channelId }) {
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
