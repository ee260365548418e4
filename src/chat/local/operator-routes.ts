import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { OperatorView } from '../../newsroom/operator-view.ts';
import type { Message } from '../message.ts';

/** What the operator's view asks of the service. */
export interface OperatorSource {
  view(): Promise<OperatorView>;
  search(words: string): Promise<Message>;
}

const longestSearch = 400;

/** The operator's view as JSON: everything at once, and a search of the archive. */
export function operatorRoutes({ view, search }: OperatorSource): Hono {
  const routes = new Hono();
  routes.get('/operator', async (context) => context.json(await view()));
  routes.get('/operator/search', async (context) => {
    const words = context.req.query('words')?.trim() ?? '';
    if (!words) throw new HTTPException(400, { message: 'There is nothing to search for. Type a word or a name.' });
    if (words.length > longestSearch)
      throw new HTTPException(400, { message: `That is too long to search for. Use ${longestSearch} characters.` });
    return context.json({ message: await search(words) });
  });
  return routes;
}
