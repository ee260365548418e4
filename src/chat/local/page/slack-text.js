import { element, outwardLink } from './element.js';
import { formatDate } from './format-time.js';
import { applyRules } from './inline-rules.js';

/** Slack's mrkdwn, as far as we write it. https://docs.slack.dev/messaging/formatting-message-text */
export function renderMrkdwn(text) {
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
export function renderRichText(elements) {
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
