import { expect, it } from 'vitest';
import { extractPage } from '../../src/articles/extract-page.ts';
import { makeArticle } from '../../src/articles/make-article.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { termsOf } from '../../src/text/terms.ts';

interface Sample {
  readonly language: string;
  readonly script: string;
  readonly headline: string;
  /** As a page may hold it: decomposed letters, soft hyphens, zero-width and no-break blanks among them. */
  readonly paragraph: string;
  readonly sentences: readonly string[];
  /** What somebody types who looks for it. */
  readonly query: string;
  /** A word that differs by what careless folding takes away. */
  readonly other: string;
}

const samples: readonly Sample[] = [
  {
    ...{ language: 'de', script: 'Latin', headline: 'Neue Brücke über die Alm' },
    paragraph: 'Die Bru\u0308cke hält. Das Hoch\u00ADwasser\u200B kam\u00A0nie wieder.',
    sentences: ['Die Brücke hält.', 'Das Hochwasser kam nie wieder.'],
    ...{ query: 'Hochwasser', other: 'Hoch' },
  },
  {
    ...{ language: 'tr', script: 'Latin', headline: 'Köprü açıldı' },
    paragraph: 'Köprü s\u0327ehir için önemli. Halk\u200C sevinçli.',
    sentences: ['Köprü şehir için önemli.', 'Halk sevinçli.'],
    ...{ query: 'ŞEHİR', other: 'zehir' },
  },
  {
    ...{ language: 'ru', script: 'Cyrillic', headline: 'Мост через Альм открыт' },
    paragraph: 'Новыи\u0306 мост открыли. Его строили\u00A0три года.',
    sentences: ['Новый мост открыли.', 'Его строили три года.'],
    ...{ query: 'новая', other: 'новость' },
  },
  {
    ...{ language: 'uk', script: 'Cyrillic', headline: 'Міст відкрито' },
    paragraph: 'Міст у краі\u0308ні новий. Люди\u200B раді.',
    sentences: ['Міст у країні новий.', 'Люди раді.'],
    ...{ query: 'країні', other: 'краіні' },
  },
  {
    ...{ language: 'el', script: 'Greek', headline: 'Η νέα γέφυρα' },
    paragraph: 'Η γε\u0301φυρα άνοιξε. Θα αντέξει; Ναι, λένε όλοι.',
    sentences: ['Η γέφυρα άνοιξε.', 'Θα αντέξει;', 'Ναι, λένε όλοι.'],
    ...{ query: 'ΓΕΦΥΡΑ', other: 'γελά' },
  },
  {
    ...{ language: 'ar', script: 'Arabic', headline: 'افتتاح الجسر' },
    paragraph: 'افتُتح الجسر أمام\u200B الناس. قالت شبكة DW\u200F. هل يبقى؟',
    sentences: ['افتُتح الجسر أمام الناس.', 'قالت شبكة DW\u200F.', 'هل يبقى؟'],
    ...{ query: 'الجسر', other: 'جرس' },
  },
  {
    ...{ language: 'fa-ir', script: 'Arabic (Persian)', headline: 'پل تازه' },
    paragraph: 'مردم می\u200Cگویند پل تازه است. خانه\u200Cها\u200C دورند.',
    sentences: ['مردم می\u200Cگویند پل تازه است.', 'خانه\u200Cها دورند.'],
    ...{ query: 'می\u200Cگویند', other: 'گویند' },
  },
  {
    ...{ language: 'ur', script: 'Arabic (Urdu)', headline: 'نیا پل' },
    paragraph: 'نیا پل\u00A0کھل گیا۔ لوگ خوش ہیں۔',
    sentences: ['نیا پل کھل گیا۔', 'لوگ خوش ہیں۔'],
    ...{ query: 'خوش', other: 'خواب' },
  },
  {
    ...{ language: 'hi', script: 'Devanagari', headline: 'नया पुल खुला' },
    paragraph: 'नदी पर पुल बना। लोग क\u094D\u200Dषण भर रुके।\u00AD',
    sentences: ['नदी पर पुल बना।', 'लोग क\u094D\u200Dषण भर रुके।'],
    ...{ query: 'पुल', other: 'पाल' },
  },
  {
    ...{ language: 'bn', script: 'Bengali', headline: 'নতুন সেতু' },
    paragraph: 'নদীর উপর সেতু হলো। মেয়\u200Bর খুশি।',
    sentences: ['নদীর উপর সেতু হলো।', 'মেয়র খুশি।'],
    ...{ query: 'সেতু', other: 'সাতা' },
  },
  {
    ...{ language: 'am', script: 'Ethiopic', headline: 'አዲሱ ድልድይ' },
    paragraph: 'ድልድዩ ዛሬ ተከፈተ። ሰዎች ደስ\u200B አላቸው።',
    sentences: ['ድልድዩ ዛሬ ተከፈተ።', 'ሰዎች ደስ አላቸው።'],
    ...{ query: 'ተከፈተ', other: 'ተዘጋ' },
  },
  {
    ...{ language: 'zh-hans', script: 'Chinese', headline: '新桥开通' },
    paragraph: '新桥周二开通。市长说：“我们数着日子。”桥\u200B能用多久？',
    sentences: ['新桥周二开通。', '市长说：“我们数着日子。”', '桥能用多久？'],
    ...{ query: '市长', other: '部长' },
  },
];

it.each(samples)('reads $language ($script) from the page to the search', async (sample) => {
  const { language, headline } = sample;
  const url = `https://www.dw.com/${language}/x/a-90000900`;
  const page = extractPage(pageOf(sample, url), url);
  expect(page).toMatchObject({ headline: headline.normalize('NFC'), language });

  const entry = { id: 'dw:90000900', kind: 'article' as const, url, title: headline, categories: [], position: 0 };
  const seenAt = Temporal.Instant.from('2026-02-03T10:00:00Z');
  const article = makeArticle({ entry, page, revision: 1, fallbackLanguage: 'en', topics: [], seenAt });
  expect(article.sentences.map(({ text }) => text)).toEqual(sample.sentences.map((text) => text.normalize('NFC')));
  expect(JSON.stringify(article)).not.toMatch(/[\u00AD\u00A0\u200B\u202A-\u202E\u2066-\u2069]/);

  const storage = createStorage(await openMemoryDatabase());
  await storage.articles.save(article, { archivedAt: seenAt, isSeed: false });
  const find = async (typed: string) =>
    (await storage.articles.search(termsOf(typed, language), { mode: 'all', limit: 5 })).length;
  expect(await find(sample.query)).toBe(1);
  expect(await find(sample.other)).toBe(0);
  await storage.close();
});

function pageOf({ language, headline, paragraph }: Sample, url: string): string {
  return `<html lang="${language}"><head><link rel="canonical" href="${url}"><meta property="og:site_name" content="DW"></head><body>
    <article><header><h1>${headline.normalize('NFD')}</h1></header><div class="rich-text"><p>${paragraph}</p></div></article></body></html>`;
}
