/** Makes an element. Texts become text nodes, never markup; undefined and false are left out. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (key === 'on') for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    else if (key === 'data') Object.assign(made.dataset, value);
    else made.setAttribute(key, value === true ? '' : cleanText(value));
  }
  const present = children.flat().filter((child) => child !== undefined && child !== false);
  made.append(...present.map((child) => (typeof child === 'string' ? cleanText(child) : child)));
  return made;
}

/** A link that opens elsewhere, or the bare text where the address is not one of the web. */
export function outwardLink(url, properties, ...children) {
  if (!isWebAddress(url)) return element('span', properties, ...children);
  return element('a', { ...properties, href: url, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

/** Without control characters, and without overrides that reorder what is read (`exe.png` for `gnp.exe`). */
function cleanText(text) {
  return text.replace(/[\t\n\r]/gu, ' ').replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '');
}

export function isWebAddress(url) {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}
