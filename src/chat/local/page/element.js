/** Makes an element. Texts become text nodes, never markup; undefined and false are left out. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (key === 'on') for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    else if (key === 'data') Object.assign(made.dataset, value);
    else made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== undefined && child !== false));
  return made;
}

/** A link that opens elsewhere, or the bare text where the address is not one of the web. */
export function outwardLink(url, properties, ...children) {
  if (!isWebAddress(url)) return element('span', properties, ...children);
  return element('a', { ...properties, href: url, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

export function isWebAddress(url) {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}
