import { readdir, readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Context, Hono } from 'hono';
import type { Catalog } from '../../wording/catalog.ts';
import { type Message, pluralForms } from '../../wording/message.ts';
import { type Access, type PageEnv, requireOperator, requireUser } from './access.ts';
import { catalogOf } from './read-request.ts';

export interface PageRoutesOptions {
  /** Whether there is an operator's view to show. */
  readonly operator: boolean;
  readonly access: Access;
}

// Revalidated always: after an update of the service no page may run old code.
const current = 'no-cache';
const fontsKept = 'max-age=86400';

const chatPage = { path: '/', name: 'index.html', wordsOf: ({ page }: Catalog) => page };
/** The page that a first start serves instead of all others. */
export const setupPage: PageKind = { name: 'setup.html', wordsOf: ({ page, setup }) => ({ ...page, ...setup }) };
const loginPage = (name: string) => ({ path: '/login', name, wordsOf: ({ page }: Catalog) => page });
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
export async function pageRoutes({ operator, access }: PageRoutesOptions): Promise<Hono<PageEnv>> {
  const { show, assets } = await readPages();
  const page = new Hono<PageEnv>();
  page.use('/', requireUser(access));
  page.use('/operator', requireUser(access), requireOperator);
  for (const { path, ...kind } of [
    chatPage,
    ...(operator ? [operatorPage] : []),
    ...(access.loginDocument ? [loginPage(access.loginDocument)] : []),
  ]) {
    page.get(path, (context) => show(context, kind));
  }
  // Whoever set it up may load that page again.
  page.get('/setup', (context) => context.redirect('/', 303));
  page.route('/', assets);
  return page;
}

/** A page: its file, and the words that it and its scripts use. */
interface PageKind {
  readonly name: string;
  wordsOf(say: Catalog): PageParts['words'];
}

/** The pages as they are served. */
export interface Pages {
  /** Answers with a page in the reader's language. */
  show(context: Context, kind: PageKind): Response | Promise<Response>;
  /** Scripts, styles and fonts, under `/page/`. */
  readonly assets: Hono;
}

/** Reads the files of all pages once. */
export async function readPages(): Promise<Pages> {
  const [files, fonts] = await Promise.all([readPageFiles(), listFontFiles()]);
  const textOf = (name: string): string => files.get(name)?.body ?? '';
  const page = new Hono();
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
  return {
    show(context, { name, wordsOf }) {
      const say = catalogOf(context);
      const headers = { 'Cache-Control': current, Vary: 'Accept-Language', 'Content-Language': say.locale };
      const parts = { html: textOf(name), head: textOf('head.html'), words: wordsOf(say) };
      return context.html(fillPage(parts, say), 200, headers);
    },
    assets: page,
  };
}

/** The words of the page, as its scripts read them. */
interface PageWords {
  readonly locale: string;
  readonly words: Readonly<Record<string, unknown>>;
}

type PluralMessage = Message<readonly [count: number]>;

interface PageParts {
  readonly html: string;
  readonly head: string;
  /** Words, plurals, and groups of words for the scripts. */
  readonly words: Readonly<Record<string, string | PluralMessage | Readonly<Record<string, string>>>>;
}

/** A page in a language: `{{head}}` becomes what all pages begin with, `{{send}}` that word, `"{{words}}"` all of them as JSON for the scripts. */
function fillPage({ html, head, words: given }: PageParts, { locale, dir }: Pick<Catalog, 'locale' | 'dir'>): string {
  const words = Object.fromEntries(
    Object.entries(given).map(([name, word]) => [name, typeof word === 'function' ? pluralForms(word) : word]),
  );
  const marked = html
    .replace('{{head}}', head.trimEnd())
    .replace('lang="en" dir="ltr"', `lang="${locale}" dir="${dir}"`);
  return marked.replace(/"\{\{words\}\}"|\{\{(\w+)\}\}/gu, (mark, name: string | undefined) => {
    if (name === undefined) return jsonInHtml({ locale, words });
    const word: unknown = words[name];
    if (typeof word !== 'string') throw new Error(`The page asks for ${mark}, which is no word`);
    return escapeHtml(word);
  });
}

/** JSON that no script element ends early. */
function jsonInHtml(words: PageWords): string {
  return JSON.stringify(words).replaceAll('<', '\\u003c');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A file of the page as it is served. */
interface PageFile {
  readonly contentType: string;
  readonly body: string;
}

const folder = new URL('./page/', import.meta.url);
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The files of the page by name, read once: nothing else in the file system can be asked for. */
async function readPageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const names = (await readdir(folder)).filter((name) => contentTypes[extname(name)] !== undefined);
  const files = names.map(async (name) => {
    const body = await readFile(new URL(name, folder), 'utf8');
    return [name, { contentType: contentTypes[extname(name)] ?? '', body }] as const;
  });
  return new Map(await Promise.all(files));
}

/** Style sheets of font packages, by the name under which the page asks for them. */
const sheets: Readonly<Record<string, string>> = {
  'inter/400.css': '@fontsource/inter/400.css',
  'inter/600.css': '@fontsource/inter/600.css',
  'source-serif/index.css': '@fontsource-variable/source-serif-4/index.css',
};

/**
 * The files of the page's fonts, by the path after `/page/fonts/`: the packages' own style sheets and whatever these name, so that the
 * page looks the same everywhere and asks no other host.
 */
async function listFontFiles(): Promise<ReadonlyMap<string, string>> {
  const listed = await Promise.all(
    Object.entries(sheets).map(async ([name, specifier]) => {
      const path = fileURLToPath(import.meta.resolve(specifier));
      const css = await readFile(path, 'utf8');
      const files = Array.from(css.matchAll(/url\(\.\/(files\/[\w-]+\.woff2)\)/gu), ([, file = '']) => file);
      const folder = dirname(name);
      return [[name, path] as const, ...files.map((file) => [`${folder}/${file}`, join(dirname(path), file)] as const)];
    }),
  );
  return new Map(listed.flat());
}
