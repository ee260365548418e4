import { blockDirection, directionOf } from './direction.js';
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
  const { language, accent = '' } = message;
  const context = { sources, onAction, language };
  const blocks = message.blocks.map((block) => renderers[block.kind]?.(block, context)).filter(Boolean);
  if (blocks.length === 0) blocks.push(element('p', { dir: 'auto' }, message.summary));
  return element('div', { class: 'message', lang: language, dir: directionOf(language), data: { accent } }, blocks);
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
  // A dot never stands on a line of its own.
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

/** A picture of our own comes within the message. */
function renderPicture({ pngBase64, alt }) {
  return element('figure', {}, element('img', { src: `data:image/png;base64,${pngBase64}`, alt, class: 'chart' }));
}

function renderSources({ sources }, { language }) {
  const items = sources.map(({ number, title, url, publishedAt }) =>
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
    element('summary', {}, counted(words.sources, sources.length)),
    element('ol', {}, items),
  );
}

function hostOf(url) {
  return isWebAddress(url) ? new URL(url).hostname.replace(/^www\./u, '') : '';
}
