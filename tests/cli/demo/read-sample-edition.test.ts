import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { readSampleEdition } from '../../../src/cli/demo/sample-edition/read-sample-edition.ts';
import { visibleArticles } from '../../../src/cli/demo/sample-edition/sample-article.ts';

const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

describe('the bundled edition', async () => {
  const edition = await readSampleEdition();
  const at = (time: string) => visibleArticles(edition, Temporal.Instant.from(time));

  it('holds ten days of articles in two languages', () => {
    const all = at('2022-07-20T00:00:00Z');
    expect(all.filter(({ language }) => language === 'en').length).toBeGreaterThanOrEqual(40);
    expect(all.filter(({ language }) => language === 'de').length).toBeGreaterThanOrEqual(6);
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['a', 'live', 'g', 'video']));
    expect(edition.articles[0]?.modifiedAt.toString().slice(0, 10)).toBe('2022-07-10');
    expect(edition.articles.at(-1)?.modifiedAt.toString().slice(0, 10)).toBe('2022-07-19');
  });

  it('puts every English article in the English main feed', () => {
    const missing = edition.articles.filter(
      ({ language, feeds }) => !feeds.includes(language === 'en' ? 'rss-en-all' : 'rss-de-all'),
    );
    expect(missing.map(({ headline }) => headline)).toEqual([]);
  });

  it('numbers articles in the order of their first publication', () => {
    const firsts = edition.articles.filter(({ revision }) => revision === 1);
    expect(firsts.map(({ id }) => Number(id))).toEqual(firsts.map(({ id }) => Number(id)).toSorted((a, b) => a - b));
  });

  it('uses no picture id for two captions of one language', () => {
    const captions = new Map<string, Set<string>>();
    for (const { language, pictures, blocks } of edition.articles) {
      const inBody = blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture] : []));
      for (const { id, caption } of [...pictures, ...inBody]) {
        const key = `${language} ${id}`;
        captions.set(key, (captions.get(key) ?? new Set()).add(caption));
      }
    }
    expect([...captions].filter(([, texts]) => texts.size > 1)).toEqual([]);
  });

  it('has enough news for the two days of the demo', () => {
    const until = (time: string) => edition.articles.filter(({ modifiedAt }) => modifiedAt.toString() < time);
    const lastDay = until('2022-07-19T06:00:00Z').slice(until('2022-07-18T06:00:00Z').length);
    expect(lastDay.filter(({ language }) => language === 'en').length).toBeGreaterThanOrEqual(10);
  });
});

describe('readSampleEdition', () => {
  it('reports every problem with its file', async () => {
    const folder = await folderWith({
      'a.md': article({ slug: 'one', headline: '""' }),
      'b.md': 'no front matter',
      '2022-07-10-62400001-r2-two.md': article({ slug: 'two', revision: '2' }),
    });
    await expect(readSampleEdition(folder)).rejects.toMatchObject({
      name: 'SampleEditionError',
      problems: [
        expect.stringContaining('a.md: ✖ Too small'),
        expect.stringContaining('b.md: Error: no front matter'),
        '62400001: revision 2 is out of order',
      ],
    });
  });
});

async function folderWith(files: Readonly<Record<string, string>>): Promise<URL> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kurzwelle-sample-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return pathToFileURL(`${folder}/`);
}

function article(fields: Readonly<Record<string, string>>): string {
  const all = {
    id: '62400001',
    revision: '1',
    kind: 'a',
    language: 'en',
    headline: 'Something happens',
    kicker: '{ topic: Politics }',
    lead: 'It has happened.',
    publishedAt: '2022-07-10T10:00:00Z',
    modifiedAt: '2022-07-10T10:00:00Z',
    feeds: '[rss-en-all]',
    category: 'News',
    ...fields,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `---\n${lines.join('\n')}\n---\nA paragraph.\n`;
}
