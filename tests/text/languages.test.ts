import { expect, it } from 'vitest';
import { languageTag } from '../../src/text/languages.ts';

it.each([
  ['en', 'en'],
  [' de-DE\n', 'de-DE'],
  ['en_US', 'en-US'],
  ['zh-hant', 'zh-hant'],
  ['pt-002', 'pt-002'],
  ['fa-af', 'fa-af'],
  ['', undefined],
  ['English', undefined],
  ['zh18313876', undefined],
  ['en-', undefined],
  ['en-us-us-us', undefined],
  ['en\n Deutsche Welle', undefined],
  [undefined, undefined],
])('reads %j as %s', (text, tag) => {
  expect(languageTag(text)).toBe(tag);
});
