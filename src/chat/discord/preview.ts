import type { Form } from '../message.ts';
import type { PreviewRenderer } from '../preview.ts';
import { renderForm } from './components.ts';
import { continuationMark, deliveryMark, nonceOf, withMark } from './delivery-mark.ts';
import { type MessageStyle, type RenderedPart, renderMessage } from './render-message.ts';
import { sealedBody } from './sender.ts';

/** What Discord's "Create Message" would be sent, by the same functions that post. */
export function createDiscordPreview(style: MessageStyle): PreviewRenderer {
  return (message, { deliveryId } = {}) => {
    const parts = renderMessage(message, style);
    const seed = deliveryId ?? 'preview';
    const marked = (part: RenderedPart, index: number) => {
      if (index > 0) return withMark(part, continuationMark(index - 1));
      return deliveryId === undefined ? part : withMark(part, deliveryMark(deliveryId));
    };
    return {
      messages: parts.map((part, index) => ({
        ...sealedBody(marked(part, index)),
        nonce: nonceOf(seed, index),
        enforce_nonce: true,
      })),
      pictures: Object.fromEntries(
        parts.flatMap(({ files = [] }) => files.map(({ name, pngBase64 }) => [name, pngBase64])),
      ),
    };
  };
}

/** The modal that an interaction would be answered with for a form. */
export function previewDiscordForm(form: Form): object {
  return renderForm(form);
}
