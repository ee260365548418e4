import { element, outwardLink } from './element.js';
import { picture } from './preview-picture.js';
import { renderMrkdwn, renderRichText } from './slack-text.js';

/** The blocks of a `chat.postMessage` call as Slack draws them; only the types that we send. */
export function renderSlackMessage({ blocks }, pictures) {
  return blocks.map((block) => renderers[block.type]?.(block, pictures)).filter(Boolean);
}

const renderers = {
  header: ({ text }) => element('h4', { class: 'slack-header', dir: 'auto' }, text.text),
  divider: () => element('hr'),
  rich_text: ({ elements }) => element('div', { class: 'slack-rich' }, elements.map(renderRich)),
  section: ({ text, fields = [] }) =>
    element('div', { class: 'slack-fields' }, [...(text ? [text] : []), ...fields].map(renderText)),
  context: ({ elements }) => element('div', { class: 'look-small slack-context' }, elements.map(renderText)),
  image: (block, pictures) => picture(pictures[block.slack_file?.id], { url: block.image_url, alt: block.alt_text }),
  actions: ({ elements }) => element('div', { class: 'look-row slack-actions' }, elements.map(renderControl)),
};

function renderText({ type, text }) {
  return element('p', { dir: 'auto' }, type === 'mrkdwn' ? renderMrkdwn(text) : text);
}

function renderRich({ type, elements, style, offset = 0 }) {
  if (type === 'rich_text_quote') return element('blockquote', { dir: 'auto' }, renderRichText(elements));
  if (type !== 'rich_text_list') return element('p', { dir: 'auto' }, renderRichText(elements));
  const items = elements.map((item) => element('li', { dir: 'auto' }, renderRichText(item.elements)));
  if (style === 'ordered') return element('ol', { start: String(offset + 1) }, items);
  return element('ul', {}, items);
}

function renderControl({ type, text, url, style = 'default', placeholder, options = [] }) {
  if (type === 'static_select') {
    const choices = options.map((option) => element('option', {}, option.text.text));
    return element('select', { 'aria-label': placeholder.text }, element('option', {}, placeholder.text), choices);
  }
  if (url) return outwardLink(url, { class: 'look-button' }, text.text);
  return element('button', { type: 'button', class: `look-button slack-${style}`, disabled: true }, text.text);
}
