import { getJson, postJson } from './api.js';
import { renderDiscordForm, renderDiscordMessage } from './discord-look.js';
import { element } from './element.js';
import { words } from './locale.js';
import { renderSlackForm, renderSlackMessage } from './slack-look.js';

const platforms = {
  slack: { title: words.asSlack, render: renderSlackMessage, renderForm: renderSlackForm },
  discord: { title: words.asDiscord, render: renderDiscordMessage, renderForm: renderDiscordForm },
};

/** So long the panel keeps what it showed; then it says that it is at work. */
const patienceMs = 200;

/**
 * Beside the chat: a message as Slack or Discord would show it, drawn from the payloads that would be sent. It follows the newest
 * message until the person chooses one.
 */
export function createPreviewPanel() {
  const [view, panel, title, body] = ['view', 'preview', 'preview-title', 'preview-body'].map((id) =>
    document.getElementById(id),
  );
  const radios = [...view.querySelectorAll('input')];
  const platform = () => radios.find((radio) => radio.checked)?.value ?? '';
  let shown;
  let isChosen = false;
  let loads = 0;

  async function show() {
    const name = platform();
    panel.hidden = name === '';
    document.body.dataset.preview = name;
    markShown(name !== '');
    if (!name) return;
    title.textContent = platforms[name].title;
    loads += 1;
    const load = loads;
    panel.setAttribute('aria-busy', 'true');
    const slow = setTimeout(() => body.replaceChildren(element('p', { class: 'working' }, words.working)), patienceMs);
    const nodes = await renderPreview(shown, platforms[name], name).catch((error) => [
      element('p', { class: 'preview-about' }, error.message),
    ]);
    clearTimeout(slow);
    if (load !== loads) return;
    panel.removeAttribute('aria-busy');
    body.replaceChildren(...nodes);
    panel.scrollTop = 0;
  }

  function markShown(isOpen) {
    for (const marked of document.querySelectorAll('.entry.previewed')) marked.classList.remove('previewed');
    if (isOpen && shown) document.querySelector(`[data-id="${CSS.escape(shown.id)}"]`)?.classList.add('previewed');
  }

  view.addEventListener('change', () => {
    isChosen = isChosen && platform() !== '';
    show();
  });

  return {
    /** `first`: the platform on view at the start, where the screen has room for both. */
    enable(first) {
      view.hidden = false;
      const radio = radios.find(({ value }) => first && value === first);
      if (radio && matchMedia('(min-width: 64rem)').matches) radio.checked = true;
    },
    /** Shows this message, on whichever platform was on view, and goes there. */
    choose(entry) {
      shown = entry;
      isChosen = true;
      if (!platform()) radios[1].checked = true;
      show();
      title.focus();
    },
    /** The message on view may have changed. */
    refresh(entry) {
      if (entry.id === shown?.id) this.follow(entry);
    },
    /** A message that is newest now. */
    follow(entry) {
      if (isChosen && entry?.id !== shown?.id) return;
      shown = entry;
      show();
    },
    /** A form as the platform on view would show it; undefined where none is. */
    ofForm(form) {
      const name = platform();
      return name ? formPreview(form, platforms[name], name) : undefined;
    },
    /** Another channel came on view, with this newest message. */
    startOver(entry) {
      isChosen = false;
      shown = entry;
      show();
    },
  };
}

async function renderPreview(entry, { render }, name) {
  if (!entry) return [element('p', { class: 'preview-about' }, words.previewNone)];
  const [channel, id] = [entry.channelId, entry.id].map(encodeURIComponent);
  const { messages, pictures } = (await getJson(`/api/channels/${channel}/messages/${id}/previews`))[name];
  const drawn = messages.flatMap((message, index) => [
    index > 0 && element('p', { class: 'preview-thread' }, words.inThread),
    element(
      'div',
      { class: `as-${name}` },
      sender(),
      element('div', { class: 'preview-said' }, render(message, pictures)),
    ),
  ]);
  return [element('p', { class: 'preview-about' }, words.previewAbout), ...drawn.filter(Boolean), renderJson(messages)];
}

function formPreview(form, { title, renderForm }, name) {
  const body = element('div', {}, element('p', { class: 'working' }, words.working));
  postJson('/api/forms/previews', { form })
    .then((previews) => {
      const drawn = element('div', { class: `as-${name} look-form` }, renderForm(previews[name]));
      body.replaceChildren(drawn, renderJson([previews[name]]));
    })
    .catch((error) => body.replaceChildren(element('p', { class: 'trouble' }, error.message)));
  return element('aside', { class: 'form-preview', 'aria-label': title }, element('h3', {}, title), body);
}

function sender() {
  return element(
    'p',
    { class: 'preview-sender' },
    element('span', { class: 'preview-avatar', 'aria-hidden': 'true' }, 'K'),
    element('b', {}, 'Kurzwelle'),
    element('span', { class: 'preview-badge' }, 'APP'),
  );
}

function renderJson(messages) {
  const json = JSON.stringify(messages.length === 1 ? messages[0] : messages, null, 2);
  const code = element('pre', { tabindex: '0', dir: 'ltr', 'aria-label': words.payload });
  code.textContent = json;
  return element('details', { class: 'payload' }, element('summary', {}, words.payload), copyButton(json), code);
}

const saidForMs = 2000;

/** Copies a text. Where the browser gives no clipboard, as over plain HTTP from another machine, a selection is copied. */
function copyButton(text) {
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
