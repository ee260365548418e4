import { element, outwardLink } from './element.js';
import { formatDate } from './locale.js';
import { applyRules, formField, formFrame, picture } from './look.js';

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

/** Slack's mrkdwn, as far as we write it. https://docs.slack.dev/messaging/formatting-message-text */
function renderMrkdwn(text) {
  const inner = (words) => renderMrkdwn(words);
  const rules = [
    [/<!date\^(\d+)\^([^|>]+)\|([^>]*)>/y, ([, seconds, format, fallback]) => slackDate({ seconds, format, fallback })],
    [/<(https?:[^|>]+)\|([^>]*)>/y, ([, url, words]) => outwardLink(decode(url), {}, inner(words))],
    [/\*([^*\n]+)\*/y, ([, words]) => element('strong', {}, inner(words))],
    [/_([^_\n]+)_/y, ([, words]) => element('em', {}, inner(words))],
    [/~([^~\n]+)~/y, ([, words]) => element('s', {}, inner(words))],
    [/`([^`\n]+)`/y, ([, words]) => element('code', {}, decode(words))],
    [/\n/y, () => element('br')],
  ];
  return applyRules(text, rules, decode);
}

/** Elements of a rich text section or quote. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
function renderRichText(elements) {
  return elements.flatMap((each) => {
    if (each.type === 'text') return each.text.split(/(\n)/u).map((words) => styled(words, each.style));
    if (each.type === 'link') return [inStyle(outwardLink(each.url, {}, each.text), each.style)];
    if (each.type === 'date') return [slackDate({ ...each, seconds: each.timestamp })];
    if (each.type === 'usergroup') return [element('span', { class: 'mention' }, `@${each.usergroup_id}`)];
    return [];
  });
}

function styled(words, style) {
  return words === '\n' ? element('br') : inStyle(words, style);
}

const tags = [
  ['bold', 'strong'],
  ['italic', 'em'],
  ['strike', 's'],
  ['code', 'code'],
];

function inStyle(node, style = {}) {
  return tags.reduce((inner, [name, tag]) => (style[name] ? element(tag, {}, inner) : inner), node);
}

const dateTokens = {
  date_long_full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date_short_pretty: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
};

/** Every reader sees their own zone, as in Slack. */
function slackDate({ seconds, format, fallback }) {
  const at = new Date(Number(seconds) * 1000);
  const text = format.replace(/\{(\w+)\}/gu, (mark, token) =>
    dateTokens[token] ? formatDate(at, dateTokens[token]) : mark,
  );
  return element('time', { datetime: at.toISOString(), title: decode(fallback ?? '') }, text);
}

function decode(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

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
