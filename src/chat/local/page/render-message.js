import { element, isWebAddress, outwardLink } from './element.js';
import { shortDay } from './format-time.js';
import { renderActions } from './render-actions.js';
import { isQuotedBlock, renderSpans } from './render-spans.js';
import { counted, words } from './words.js';

/** A message as elements. `onAction` is called with the action and value of what was pressed or chosen. */
export function renderMessage(message, onAction) {
  const sources = new Map(
    message.blocks
      .flatMap((block) => (block.kind === 'sources' ? block.sources : []))
      .map((source) => [source.number, source]),
  );
  const context = { sources, onAction };
  const blocks = message.blocks.map((block) => renderers[block.kind]?.(block, context)).filter(Boolean);
  if (blocks.length === 0) blocks.push(element('p', { dir: 'auto' }, message.summary));
  return element('div', { class: 'message', data: { accent: message.accent ?? '' } }, blocks);
}

const renderers = {
  heading: ({ level, spans }, { sources }) =>
    element(level === 1 ? 'h3' : 'h4', { dir: 'auto' }, renderHeading(spans, sources)),

  paragraph: ({ spans }, { sources }) =>
    element('p', { dir: 'auto', class: isQuotedBlock(spans) && 'quoted' }, renderSpans(spans, sources)),

  list: ({ ordered, items }, { sources }) =>
    element(
      ordered ? 'ol' : 'ul',
      {},
      items.map((spans) => element('li', { dir: 'auto' }, renderSpans(spans, sources))),
    ),

  fields: ({ fields }, { sources }) =>
    element(
      'dl',
      {},
      fields.map(({ name, value }) =>
        element(
          'div',
          {},
          element('dt', { dir: 'auto' }, name),
          element('dd', { dir: 'auto' }, renderSpans(value, sources)),
        ),
      ),
    ),

  image: renderImage,

  picture: renderPicture,

  context: ({ spans }, { sources }) => element('p', { dir: 'auto', class: 'context' }, renderSpans(spans, sources)),

  divider: () => element('hr'),

  sources: renderSources,

  actions: ({ items }, { onAction }) => renderActions(items, onAction),
};

/** `1  Title`: the number by which commands name a story stands out. */
function renderHeading([first, ...rest], sources) {
  const [, number, title] = (first?.kind === 'text' && /^(\d{1,3}[.)]?)\s+(.*)$/su.exec(first.text)) || [];
  if (number === undefined) return renderSpans([first, ...rest], sources);
  return [element('span', { class: 'number' }, number), ...renderSpans([{ ...first, text: title }, ...rest], sources)];
}

/** Pictures of other hosts are named, not loaded: they would tell that host who reads what. */
function renderImage({ url, alt, caption }, { sources }) {
  const isOwn =
    isWebAddress(new URL(url, location.href).href) && new URL(url, location.href).origin === location.origin;
  const picture = isOwn
    ? element('img', { src: url, alt, loading: 'lazy' })
    : element('p', { class: 'context' }, `${words.picture}: `, outwardLink(url, {}, alt || words.openPicture));
  return element(
    'figure',
    {},
    picture,
    caption && element('figcaption', { dir: 'auto' }, renderSpans(caption, sources)),
  );
}

/** A picture of our own comes within the message. */
function renderPicture({ pngBase64, alt }) {
  return element('figure', {}, element('img', { src: `data:image/png;base64,${pngBase64}`, alt, class: 'chart' }));
}

function renderSources({ sources }) {
  const items = sources.map(({ number, title, url, publishedAt }) =>
    element(
      'li',
      { value: String(number), dir: 'auto' },
      outwardLink(url, {}, title),
      element('span', { class: 'muted' }, ` ${[hostOf(url), shortDay(publishedAt)].filter(Boolean).join(', ')}`),
    ),
  );
  return element(
    'details',
    { class: 'sources' },
    element('summary', {}, counted(words.sources, sources.length)),
    element('ol', {}, items),
  );
}

function hostOf(url) {
  return isWebAddress(url) ? new URL(url).hostname.replace(/^www\./u, '') : '';
}
