import { describe, expect, it } from 'vitest';
import { fetchPage } from '../../src/articles/fetch-page.ts';
import { parseHere } from '../../src/ingest/document-parser.ts';
import type { Http } from '../../src/runtime/http.ts';
import { HttpError } from '../../src/runtime/http-error.ts';
import { reason } from '../../src/wording/reason.ts';

const url = 'https://www.dw.com/en/x/a-1';
const html =
  '<article><header><h1>Headline</h1></header><div class="rich-text"><p>It opened at noon.</p></div></article>';

function answering(body: string | HttpError, { status = 200, type = 'text/html; charset=utf-8' } = {}): Http {
  return {
    async get() {
      if (body instanceof HttpError) throw body;
      return { url, status, headers: new Headers({ 'content-type': type }), body: new TextEncoder().encode(body) };
    },
  };
}

const page = (http: Http, kind: 'article' | 'video' = 'article', allowed = true) =>
  fetchPage({ url, kind }, { http, documents: parseHere, robots: { allows: async () => allowed } });

describe('fetchPage', () => {
  it('extracts what it fetched', async () => {
    expect(await page(answering(html))).toMatchObject({
      kind: 'extracted',
      page: { headline: 'Headline', blocks: [{ text: 'It opened at noon.' }] },
    });
  });

  it.each([
    ['kind', page(answering(html), 'video')],
    ['robots', page(answering(html), 'article', false)],
    ['not-html', page(answering('%PDF', { type: 'application/pdf' }))],
    ['no-text', page(answering('<article><header><h1>Only a video</h1></header></article>'))],
  ])('skips for reason %s', async (reason, result) => {
    expect(await result).toEqual({ kind: 'skipped', reason });
  });

  it.each([
    [{ reason: 'status', status: 410 }, page(answering('gone', { status: 410 }))],
    [{ reason: 'timeout' }, page(answering(new HttpError('timeout', url, reason('timeout', { seconds: '15' }))))],
  ])('fails with %j', async (facts, result) => {
    expect(await result).toMatchObject({ kind: 'failed', error: { url, ...facts } });
  });
});
