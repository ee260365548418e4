import { describe, expect, it } from 'vitest';
import { nestsTooDeep } from '../../src/text/nests-too-deep.ts';

const html = { isHtml: true };
const xml = { isHtml: false };

describe('nestsTooDeep', () => {
  it.each([
    ['elements never closed', '<div>'.repeat(7_000), html],
    ['elements closed by others', '<div></b>'.repeat(7_000), html],
    ['elements that HTML does not let close themselves', '<span/>'.repeat(7_000), html],
    ['items never closed', '<item>'.repeat(7_000), xml],
    ['much open at tags that close nothing', '<div>'.repeat(5_000) + '</b>'.repeat(5_000), html],
    ['elements nested and closed', '<b>'.repeat(7_000) + '</b>'.repeat(7_000), html],
  ])('holds for %s', (_case, markup, kind) => {
    expect(nestsTooDeep(markup, kind)).toBe(true);
  });

  it.each([
    ['a long flat page', '<div><p>text</p></div>'.repeat(5_000), html],
    ['paragraphs and items never closed', '<p>text<li>text<br>'.repeat(5_000), html],
    ['items never closed', '<item><title>t</title><link>l</link>'.repeat(5_000), xml],
    ['empty elements of a feed', '<item><enclosure/></item>'.repeat(5_000), xml],
    ['elements that close many others', '<div><b><i><u></div>'.repeat(2_000), html],
    ['comments and CDATA', `<!--${'<div>'.repeat(2_000)}--><![CDATA[${'<p>'.repeat(2_000)}]]>`, xml],
    ['tags never ended', '<div '.repeat(5_000), html],
    ['no markup', '1 < 2 and 3 > 2', html],
  ])('does not hold for %s', (_case, markup, kind) => {
    expect(nestsTooDeep(markup, kind)).toBe(false);
  });

  it.each(['<a', '<a>', '</a>', '<!--', '<![CDATA[', '<a b="', '< ', '<a></b>'])(
    'takes %j by the million in no time',
    (piece) => {
      const begun = process.cpuUsage();
      nestsTooDeep(piece.repeat(1_000_000), html);
      expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(2_000);
    },
  );
});
