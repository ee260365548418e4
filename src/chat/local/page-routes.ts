import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import type { Catalog } from '../../wording/catalog.ts';
import { wordingFor } from '../../wording/wording-for.ts';
import { acceptedLanguages } from './accepted-languages.ts';
import { fillPage } from './fill-page.ts';
import { readPageFiles } from './page-files.ts';
import { listFontFiles } from './page-fonts.ts';

export interface PageRoutesOptions {
  /** Whether there is an operator's view to show. */
  readonly operator: boolean;
}

// Revalidated always: after an update of the service no page may run old code.
const current = 'no-cache';
const fontsKept = 'max-age=86400';

const chatPage = { path: '/', name: 'index.html', wordsOf: ({ page }: Catalog) => page };
const operatorPage = {
  path: '/operator',
  name: 'operator.html',
  wordsOf: ({ page, operator, service, subscription }: Catalog) => ({
    ...page,
    ...operator,
    title: page.operator,
    deliveryStates: service.status.states,
    subscriptionStates: subscription.states,
  }),
};

/** The page itself: its documents in the reader's language, its scripts, styles and fonts. */
export async function pageRoutes({ operator }: PageRoutesOptions): Promise<Hono> {
  const [files, fonts] = await Promise.all([readPageFiles(), listFontFiles()]);
  const page = new Hono();
  const textOf = (name: string): string => files.get(name)?.body ?? '';
  for (const { path, name, wordsOf } of operator ? [chatPage, operatorPage] : [chatPage]) {
    page.get(path, (context) => {
      const say = wordingFor(...acceptedLanguages(context.req.header('accept-language')));
      const headers = { 'Cache-Control': current, Vary: 'Accept-Language', 'Content-Language': say.locale };
      const parts = { html: textOf(name), head: textOf('head.html'), words: wordsOf(say) };
      return context.html(fillPage(parts, say), 200, headers);
    });
  }
  page.get('/page/fonts/:family/:name{.+}', async (context) => {
    const { family, name } = context.req.param();
    const path = fonts.get(`${family}/${name}`);
    if (path === undefined) return context.notFound();
    const type = path.endsWith('.css') ? 'text/css; charset=utf-8' : 'font/woff2';
    return context.body(await readFile(path), 200, { 'Content-Type': type, 'Cache-Control': fontsKept });
  });
  page.get('/page/:name', (context) => {
    const file = files.get(context.req.param('name'));
    if (!file || file.contentType.startsWith('text/html')) return context.notFound();
    return context.body(file.body, 200, { 'Content-Type': file.contentType, 'Cache-Control': current });
  });
  return page;
}
