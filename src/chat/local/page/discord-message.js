import { renderMarkdown } from './discord-text.js';
import { element, outwardLink } from './element.js';
import { picture } from './preview-picture.js';

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
