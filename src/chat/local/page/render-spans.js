import { element, outwardLink } from './element.js';
import { timeElement } from './format-time.js';
import { words } from './words.js';

const styles = { strong: 'strong', emphasis: 'em', code: 'code', struck: 's' };

/** Spans as inline elements. `sources` maps the numbers of citations to what they cite; `language` is that of the message. */
export function renderSpans(spans, { sources, language }) {
  return spans.map((span) => {
    switch (span.kind) {
      case 'text':
        return renderText(span);
      case 'quoted':
        return element('q', {}, span.text);
      case 'link':
        return outwardLink(span.url, {}, span.text);
      case 'citation':
        return renderCitation(span, sources.get(span.number));
      case 'time':
        return timeElement(span, language);
      default:
        return '';
    }
  });
}

/** Whether all words are a source's own, so that the whole block is marked instead of each span. */
export function isQuotedBlock(spans) {
  const isSilent = (span) => span.kind === 'citation' || (span.kind === 'text' && !/[\p{L}\p{N}]/u.test(span.text));
  return spans.some(({ kind }) => kind === 'quoted') && spans.every((span) => span.kind === 'quoted' || isSilent(span));
}

function renderText({ text, style }) {
  if (style === 'muted') return element('span', { class: 'muted' }, text);
  return style && styles[style] ? element(styles[style], {}, text) : text;
}

function renderCitation({ number, url }, source) {
  const label = [`${words.source} ${number}`, source?.title].filter(Boolean).join(': ');
  return outwardLink(url, { class: 'citation', title: source?.title, 'aria-label': label }, `[${number}]`);
}
