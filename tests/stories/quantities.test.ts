import { expect, test } from 'vitest';
import { quantitiesOf } from '../../src/stories/quantities.ts';

test.each([
  ['ru', 'Мост закрыли 15 марта на 2 года.', []],
  ['es', 'Cerraron el puente 3 meses.', []],
  ['hi', 'पुल 15 मार्च को बंद हुआ।', []],
  ['ru', 'На мосту работают 200 рабочих.', [200]],
  ['tr', 'Belediye 5 milyon ağaç dikti.', [5_000_000]],
])('counts things, not days and years, in %s: %s', (language, text, values) => {
  expect(quantitiesOf(text, language).map(({ value }) => value)).toEqual(values);
});
