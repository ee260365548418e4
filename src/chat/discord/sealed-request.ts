import { type APITextDisplayComponent, ComponentType, MessageFlags } from 'discord.js';
import type { RenderedPart } from './render-message.ts';

/** What goes along with a message besides what it says. */
export interface Seal {
  readonly flags?: number;
  /** The id of the one role that is mentioned. Anything but an id mentions nobody. */
  readonly mention?: string;
}

/** Whether Discord can take it for a role's id. */
function isRoleId(mention: string | undefined): mention is string {
  return mention !== undefined && /^\d{1,20}$/u.test(mention);
}

/**
 * A message as Discord takes it. Here alone mentions are allowed, and never by what a text says: one role, where its id was given,
 * https://docs.discord.com/developers/resources/message#allowed-mentions-object.
 */
export function sealedBody({ files = [], ...part }: RenderedPart, { flags = 0, mention }: Seal = {}) {
  const roles = isRoleId(mention) ? [mention] : [];
  return {
    ...part,
    ...mentioning(part, roles),
    flags: part.flags | flags,
    allowed_mentions: { parse: [], ...(roles.length > 0 && { roles }) },
    attachments: files.map(({ name, alt }, index) => ({
      id: String(index),
      filename: name,
      ...(alt && { description: alt }),
    })),
  };
}

/** The files of a message as discord.js uploads them. */
export function uploadsOf({ files }: RenderedPart) {
  if (!files) return {};
  return {
    files: files.map(({ name, pngBase64 }) => ({
      name,
      data: Buffer.from(pngBase64, 'base64'),
      contentType: 'image/png',
    })),
  };
}

function mentioning({ components, flags }: RenderedPart, [role]: readonly string[]) {
  if (role === undefined) return {};
  if ((flags & MessageFlags.IsComponentsV2) === 0) return { content: `<@&${role}>` };
  const text: APITextDisplayComponent = { type: ComponentType.TextDisplay, content: `<@&${role}>` };
  return { components: [text, ...components] };
}
