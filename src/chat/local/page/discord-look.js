import { element, outwardLink } from './element.js';
import { formatDate, words } from './locale.js';
import { applyRules, formField, formFrame, picture } from './look.js';

/**
 * The components or embeds of a "Create Message" request as Discord draws them; only the types that we send. The numbers are those of
 * https://docs.discord.com/developers/components/reference#component-object-component-types.
 */
export function renderDiscordMessage({ components = [], embeds = [] }, pictures) {
  return [...embeds.map((embed) => renderEmbed(embed, pictures)), ...renderAll(components, pictures)];
}

const renderAll = (components, pictures) =>
  components.map((component) => renderers[component.type]?.(component, pictures)).filter(Boolean);

const renderers = {
  1: ({ components }, pictures) => element('div', { class: 'look-row' }, renderAll(components, pictures)),
  2: ({ label, url, style }) =>
    url
      ? outwardLink(url, { class: 'look-button' }, label)
      : element('button', { type: 'button', class: `look-button discord-style-${style}`, disabled: true }, label),
  3: ({ placeholder = '', options }) =>
    element(
      'select',
      { 'aria-label': placeholder || options[0]?.label },
      placeholder && element('option', {}, placeholder),
      options.map(({ label }) => element('option', {}, label)),
    ),
  9: ({ components, accessory }, pictures) =>
    element('div', { class: 'discord-section' }, renderAll(components, pictures), renderAll([accessory], pictures)),
  10: ({ content }) => element('div', { class: 'discord-text' }, renderMarkdown(content)),
  11: renderMedia,
  12: ({ items }, pictures) =>
    element(
      'div',
      {},
      items.map((item) => renderMedia(item, pictures)),
    ),
  14: () => element('hr'),
  17: ({ components, accent_color: color }, pictures) =>
    edged(element('div', { class: 'discord-container' }, renderAll(components, pictures)), color),
};

function renderEmbed({ description = '', image, color }, pictures) {
  const shown = image && renderMedia({ media: image }, pictures);
  return edged(element('div', { class: 'discord-container' }, renderMarkdown(description), shown), color);
}

function renderMedia({ media: { url }, description: alt }, pictures) {
  const attached = /^attachment:\/\/(.+)$/u.exec(url)?.[1];
  return picture(pictures[attached], { url, alt });
}

/** The edge has a color of the message's own, which no style sheet can know. */
function edged(container, color) {
  if (color !== undefined) container.style.setProperty('--edge', `#${color.toString(16).padStart(6, '0')}`);
  return container;
}

/** Discord's Markdown, as far as we write it: whole lines first. https://support.discord.com/hc/en-us/articles/210298617 */
function renderMarkdown(text) {
  return runsOf(text.split('\n')).map(({ kind, lines }) => blocks[kind](lines));
}

const kinds = [
  ['title', /^## /u],
  ['heading', /^### /u],
  ['small', /^-# /u],
  ['quote', /^> /u],
  ['list', /^- /u],
  ['ordered', /^\d+\. /u],
];

/** Neighboring lines of one kind, without their marks. */
function runsOf(lines) {
  const runs = [];
  for (const line of lines) {
    const [kind, mark] = kinds.find(([, pattern]) => pattern.test(line)) ?? ['plain'];
    const words = mark ? line.replace(mark, '') : line;
    const last = runs.at(-1);
    if (last?.kind === kind && kind !== 'title' && kind !== 'heading') last.lines.push(words);
    else runs.push({ kind, lines: [words], first: Number.parseInt(line, 10) });
  }
  return runs.map((run) => (run.kind === 'ordered' ? { ...run, lines: { from: run.first, items: run.lines } } : run));
}

const blocks = {
  title: ([line]) => element('h4', { dir: 'auto' }, renderInline(line)),
  heading: ([line]) => element('h5', { dir: 'auto' }, renderInline(line)),
  small: (lines) => element('div', { class: 'look-small' }, lines.map(paragraph)),
  quote: (lines) => element('blockquote', {}, lines.map(paragraph)),
  list: (lines) => element('ul', {}, lines.map(item)),
  ordered: ({ from, items }) => element('ol', { start: String(from) }, items.map(item)),
  plain: (lines) => element('div', {}, lines.map(paragraph)),
};

const paragraph = (line) => element('p', { dir: 'auto' }, renderInline(line));
const item = (line) => element('li', { dir: 'auto' }, renderInline(line));

const dateStyles = {
  D: { day: 'numeric', month: 'long', year: 'numeric' },
  f: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
};

function renderInline(text) {
  const within =
    (tag) =>
    ([, words]) =>
      element(tag, {}, renderInline(words));
  const rules = [
    [/\\([!-/:-@[-`{-~])/y, ([, character]) => character],
    [/`([^`]+)`/y, ([, words]) => element('code', {}, words)],
    [/\[((?:\\.|[^\]\\])*)\]\(<([^>]*)>\)/y, ([, label, url]) => outwardLink(url, {}, renderInline(label))],
    [/<t:(-?\d+):([a-zA-Z])>/y, ([, seconds, style]) => timestamp(Number(seconds), style)],
    [/<@&(\d+)>/y, ([, id]) => element('span', { class: 'mention' }, `@${id}`)],
    [/\*\*((?:\\.|[^\\])+?)\*\*/y, within('strong')],
    [/\*((?:\\.|[^\\*])+?)\*/y, within('em')],
    [/~~((?:\\.|[^\\])+?)~~/y, within('s')],
  ];
  return applyRules(text, rules);
}

/** Every reader sees their own zone, as in Discord. */
function timestamp(seconds, style) {
  const at = new Date(seconds * 1000);
  return element('time', { datetime: at.toISOString() }, formatDate(at, dateStyles[style] ?? dateStyles.f));
}

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
