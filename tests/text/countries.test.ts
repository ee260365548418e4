import { describe, expect, test } from 'vitest';
import { countryName, findCountry } from '../../src/text/countries.ts';

describe('findCountry', () => {
  test.each([
    ['South Korea', 'en', 'KR', 'name'],
    ['S. Korea', 'en', 'KR', 'name'],
    ['South Korean', 'en', 'KR', 'demonym'],
    ['Danes', 'en', 'DK', 'demonym'],
    ['Seoul', 'en', 'KR', 'capital'],
    ['U.S.', 'en', 'US', 'name'],
    ['Ivory Coast', 'en', 'CI', 'name'],
    ['Washington', 'en', 'US', 'capital'],
    ['Südkorea', 'de', 'KR', 'name'],
    ['südkoreanische', 'de', 'KR', 'demonym'],
    ['südkoreanischen', 'de', 'KR', 'demonym'],
    ['Russin', 'de', 'RU', 'demonym'],
    ['Kiew', 'de', 'UA', 'capital'],
    ['Frankreichs', 'de', 'FR', 'name'],
    ['Polen', 'de', 'PL', 'name'],
    ['Corée du Sud', 'fr', 'KR', 'name'],
    ['Sud-coréenne', 'fr', 'KR', 'demonym'],
    ['Россией', 'ru', 'RU', 'name'],
    ['Южную Корею', 'ru', 'KR', 'name'],
    ['Γερμανίας', 'el', 'DE', 'name'],
    ['Almanya', 'tr', 'DE', 'name'],
    ['韩国', 'zh', 'KR', 'name'],
    ['اليابان', 'ar', 'JP', 'name'],
    ['south korea', 'en', 'KR', 'name'],
    ['Peru', 'pt-br', 'PE', 'name'],
  ])('%s (%s) is %s by its %s', (name, language, code, by) => {
    expect(findCountry(name, language)).toEqual({ code, by });
  });

  test.each([
    ['us', 'en'],
    ['Us', 'en'],
    ['Atlantis', 'en'],
    ['Südkorea', 'sw'],
    ['', 'en'],
    ['der', 'de'],
  ])('%s (%s) is no state', (name, language) => {
    expect(findCountry(name, language)).toBeUndefined();
  });
});

test.each([
  ['KR', 'en', 'South Korea'],
  ['KR', 'de', 'Südkorea'],
  ['DE', 'es', 'Alemania'],
])('%s in %s is called %s', (code, language, name) => {
  expect(countryName(code, language)).toBe(name);
});
