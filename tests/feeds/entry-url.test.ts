import { describe, expect, it } from 'vitest';
import { canonicalUrl, contentId, pageKind } from '../../src/feeds/entry-url.ts';

describe('canonicalUrl', () => {
  it.each([
    ['https://www.dw.com/en/x/a-1?maca=en-rss-en-all-1573-rdf', 'https://www.dw.com/en/x/a-1'],
    ['\n https://www.dw.com/en/x/a-1?maca=q \n', 'https://www.dw.com/en/x/a-1'],
    ['https://www.dw.com/tr/erdoğan-ne-dedi/a-2', 'https://www.dw.com/tr/erdo%C4%9Fan-ne-dedi/a-2'],
    ['https://www.dw.com/tr/erdo%C4%9Fan-ne-dedi/a-2', 'https://www.dw.com/tr/erdo%C4%9Fan-ne-dedi/a-2'],
    ['http://www.dw.de/谁说的？/a-3', 'http://www.dw.de/%E8%B0%81%E8%AF%B4%E7%9A%84%EF%BC%9F/a-3'],
    ['https://example.org/story?id=7&maca=q&page=2#top', 'https://example.org/story?id=7&page=2'],
    ['https://example.org/story?utm_source=a&utm_medium=b', 'https://example.org/story'],
    ['mailto:info@example.org', undefined],
    ['tag:dw.com,2026:1', undefined],
    ['', undefined],
  ])('of %j is %j', (link, expected) => {
    expect(canonicalUrl(link)).toBe(expected);
  });
});

describe('contentId and pageKind', () => {
  it.each([
    ['https://www.dw.com/en/x/a-79534734', '79534734', 'article'],
    ['https://www.dw.com/en/x/live-79209302?maca=q', '79209302', 'live'],
    ['https://www.dw.com/zh/x/g-66930168', '66930168', 'gallery'],
    ['https://www.dw.com/zh/香港/video-78448458', '78448458', 'video'],
    ['https://www.dw.com/en/x/av-123', '123', 'video'],
    ['https://www.dw.com/en/x/audio-124', '124', 'audio'],
    ['https://learngerman.dw.com/de/x/l-125', '125', 'other'],
    ['https://www.dw.com/en/asia/s-12758', '12758', 'other'],
    ['https://www.dw.com/de/x/person-51417817', '51417817', 'other'],
    ['http://www.dw.de/x/a-18317568', '18317568', 'article'],
    ['http://www.dw-world.de/dw/article/0,,4708386,00.html', '4708386', 'article'],
    ['http://127.0.0.1:8090/en/x/a-126?maca=q', '126', 'article'],
    ['https://p.dw.com/p/5FLOV', '77538843', 'article'],
    ['https://www.dw.com/english/', undefined, 'other'],
    ['https://news.example.org/2026/02/a-story', undefined, 'article'],
  ])('of %s are %s and %s', (link, id, kind) => {
    expect(contentId(link)).toBe(id);
    expect(pageKind(link)).toBe(kind);
  });
});
