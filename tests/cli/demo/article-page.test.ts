import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { parseBody } from '../../../src/cli/demo/sample-edition/article-body.ts';
import { articlePage } from '../../../src/cli/demo/sample-edition/article-page.ts';
import type { SampleArticle } from '../../../src/cli/demo/sample-edition/sample-article.ts';

const article: SampleArticle = {
  id: '62400007',
  revision: 2,
  kind: 'a',
  language: 'de',
  slug: 'außenminister-in-tokio',
  headline: 'Außenminister in "Tokio"',
  kicker: { topic: 'Politik', region: 'Japan' },
  lead: 'Ein Besuch.',
  publishedAt: Temporal.Instant.from('2022-07-04T22:30:00Z'),
  modifiedAt: Temporal.Instant.from('2022-07-05T09:05:31Z'),
  authors: ['Erika Muster'],
  feeds: ['rss-de-all'],
  category: 'Welt',
  pictures: [{ id: '62400008', caption: 'Am Flughafen', credit: 'Zeichnung' }],
  agency: 'ab/cd (afp, dpa)',
  blocks: parseBody(
    'Ein Satz mit [Verweis](/de/a/a-1).\n\n## Weiter\n\n- eins\n- zwei\n\n![62400009](Zu zweit | Zeichnung)',
  ),
};
const other: SampleArticle = { ...article, id: '62400001', headline: 'Anderes Thema' };
const imageBaseUrl = 'https://images.example';

describe('articlePage', () => {
  const { document } = parseHTML(articlePage({ article, others: [other, other], imageBaseUrl }));
  const text = (selector: string) => document.querySelector(selector)?.textContent;

  it('names the article under www.dw.com: encoded in the canonical link, raw in JSON-LD', () => {
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      'https://www.dw.com/de/au%C3%9Fenminister-in-tokio/a-62400007',
    );
    expect(JSON.parse(text('script[type="application/ld+json"]') ?? '')).toMatchObject({
      mainEntityOfPage: { '@id': 'https://www.dw.com/de/außenminister-in-tokio/a-62400007' },
      headline: article.headline,
      author: [{ name: 'Erika Muster' }],
      datePublished: '2022-07-04T22:30:00.000Z',
      dateModified: '2022-07-05T09:05:31.000Z',
    });
  });

  it('has the header in DW form: kicker without a blank, date in two spellings, by the day in Berlin', () => {
    expect(text('article header h1')).toBe(article.headline);
    expect(text('article header .kicker')).toBe('PolitikJapan');
    expect(text('article header .time-area')).toBe('05.07.20225. Juli 2022');
    expect(text('article header p.teaser-text')).toBe('Ein Besuch.');
    expect(text('title')).toBe('Außenminister in "Tokio" – DW – 05.07.2022');
  });

  it('has the body in one container that ends with the agency line', () => {
    const body = document.querySelector('article div.rich-text');
    expect([...(body?.children ?? [])].map(({ tagName }) => tagName)).toEqual(['P', 'H2', 'UL', 'SPAN', 'FIGURE', 'P']);
    expect(body?.lastElementChild?.textContent).toBe('ab/cd (afp, dpa)');
    expect(text('article div.rich-text figcaption')).toBe('Zu zweitBild: Zeichnung');
    expect(document.querySelector('figure img[data-id]')?.getAttribute('data-url')).toBe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: DW's pages hold this text literally.
      'https://images.example/image/62400009_${formatId}.jpg',
    );
  });

  it('keeps other stories outside the article', () => {
    expect(document.body.textContent).toContain('Anderes Thema');
    expect(text('article')).not.toContain('Anderes Thema');
  });

  it.each([
    ['g', 'Am Flughafen'],
    ['video', 'To view this video please enable JavaScript'],
  ] as const)('shows no text on a %s page but its own', (kind, expected) => {
    const page = parseHTML(articlePage({ article: { ...article, kind }, others: [], imageBaseUrl })).document;
    expect(page.querySelector('article .rich-text')).toBeNull();
    expect(page.querySelector('article')?.textContent).toContain(expected);
  });

  it('repeats heading and date around every post of a live blog and closes it with a short link', () => {
    const blocks = parseBody('## 2022-07-05T09:00:00Z Neu\n\nText.\n\n## 2022-07-05T08:00:00Z Alt\n\nText.');
    const page = parseHTML(articlePage({ article: { ...article, kind: 'live', blocks }, others: [], imageBaseUrl }));
    const posts = [...page.document.querySelectorAll('.liveblog-post')].map(({ textContent }) => textContent);
    expect(posts).toEqual([
      expect.stringMatching(
        /^Den nächsten Abschnitt Neu überspringen05.07.20225. Juli 2022NeuText.https:\/\/p.dw.com\/p\/\w+$/,
      ),
      expect.stringContaining('Alt'),
    ]);
  });
});
