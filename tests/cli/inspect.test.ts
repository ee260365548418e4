import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type InspectKind, runInspect } from '../../src/cli/verbs/inspect.ts';
import { parseHere } from '../../src/ingest/document-parser.ts';
import type { Http } from '../../src/runtime/http.ts';
import { HttpError } from '../../src/runtime/http-error.ts';
import { reason } from '../../src/wording/reason.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const http: Http = {
  async get(url) {
    if (url.endsWith('/hangs')) throw new HttpError('timeout', url, reason('timeout', { seconds: '15' }));
    const body = new TextEncoder().encode('<rss version="2.0"><channel><title>Far</title></channel></rss>');
    return { url, status: url.endsWith('/gone') ? 404 : 200, headers: new Headers(), body };
  },
};

async function inspect(kind: InspectKind, sources: readonly string[], json = false) {
  const written: string[] = [];
  let problem: string | undefined;
  await runInspect(kind, sources, { json, http, documents: parseHere, write: (text) => written.push(text) }).catch(
    (error: unknown) => {
      problem = error instanceof Error ? error.message : String(error);
    },
  );
  return { text: written.join('\n'), problem };
}

describe('runInspect', () => {
  it('shows a feed as a table', async () => {
    const { text, problem } = await inspect('feed', [fixture('feeds/dw-rss2.xml')]);
    expect(problem).toBeUndefined();
    expect(text.split('\n').slice(1)).toEqual([
      '  form      rss2',
      '  title     Deutsche Welle',
      '  language  en',
      '  link      https://www.dw.com/english/',
      '  made      2026-02-03T09:26:30Z',
      '  to live   10 min',
      '  entries   2',
      '',
      "  dw:90000101  article  2026-02-03T08:09Z  Bridge over the Alm reopens, 'for good'",
      '  dw:90000102  live     2026-02-03T07:44Z  Storm updates: €5 million in damage',
      '',
    ]);
  });

  it('shows a page with every field and its first sentences', async () => {
    const { text } = await inspect('page', [fixture('pages/dw-modern.html')]);
    for (const line of [
      '  id        dw:90000101',
      '  read by   dw-modern',
      '  kicker    Society · Austria',
      '  authors   Anna Muster',
      '  place     Grünau',
      '  agencies  AP, dpa',
      '  blocks    5, 2 of them paragraphs, 6 sentences',
      '  0 lead  Traffic flows again over the Alm.',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
  });

  it('says of a page without text of its own that its feed tells it', async () => {
    const { text } = await inspect('page', [fixture('pages/dw-gallery.html')]);
    expect(text.split('\n')).toContain('  kept      from the feed only (kind)');
  });

  it('gives JSON: an object for one source, a list for several', async () => {
    const one = JSON.parse((await inspect('page', [fixture('pages/dw-classic.html')], true)).text);
    expect(one).toMatchObject({
      id: 'dw:90000401',
      kind: 'article',
      method: 'dw-classic',
      paragraphs: 2,
      publishedAt: '2020-01-19T00:00:00Z',
    });
    const two = JSON.parse(
      (await inspect('feed', [fixture('feeds/dw-rdf.xml'), fixture('feeds/dw-atom.xml')], true)).text,
    );
    expect(two).toMatchObject([
      { form: 'rss1', entries: [{ id: 'dw:90000101' }, { id: 'dw:90000102' }] },
      { form: 'atom', entries: [{ id: 'dw:90000101' }, { id: 'dw:90000102' }] },
    ]);
  });

  it('says in a line each what it could not read, after what it could', async () => {
    const sources = [
      '/no/such/file.xml',
      fixture('feeds'),
      fixture('pages/dw-classic.html'),
      'https://example.org/hangs',
      'https://example.org/gone',
    ];
    const { text, problem } = await inspect('feed', [...sources, 'https://example.org/feed']);
    expect(text).toContain('  title     Far');
    expect(text).toContain('  ! The feed lists no entries.');
    expect(problem?.split('\n')).toEqual([
      '/no/such/file.xml: no such file',
      `${fixture('feeds')}: is a folder, not a file`,
      `${fixture('pages/dw-classic.html')}: we received an HTML page instead of a feed`,
      'https://example.org/hangs: no complete response within 15 s',
      'https://example.org/gone: the server answered with status 404',
    ]);
  });

  it('sends a feed taken for a page to the other verb', async () => {
    const { problem } = await inspect('page', [fixture('feeds/dw-rdf.xml')]);
    expect(problem).toMatch(/is a feed\. Use "inspect feed"\.$/);
  });
});
