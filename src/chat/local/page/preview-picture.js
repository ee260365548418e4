import { element, outwardLink } from './element.js';
import { words } from './words.js';

/** A picture of our own making is shown; one of another host is named, for loading it would tell that host who reads what. */
export function picture(pngBase64, { url, alt }) {
  if (pngBase64) return element('img', { src: `data:image/png;base64,${pngBase64}`, alt: alt ?? '' });
  const name = outwardLink(url ?? '', {}, alt || words.openPicture);
  return element('p', { class: 'preview-absent' }, `${words.picture}: `, name);
}
