import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { OperatorView } from '../../services/operator-view.ts';
import type { Catalog } from '../../wording/catalog.ts';
import { wordingFor } from '../../wording/wording-for.ts';
import type { Message } from '../message.ts';
import { acceptedLanguages } from './accepted-languages.ts';

/** What the operator's view asks of the service. */
export interface OperatorSource {
  view(say: Catalog): Promise<OperatorView>;
  search(words: string, say: Catalog): Promise<Message>;
}

const longestSearch = 400;

/** The operator's view as JSON: everything at once, and a search of the archive. */
export function operatorRoutes({ view, search }: OperatorSource): Hono {
  const routes = new Hono();
  const wordsFor = (context: Context): Catalog =>
    wordingFor(...acceptedLanguages(context.req.header('accept-language')));
  routes.get('/operator', async (context) => context.json(await view(wordsFor(context))));
  routes.get('/operator/search', async (context) => {
    const words = context.req.query('words')?.trim() ?? '';
    if (!words) throw new HTTPException(400, { message: 'There is nothing to search for. Type a word or a name.' });
    if (words.length > longestSearch)
      throw new HTTPException(400, { message: `That is too long to search for. Use ${longestSearch} characters.` });
    return context.json({ message: await search(words, wordsFor(context)) });
  });
  return routes;
}
