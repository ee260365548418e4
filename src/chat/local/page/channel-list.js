import { element } from './element.js';
import { words } from './words.js';

/** The channels at the side. The address names the one on view (`#newsroom`), so that links and the back button work. */
export function createChannelList(channels, onShow) {
  const links = new Map(channels.map(({ id }) => [id, element('a', { href: `#${encodeURIComponent(id)}` }, id)]));
  document.getElementById('channels').append(...Array.from(links.values(), (link) => element('li', {}, link)));

  const show = () => {
    const wanted = decodeURIComponent(location.hash.slice(1));
    const id = links.has(wanted) ? wanted : channels[0]?.id;
    if (!id) return;
    for (const [each, link] of links) {
      if (each === id) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    // On a phone the list is a row that scrolls.
    links.get(id).scrollIntoView({ block: 'nearest', inline: 'nearest' });
    setUnread(links.get(id), false);
    onShow(id);
  };
  addEventListener('hashchange', show);
  show();

  return {
    markUnread(id) {
      const link = links.get(id);
      if (link) setUnread(link, true);
    },
  };
}

function setUnread(link, unread) {
  link.classList.toggle('unread', unread);
  link.querySelector('.unread-mark')?.remove();
  if (unread)
    link.append(element('span', { class: 'unread-mark' }, element('span', { class: 'unseen' }, `, ${words.unread}`)));
}
