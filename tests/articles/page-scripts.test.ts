import { describe, expect, it } from 'vitest';
import { extractPage } from '../../src/articles/extract-page.ts';
import { scriptsOf, withoutBallast } from '../../src/articles/page-scripts.ts';

describe('withoutBallast', () => {
  it.each([
    ['<p>a</p><script src="x">if (a < b) "<p>"</script><p>b</p>', '<p>a</p><p>b</p>'],
    ['a<STYLE>p{}</STYLE >b<svg><path/></svg>c<!-- <p>x</p> -->d', 'abcd'],
    ['a<script>never closed <p>b</p>', 'a<script>never closed <p>b</p>'],
    ['<scripture>a</scripture>', '<scripture>a</scripture>'],
  ])('of %j is %j', (html, expected) => {
    expect(withoutBallast(html)).toBe(expected);
  });
});

it('finds scripts with their attributes', () => {
  const html = '<script type="application/ld+json">{"a":1}</script><!-- x --><SCRIPT>window.x = 1</SCRIPT>';
  expect(scriptsOf(html)).toEqual([
    { attributes: ' type="application/ld+json"', text: '{"a":1}' },
    { attributes: '', text: 'window.x = 1' },
  ]);
});

describe('a page made to keep a reader busy', () => {
  it.each([
    ['scripts never closed', '<script>'.repeat(50_000)],
    ['comments never closed', '<!--'.repeat(100_000)],
    ['data never closed', '<script type=application/ld+json>{'.repeat(20_000)],
    ['elements nested without end', '<div>'.repeat(20_000)],
    ['breaks without end', 'x<br>'.repeat(100_000)],
  ])('with %s is done with in seconds', (_case, html) => {
    const begun = process.cpuUsage();
    expect(extractPage(`<html><body>${html}`, 'https://example.org/').blocks.length).toBeLessThan(2);
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(10_000);
  });
});
