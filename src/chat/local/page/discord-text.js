import { element, outwardLink } from './element.js';
import { formatDate } from './format-time.js';
import { applyRules } from './inline-rules.js';

/** Discord's Markdown, as far as we write it: whole lines first. https://support.discord.com/hc/en-us/articles/210298617 */
export function renderMarkdown(text) {
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
