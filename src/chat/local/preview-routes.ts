import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Message } from '../message.ts';
import type { MessagePreviews } from '../preview.ts';
import type { LocalChat } from './local-chat.ts';
import type { PrivateAnswers } from './private-answers.ts';

export interface PreviewRoutesOptions {
  readonly chat: LocalChat;
  readonly privateAnswers: PrivateAnswers;
  readonly previews: (message: Message, options: { readonly deliveryId?: string }) => Promise<MessagePreviews>;
}

/** As far back as the page shows. */
const postsShown = 200;

/** What Slack and Discord would be sent for a message on the page. */
export function previewRoutes({ chat, privateAnswers, previews }: PreviewRoutesOptions): Hono {
  const routes = new Hono();
  routes.get('/channels/:channel/messages/:id/previews', async (context) => {
    const { channel, id } = context.req.param();
    const answer = privateAnswers.find(id);
    if (answer) return context.json(await previews(answer, {}));
    const post = (await chat.recent(channel, { limit: postsShown })).find((each) => each.id === id);
    if (!post) throw new HTTPException(404, { message: 'This message is not there any more. Ask again to see it.' });
    const { message, deliveryId } = post;
    return context.json(await previews(message, deliveryId === undefined ? {} : { deliveryId }));
  });
  return routes;
}
