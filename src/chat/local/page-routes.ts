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

/** The page itself: its documents in the reader's language, its scripts, styles and fonts. */
export async function pageRoutes({ operator }: PageRoutesOptions): Promise<Hono> {
  const [files, fonts] = await Promise.all([readPageFiles(), listFontFiles()]);
  const page = new Hono();
  const textOf = (name: string): string => files.get(name)?.body ?? '';
  const filled = (name: string, wording: Catalog): string =>
    fillPage({ html: textOf(name), head: textOf('head.html') }, wording);
  page.get('/', (context) => {
    const wording = wordingFor(...acceptedLanguages(context.req.header('accept-language')));
    const headers = { 'Cache-Control': current, Vary: 'Accept-Language', 'Content-Language': wording.locale };
    return context.html(filled('index.html', wording), 200, headers);
  });
  if (operator) {
    // In English, as all that operators read.
    const view = filled('operator.html', wordingFor('en'));
    page.get('/operator', (context) => context.html(view, 200, { 'Cache-Control': current }));
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
