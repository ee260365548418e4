import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExtractedPage } from '../../src/articles/article.ts';
import { withoutBoilerplate } from '../../src/articles/boilerplate.ts';
import { extractPage } from '../../src/articles/extract-page.ts';
import { extractPlainText } from '../../src/articles/plain-text.ts';
import { contentId } from '../../src/feeds/entry-url.ts';
import { cleanText } from '../../src/text/clean-text.ts';
import texts from './stored-page-texts.json' with { type: 'json' };
import { type TextShape, textShape } from './text-shape.ts';

/** Real pages, which are not ours to ship; they lie beside the project where it is developed. */
const folder = new URL('../../../shared/dw/pages/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** [id, way, headline and lead lengths, paragraphs, subheads, text length, first and last word, authors, agencies, published]. */
const pages: Readonly<Record<string, readonly unknown[]>> = {
  'page-de-article-2023-03-14-habeck-classic-layout': [
    ...['64976342', 'dw-classic', 52, 214, 8, 3, 4809, 'Seit', 'gerodet.'],
    ...[[], ['dpa', 'afp'], '2023-03-14T00:00:00Z'],
  ],
  'page-de-article-2023-03-25-libanon-classic-layout': [
    ...['65106525', 'dw-classic', 38, 168, 21, 6, 8648, 'Früher', 'selbst."'],
    ...[['Diana Hodali'], [], '2023-03-25T00:00:00Z'],
  ],
  'page-de-article-2023-06-13-postvac-react-layout': [
    ...['65897191', 'page-data', 55, 210, 26, 3, 6906, 'Mehr', 'möglich.'],
    ...[['Julia Vergin', 'Clare Roth'], [], '2023-06-13T12:15:32.158Z'],
  ],
  'page-de-article-2024-01-30-nadeschdin-react-layout': [
    ...['68117411', 'page-data', 58, 220, 13, 4, 6697, 'Die', 'bekommen.'],
    ...[['Jennifer Pahlke'], [], '2024-01-30T14:13:12.269Z'],
  ],
  'page-en-article-2013-06-10-uncork-classic-layout': [
    ...['16863843', 'dw-classic', 45, 217, 25, 2, 7585, 'Climbing', 'have.'],
    ...[['Julian Tompkin'], [], '2013-06-10T00:00:00Z'],
  ],
  'page-en-article-2020-01-19-colonial-classic-layout': [
    ...['52060881', 'dw-classic', 60, 214, 16, 2, 4935, "Berlin's", 'activity.'],
    ...[['Ben Knight'], [], '2020-01-19T00:00:00Z'],
  ],
  'page-en-article-2026-06-14-worldcup-react-layout-normalised': [
    ...['77538843', 'dw-modern', 50, 106, 19, 2, 4298, 'Now', 'go.'],
    ...[['Jonathan Harding'], [], '2026-06-14T19:00:01.536Z'],
  ],
  // An audio report: its text is the lead.
  'page-fr-article-2011-05-23-elephants-classic-layout': [
    ...['6533123', 'dw-classic', 63, 216, 0, 0, 0, '', ''],
    ...[['Kossivi Tiassou'], [], '2011-05-23T00:00:00Z'],
  ],
};

const textOf = ({ blocks }: Pick<ExtractedPage, 'blocks'>) => blocks.map(({ text }) => text).join('\n');

function factsOf(page: ExtractedPage): readonly unknown[] {
  const { headline, lead = '', blocks, authors, agencies, method, publishedAt, canonicalUrl = '' } = page;
  const count = (kind: string) => blocks.filter((block) => block.kind === kind).length;
  const words = textOf(page).split(/\s/);
  const text = [count('paragraph'), count('subhead'), textOf(page).length, words[0], words.at(-1)];
  return [
    contentId(canonicalUrl),
    method,
    headline.length,
    lead.length,
    ...text,
    authors,
    agencies,
    publishedAt?.toString(),
  ];
}

/** What other readers' tests expect of these pages: trafilatura, mercury-parser and fundus. */
interface OthersExpect {
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly title?: string;
  readonly author?: string;
  readonly authors?: readonly string[];
  readonly dek?: string;
  readonly date_published?: string;
  readonly lead_image_url?: string;
  readonly content_starts_with?: string;
  readonly body?: {
    readonly summary: readonly string[];
    readonly sections: readonly { readonly headline: readonly string[]; readonly paragraphs: readonly string[] }[];
  };
}

const title = 'stored DW pages (skipped where ../shared/dw is absent)';
describe.skipIf(!existsSync(folder))(title, () => {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const pageNames = names.filter((name) => name.endsWith('.html')).map((name) => name.slice(0, -'.html'.length));
  const extract = (name: string) => extractPage(read(`${name}.html`), `file:///${name}.html`);

  it('are all expected', () => {
    expect(pageNames.toSorted()).toEqual(Object.keys(pages).toSorted());
  });

  it.each(pageNames)('%s', (name) => {
    const page = extract(name);
    expect(factsOf(page)).toEqual(pages[name]);
    expect(textOf(page)).not.toMatch(/JavaScript|\$\{formatId\}|Bild:|Image:|Read more|\u00A0|\u00AD|\u200B/);
    for (const { url } of page.pictures) expect(url).toMatch(/^https:\/\/static\.dw\.com\/image\/\d+_6\.jpg$/);
  });

  // Read by a person against each page: every paragraph and subhead in it, no caption, teaser, player or credit.
  it.each(Object.entries<TextShape>(texts))('%s is the text a reader would copy', (file, expected) => {
    const source = read(file);
    const page = file.endsWith('.txt') ? extractPlainText(source) : extractPage(source, `file:///${file}`);
    const { sha256, blocks } = textShape(page);
    expect(blocks).toEqual(expected.blocks);
    expect(sha256).toBe(expected.sha256);
  });

  const judged = pageNames.filter((name) => names.includes(`${name}.expected.json`));
  it.each(judged)('%s agrees with what others read there', (name) => {
    const page = extract(name);
    const others: OthersExpect = JSON.parse(read(`${name}.expected.json`));
    const whole = `${page.lead}\n${textOf(page)}`;
    for (const words of others.with ?? []) expect(whole.replaceAll('’', "'")).toContain(words);
    for (const words of others.without ?? []) expect(whole).not.toContain(words);
    if (others.title) expect(page.headline).toBe(others.title.trim());
    if (others.author) expect(page.authors).toContain(others.author);
    if (others.authors) expect(page.authors).toEqual(others.authors);
    if (others.dek) expect(page.lead).toBe(others.dek);
    if (others.date_published) expect(page.publishedAt?.toString()).toBe(others.date_published);
    if (others.lead_image_url) expect(page.pictures[0]?.url).toBe(others.lead_image_url);
    if (others.content_starts_with) expect(textOf(page)).toMatch(new RegExp(`^${others.content_starts_with}`));
    if (others.body) {
      expect([page.lead]).toEqual(others.body.summary.map(cleanText));
      const lines = others.body.sections.flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs]);
      expect(page.blocks.map(({ text }) => text)).toEqual(lines.map(cleanText));
    }
  });

  it('reads the page copied as text', () => {
    const page = extractPlainText(read('text-en-article-2022-07-18-korea-japan-talks.txt'));
    expect(page).toMatchObject({
      kicker: { topic: 'Politics', region: 'South Korea' },
      agencies: ['AP', 'AFP', 'Reuters'],
      language: 'en',
    });
    expect([page.headline.length, page.lead?.length, page.publishedAt?.toString()]).toEqual([
      42,
      173,
      '2022-07-18T00:00:00Z',
    ]);
    const subheads = page.blocks.filter(({ kind }) => kind === 'subhead').map(({ text }) => text.split(' ')[0]);
    expect([page.blocks.length, subheads]).toEqual([16, ['What', 'What']]);
    expect(textOf(page)).not.toMatch(/Image|bump elbows|Toyko|Skip|\u00A0/);
  });

  it('drops players and Chinese boilerplate', () => {
    const stored: readonly { paragraphs: readonly string[] }[] = JSON.parse(
      read('text-zh-2026-08-21-gallery-video-and-boilerplate.json'),
    );
    const [video = [], , article = []] = stored.map(({ paragraphs }) => paragraphs.map(withoutBoilerplate));
    expect(video).toEqual(['']);
    expect(article.map((text) => text.slice(0, 4))).toEqual(['位于海南', '海花岛成', '', '']);
  });
});
