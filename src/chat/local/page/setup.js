import { getJson, postJson } from './api.js';
import { element } from './element.js';
import { locale, words } from './locale.js';

const byId = (id) => document.getElementById(id);
const form = byId('setup');
const names = { slack: 'Slack', discord: 'Discord' };
const languageNames = new Intl.DisplayNames(locale, { type: 'language' });
const { chats, languages, zone, models } = await getJson('/api/setup');

byId('chats').replaceChildren(...chats.flatMap(renderChat));
byId('languages').replaceChildren(
  ...languages
    .map((tag) => ({ tag, name: languageNames.of(tag) ?? tag }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
    .map(({ tag, name }) => choice({ name: 'languages', value: tag, checked: tag === 'en' }, name)),
);
byId('zones').replaceChildren(...Intl.supportedValuesOf('timeZone').map((value) => element('option', { value })));
// A server's clock often runs by UTC; the person's own does not.
byId('zone').value = zone === 'UTC' ? Intl.DateTimeFormat().resolvedOptions().timeZone : zone;
byId('model').append(...models.map((value) => element('option', { value }, value)));
byId('model-choice').hidden = models.length === 0;

function choice(properties, label) {
  return element('label', { class: 'choice' }, element('input', { type: 'checkbox', ...properties }), label);
}

/** A platform with the fields of its tokens, which show once it is chosen. */
function renderChat({ id, secrets }) {
  const tokens = element(
    'div',
    { class: 'tokens', hidden: true },
    secrets.flatMap(({ name, what, isSet }) => [
      element('label', { for: name }, element('code', {}, name)),
      element('input', {
        ...{ id: name, name, type: 'password', autocomplete: 'off', spellcheck: 'false', maxlength: '1000' },
        'aria-describedby': `${name}-hint`,
      }),
      element('p', { id: `${name}-hint`, class: 'hint' }, `${what} ${isSet ? words.tokenKept : words.tokenLater}`),
    ]),
  );
  const box = choice({ name: 'chats', value: id }, `${names[id]} (docs/${id}.md)`);
  box.addEventListener('change', ({ target }) => {
    tokens.hidden = !target.checked;
    byId('page-choice').hidden = !form.querySelector('[name=chats]:checked');
  });
  return [box, tokens];
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const given = new FormData(form);
  const button = form.querySelector('[type=submit]');
  button.disabled = true;
  byId('trouble').textContent = '';
  for (const wrong of form.querySelectorAll('[aria-invalid]')) wrong.removeAttribute('aria-invalid');
  try {
    const secrets = chats.flatMap((chat) => chat.secrets.map(({ name }) => [name, given.get(name) ?? '']));
    const saved = await postJson('/api/setup', {
      chats: given.getAll('chats'),
      page: byId('page').checked,
      languages: given.getAll('languages'),
      zone: given.get('zone'),
      contact: given.get('contact'),
      secrets: Object.fromEntries(secrets.filter(([, value]) => value !== '')),
      ...(given.get('model') && { model: given.get('model') }),
    });
    await showEnd(saved);
  } catch (error) {
    byId('trouble').textContent = error.message;
    button.disabled = false;
    const field = form.querySelector(`[name="${CSS.escape(error.field ?? '')}"]`);
    field?.setAttribute('aria-invalid', 'true');
    field?.focus();
  }
});

/** The form has done its work: what is left to do, and the way to the page once the service answers. */
async function showEnd({ hasPage, missing, registers }) {
  form.remove();
  byId('intro').remove();
  const state = element('p', {}, words.starting);
  const steps = [
    ...missing.map(({ chat, name }) => element('li', {}, element('code', {}, name), ` .env (docs/${chat}.md)`)),
    registers && element('li', {}, element('code', {}, 'npm run kurzwelle -- register')),
  ].filter(Boolean);
  const done = byId('done');
  done.append(state, ...(steps.length > 0 ? [element('h2', {}, words.stillToDo), element('ul', {}, steps)] : []));
  done.hidden = false;
  const isRunning = await answers();
  state.textContent = isRunning ? words.running : words.notStarted;
  if (!isRunning) return;
  if (hasPage && steps.length === 0) return location.replace('/');
  if (hasPage) done.append(element('p', {}, element('a', { href: '/' }, words.openPage)));
}

const startMs = 60_000;
const pauseMs = 300;

/** Whether the service, which takes the place of this server, answers in time. */
async function answers() {
  const until = Date.now() + startMs;
  while (Date.now() < until) {
    const state = await fetch('/readyz')
      .then((response) => response.json())
      .catch(() => undefined);
    if (state && !state.setup) return true;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return false;
}
