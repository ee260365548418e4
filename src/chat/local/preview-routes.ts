import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Previews } from '../preview.ts';
import { acceptedLanguages } from './accepted-languages.ts';
import { apiRequests } from './api-requests.ts';
import type { LocalChat } from './local-chat.ts';
import type { PrivateAnswers } from './private-answers.ts';
import { bodyOf } from './read-request.ts';

export interface PreviewRoutesOptions {
  readonly chat: LocalChat;
  readonly privateAnswers: PrivateAnswers;
  readonly previews: Previews;
}

/** As far back as the page shows. */
const postsShown = 200;

/** What Slack and Discord would be sent for a message on the page, and for a form that it opened. */
export function previewRoutes({ chat, privateAnswers, previews }: PreviewRoutesOptions): Hono {
  const routes = new Hono();
  routes.get('/channels/:channel/messages/:id/previews', async (context) => {
    const { channel, id } = context.req.param();
    const answer = privateAnswers.find(id);
    if (answer) return context.json(await previews.ofMessage(answer, {}));
    const post = (await chat.recent(channel, { limit: postsShown })).find((each) => each.id === id);
    if (!post) throw new HTTPException(404, { message: 'This message is not there any more. Ask again to see it.' });
    const { message, deliveryId } = post;
    return context.json(await previews.ofMessage(message, deliveryId === undefined ? {} : { deliveryId }));
  });
  routes.post('/forms/previews', async (context) => {
    const { form } = await bodyOf(context, apiRequests.formPreview);
    const [locale = 'en'] = acceptedLanguages(context.req.header('accept-language'));
    return context.json(await previews.ofForm(form, locale));
  });
  return routes;
}
