import { element, isWebAddress, outwardLink } from './element.js';
import { counted, shortDay, timeElement, words } from './locale.js';

/**
 * A message as elements. `onAction` is called with the action and value of what was pressed or chosen; `mentions` are the commands that can be
 * pressed where the message names them: their `names`, and `run`, which is called with `/name`.
 */
export function renderMessage(message, onAction, mentions) {
  const sources = new Map(
    message.blocks
      .flatMap((block) => (block.kind === 'sources' ? block.sources : []))
      .map((source) => [source.number, source]),
  );
  const { language, accent = '' } = message;
  const context = { sources, onAction, language, mentions };
  const blocks = renderBlocks(message.blocks, context);
  if (blocks.length === 0) blocks.push(element('p', { dir: 'auto' }, message.summary));
  return element('div', { class: 'message', lang: language, dir: directionOf(language), data: { accent } }, blocks);
}

let groups = 0;

/** The blocks in their order. Buttons belong to the block before them, for screen readers too: a story's heading, or a subscription's line. */
function renderBlocks(blocks, context) {
  let about;
  return blocks.flatMap((block) => {
    const made = renderers[block.kind]?.(block, context);
    if (!made) return [];
    if (block.kind === 'actions') {
      if (!about) return made;
      if (!about.id) {
        groups += 1;
        about.id = `about-${groups}`;
      }
      made.setAttribute('role', 'group');
      made.setAttribute('aria-labelledby', about.id);
    } else if (block.kind === 'heading') about = made;
    else if (block.kind === 'divider') about = undefined;
    else if (!/^H\d$/u.test(about?.tagName ?? '') && block.kind !== 'sources') about = made;
    return made;
  });
}

const renderers = {
  heading: ({ level, spans }, context) =>
    element(level === 1 ? 'h3' : 'h4', { dir: blockDirection(spans, context.language) }, renderHeading(spans, context)),

  paragraph: ({ spans }, context) => {
    const dir = blockDirection(spans, context.language);
    return element('p', { dir, class: isQuotedBlock(spans) && 'quoted' }, renderSpans(spans, context));
  },

  list: ({ ordered, items }, context) => {
    const directions = items.map((spans) => blockDirection(spans, context.language));
    const dir = directions.includes('rtl') ? 'rtl' : 'auto';
    return element(
      ordered ? 'ol' : 'ul',
      { dir },
      items.map((spans, index) =>
        element('li', { dir: directions[index] === 'rtl' && 'rtl' }, renderSpans(spans, context)),
      ),
    );
  },

  fields: ({ fields }, context) =>
    element(
      'dl',
      {},
      fields.map(({ name, value }) =>
        element(
          'div',
          {},
          element('dt', { dir: 'auto' }, name),
          element('dd', { dir: blockDirection(value, context.language) }, renderSpans(value, context)),
        ),
      ),
    ),

  image: renderImage,

  picture: renderPicture,

  context: ({ spans }, context) =>
    element('p', { dir: blockDirection(spans, context.language), class: 'context' }, renderSpans(spans, context)),

  divider: () => element('hr'),

  sources: renderSources,

  actions: ({ items }, { onAction }) => renderActions(items, onAction),
};

/** `1  Title`: the number by which commands name a story stands out. A title of several parts breaks between them first. */
function renderHeading([first, ...rest], context) {
  const [, number, title] = (first?.kind === 'text' && /^(\d{1,3}[.)]?)\s+(.*)$/su.exec(first.text)) || [];
  if (number !== undefined)
    return [
      element('span', { class: 'number' }, number),
      ...renderSpans([{ ...first, text: title }, ...rest], context),
    ];
  const parts = rest.length === 0 && first?.kind === 'text' ? first.text.split(/(?<= \u00B7 )/u) : [];
  if (parts.length < 2) return renderSpans([first, ...rest], context);
  // A dot is never on a line of its own.
  return parts.map((part) => element('span', { class: 'part' }, part.replace(' \u00B7', '\u00A0\u00B7')));
}

/** Pictures of other hosts are named, not loaded: they would tell that host who reads what. */
function renderImage({ url, alt, caption }, context) {
  const isOwn =
    isWebAddress(new URL(url, location.href).href) && new URL(url, location.href).origin === location.origin;
  const picture = isOwn
    ? element('img', { src: url, alt, loading: 'lazy' })
    : element('p', { class: 'context' }, `${words.picture}: `, outwardLink(url, {}, alt || words.openPicture));
  return element(
    'figure',
    {},
    picture,
    caption && element('figcaption', { dir: 'auto' }, renderSpans(caption, context)),
  );
}

/** A chart is drawn by the theme, at the column's width; another picture of our own comes within the message. */
function renderPicture({ pngBase64, alt, chart }) {
  if (chart) return renderChart(chart, alt);
  return element('figure', {}, element('img', { src: `data:image/png;base64,${pngBase64}`, alt, class: 'chart' }));
}

function renderChart({ title, points }, alt) {
  const most = Math.max(1, ...points.map(({ value }) => value));
  const bars = points.map(({ label, value }) => {
    const bar = element('div', { class: 'bar', title: `${label}: ${value}` });
    // Set by script: the page allows no styles in its markup.
    bar.style.blockSize = `${(100 * value) / most}%`;
    return bar;
  });
  return element(
    'figure',
    { class: 'chart' },
    element('figcaption', { dir: 'auto' }, title),
    element(
      'div',
      { class: 'bars', role: 'img', 'aria-label': alt },
      element('span', { class: 'most' }, String(most)),
      bars,
    ),
    element(
      'div',
      { class: 'chart-ends', 'aria-hidden': 'true' },
      element('span', {}, points[0]?.label ?? ''),
      element('span', {}, points.at(-1)?.label ?? ''),
    ),
  );
}

function renderSources({ sources }, { language }) {
  const cited = sources.filter(({ isLinked }) => !isLinked);
  if (cited.length === 0) return '';
  const items = cited.map(({ number, title, url, publishedAt }) =>
    element(
      'li',
      { value: String(number), dir: 'auto' },
      outwardLink(url, {}, title),
      element(
        'span',
        { class: 'muted' },
        ` ${[hostOf(url), shortDay(publishedAt, language)].filter(Boolean).join(', ')}`,
      ),
    ),
  );
  return element(
    'details',
    { class: 'sources' },
    element('summary', {}, counted(words.sources, cited.length)),
    element('ol', {}, items),
  );
}

function hostOf(url) {
  return isWebAddress(url) ? new URL(url).hostname.replace(/^www\./u, '') : '';
}

const styles = { strong: 'strong', emphasis: 'em', code: 'code', struck: 's' };

/** Spans as inline elements. `sources` maps the numbers of citations to what they cite; `language` is that of the message. */
function renderSpans(spans, { sources, language, mentions, onAction }) {
  return spans.flatMap((span, index) => {
    switch (span.kind) {
      case 'text':
        // The frame of a mark sets it apart.
        if (span.text === ' \u00B7 ' && isMark(spans[index + 1])) return ' ';
        return span.opens && onAction ? renderOpening(span, onAction) : renderText(span, mentions);
      case 'quoted':
        return element('q', {}, span.text);
      case 'link':
        return outwardLink(span.url, {}, span.text);
      case 'channel':
        return element('a', { href: `#${encodeURIComponent(span.id)}` }, `#${span.id}`);
      case 'citation':
        return renderCitation(span, sources.get(span.number));
      case 'time':
        return timeElement(span, language);
      default:
        return '';
    }
  });
}

/** Whether all words are a source's own, so that the whole block is marked instead of each span. Only quotations are struck out. */
function isQuotedBlock(spans) {
  const isQuoted = ({ kind, style }) => kind === 'quoted' || style === 'struck';
  const isSilent = (span) => span.kind === 'citation' || (span.kind === 'text' && !/[\p{L}\p{N}]/u.test(span.text));
  return spans.some(isQuoted) && spans.every((span) => isQuoted(span) || isSilent(span));
}

/** Whether it is a mark such as UPDATE, no command and no example. */
const isMark = (span) => span?.style === 'code' && /^[\p{Lu}\p{Lo}\p{M} ]+$/u.test(span.text);

function renderText(span, mentions) {
  const { text: given, style } = span;
  // A dot between two parts never begins a line.
  const text = given.replaceAll(' \u00B7 ', '\u00A0\u00B7 ');
  // Code is an example, which is shown as it is typed.
  const nodes = style === 'struck' || (style === 'code' && /\s/u.test(text)) ? [text] : withCommands(text, mentions);
  if (isMark(span)) return element('code', { class: 'label' }, nodes);
  if (style === 'muted') return element('span', { class: 'muted' }, nodes);
  return style && styles[style] ? element(styles[style], {}, nodes) : nodes;
}

function renderOpening({ text, opens }, onAction) {
  return inlineButton(text, (event) => whileBusy(event.currentTarget, () => onAction(opens)));
}

/** A button whose label breaks between lines as the text around it, which a `button` element cannot. */
function inlineButton(label, press) {
  const onKey = (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    press(event);
  };
  return element('a', { role: 'button', tabindex: '0', class: 'command', on: { click: press, keydown: onKey } }, label);
}

/** What can be a command in a text, between the marks of chat/command-mentions.ts. */
const mention = /(?<=^|[\s("\u200E\u201C\u201E\u00AB\u00B7\uFF1A\uFF1B\u3002\uFF0C\u3001])\/([a-z]+)(?![\w/])/gu;

function withCommands(text, mentions) {
  if (!mentions) return [text];
  const nodes = [];
  let end = 0;
  for (const { index, 0: line, 1: name } of text.matchAll(mention)) {
    if (!mentions.names.has(name)) continue;
    nodes.push(
      text.slice(end, index),
      inlineButton(line, () => mentions.run(line)),
    );
    end = index + line.length;
  }
  return [...nodes, text.slice(end)].filter((node) => node !== '');
}

function renderCitation({ number, url }, source) {
  const label = [`${words.source} ${number}`, source?.title].filter(Boolean).join(': ');
  return outwardLink(url, { class: 'citation', title: source?.title, 'aria-label': label }, `[${number}]`);
}

/** Buttons, links and selects. While an action is under way its button is busy, so that nobody presses it twice. */
function renderActions(items, onAction) {
  return element(
    'div',
    { class: 'actions' },
    items.map((item) => actionRenderers[item.kind]?.(item, onAction)),
  );
}

const actionRenderers = {
  button: ({ label, action, value = '', tone }, onAction) => {
    const press = (event) => whileBusy(event.currentTarget, () => onAction({ action, value }));
    return element('button', { type: 'button', class: tone, on: { click: press } }, label);
  },

  'link-button': ({ label, url }) => outwardLink(url, { class: 'button' }, label),

  // A choice is sent by its button: with a keyboard, a select changes at every step through its options.
  select: ({ label, action, options }, onAction) => {
    const select = element(
      'select',
      { 'aria-label': label },
      element('option', { value: '' }, label),
      options.map((option) => element('option', { value: option.value, title: option.description }, option.label)),
    );
    const choose = (event) =>
      select.selectedIndex > 0 && whileBusy(event.currentTarget, () => onAction({ action, value: select.value }));
    const button = element(
      'button',
      { type: 'button', disabled: true, 'aria-label': `${words.choose}: ${label}`, on: { click: choose } },
      words.choose,
    );
    select.addEventListener('change', () => {
      button.disabled = select.selectedIndex === 0;
    });
    return element('span', { class: 'select' }, select, button);
  },
};

async function whileBusy(button, work) {
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  await work().finally(() => button.removeAttribute('aria-busy'));
}

const rightToLeft = /^(?:ar|fa|he|ps|ur)(?:-|$)/u;
const rightToLeftLetter = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** The way our own words run in a language; undefined, for the direction of the page, where none is given. */
function directionOf(language) {
  if (language === undefined) return undefined;
  return rightToLeft.test(language) ? 'rtl' : 'ltr';
}

/**
 * The way a block runs: by its first word, as browsers tell; but our own words from right to left stay so when a name or command in
 * Latin letters comes first.
 */
function blockDirection(spans, language) {
  if (directionOf(language) !== 'rtl') return 'auto';
  return spans.some(({ kind, text }) => kind === 'text' && rightToLeftLetter.test(text)) ? 'rtl' : 'auto';
}
