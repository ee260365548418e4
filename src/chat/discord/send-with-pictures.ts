import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIEmbed,
  ComponentType,
  RESTJSONErrorCodes,
} from 'discord.js';
import { hasCode } from './discord-error.ts';
import { escapeText } from './escape-text.ts';
import type { ActionRow, PictureFile } from './pieces.ts';
import type { RenderedPart } from './render-message.ts';

/** Sends a part; where we may not attach files, once more with its pictures told in words. */
export async function sendWithPictures<Result>(
  part: RenderedPart,
  send: (part: RenderedPart) => Promise<Result>,
): Promise<Result> {
  try {
    return await send(part);
  } catch (error) {
    if (!part.files || !hasCode(error, RESTJSONErrorCodes.MissingPermissions)) throw error;
    return send(withoutPictures(part));
  }
}

/** What stands in for a picture of ours, in small print. */
export function pictureWords({ alt }: Pick<PictureFile, 'alt'>): string {
  return `-# ${escapeText(alt) || '(a picture that cannot be shown here)'}`;
}

function withoutPictures({ files = [], components, embeds, ...part }: RenderedPart): RenderedPart {
  const words = new Map(files.map((file) => [`attachment://${file.name}`, pictureWords(file)]));
  return {
    ...part,
    components: components.map((row) => inWords(row, words)),
    ...(embeds && { embeds: embedsInWords(embeds, words) }),
  };
}

type Words = ReadonlyMap<string, string>;

function inWords(row: APIContainerComponent | ActionRow, words: Words): APIContainerComponent | ActionRow {
  if (row.type !== ComponentType.Container) return row;
  return { ...row, components: row.components.map((component) => componentInWords(component, words)) };
}

/** Its id stays: it may be half of a delivery's mark. */
function componentInWords(component: APIComponentInContainer, words: Words): APIComponentInContainer {
  if (component.type !== ComponentType.MediaGallery) return component;
  const content = component.items.flatMap(({ media }) => words.get(media.url) ?? []).join('\n');
  if (content === '') return component;
  return { type: ComponentType.TextDisplay, content, ...(component.id !== undefined && { id: component.id }) };
}

/** All in the first: it holds the lines of the message, the others a picture each. */
function embedsInWords(embeds: readonly APIEmbed[], words: Words): APIEmbed[] {
  const isOurs = ({ image }: APIEmbed) => image !== undefined && words.has(image.url);
  const [first = {}, ...others] = embeds;
  const { image, description = '', ...look } = first;
  const lines = [description, ...words.values()].filter(Boolean).join('\n');
  const kept = image && !isOurs(first) ? { image } : {};
  return [{ ...look, description: lines, ...kept }, ...others.filter((embed) => !isOurs(embed))];
}
