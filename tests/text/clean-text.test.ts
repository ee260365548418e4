import { expect, it } from 'vitest';
import { cleanText, markupText } from '../../src/text/clean-text.ts';

it.each([
  ['no-break space', 'Alm\u00A0River \n flows', 'Alm River flows'],
  ['soft hyphen and zero-width space', 'Hoch\u00ADwasser\u200Bschutz', 'Hochwasserschutz'],
  ['stray joiners', 'Al\u200Cm\u200D', 'Alm'],
  ['a non-joiner that Persian needs', 'می\u200Cرود', 'می\u200Cرود'],
  ['a non-joiner after its word', 'می\u200C رود', 'می رود'],
  ['a joiner that Hindi needs', 'क्\u200Dष', 'क्\u200Dष'],
  ['a joiner that Bengali needs', 'র\u200D্যাব', 'র\u200D্যাব'],
  ['a mark that keeps a Latin name in its place', 'قالت DW\u200F.', 'قالت DW\u200F.'],
  ['marks of direction elsewhere', '\u200ESaid\u200F DW.', 'Said DW.'],
  ['control characters', 'Al\u0000m\u001F \u0085runs\uFFFF\tlow', 'Alm runs low'],
  ['half a character', 'Alm \uD83D runs', 'Alm \uFFFD runs'],
  ['an override', 'ab\u202Ecd\u202C', 'abcd'],
  ['a joined emoji', '👩\u200D🚒', '👩\u200D🚒'],
  ['no-break hyphen', 'COVID\u201119', 'COVID-19'],
  ['letter and accent', 'Zu\u0308rich', 'Zürich'],
])('cleans %s', (_case, text, expected) => {
  expect(cleanText(text)).toBe(expected);
});

it.each([
  ['text', 'Stocks & bonds < gold', 'Stocks & bonds < gold'],
  ['markup', '<p>First.</p><p>Second <b>one</b>.</p>', 'First. Second one.'],
  ['entities escaped twice', 'Dorf&lrm; &amp; Meer', 'Dorf & Meer'],
  ['a script', 'Text<script>alert(1)</script>', 'Text'],
  ['a sign among tags', '<b>3 < 4</b>', '3 < 4'],
])('takes the text out of %s', (_case, text, expected) => {
  expect(markupText(text)).toBe(expected);
});
