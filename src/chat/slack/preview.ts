import type { Form, MessageBlock } from '../message.ts';
import type { PreviewRenderer } from '../preview.ts';
import { marks } from './find-posts.ts';
import { renderForm } from './forms.ts';
import { postArguments } from './post.ts';
import { type CommandNaming, nameCommands, renderMessage } from './render-message.ts';

type Picture = Extract<MessageBlock, { kind: 'picture' }>;

/** Placeholders for ids that only Slack gives, where nothing is sent. */
const standIn = { channel: 'C0CHANNEL', post: '1234567890.123456', file: (index: number) => `F0PICTURE${index + 1}` };

/** What `chat.postMessage` would be called with, by the same functions that post. */
export function createSlackPreview(naming: CommandNaming): PreviewRenderer {
  return (message, { deliveryId } = {}) => {
    const named = nameCommands(message, naming);
    const uploaded = named.blocks
      .filter((block): block is Picture => block.kind === 'picture')
      .map((picture, index) => [picture, standIn.file(index)] as const);
    const pages = renderMessage(named, { pictures: new Map(uploaded) });
    return {
      messages: pages.map((page, index) => {
        const first = deliveryId === undefined ? {} : { mark: marks.delivery(deliveryId) };
        const further = { root: standIn.post, mark: marks.part(standIn.post) };
        return postArguments(standIn.channel, page, index === 0 ? first : further);
      }),
      pictures: Object.fromEntries(uploaded.map(([{ pngBase64 }, id]) => [id, pngBase64])),
    };
  };
}

/** The view that `views.open` would be called with for a form. */
export function previewSlackForm(form: Form, locale: string): object {
  const { action, reference } = form;
  const metadata = { channelId: standIn.channel, ...(reference !== undefined && { reference }) };
  return renderForm(form, `form:${action}`, { metadata, locale });
}
