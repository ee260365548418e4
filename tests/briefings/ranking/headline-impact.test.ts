import { expect, test } from 'vitest';
import { headlineImpact } from '../../../src/briefings/ranking/headline-impact.ts';

test.each([
  ['en', 'Prime Minister Ilse Falkner announces resignation', 1],
  ['en', 'Ana Ruiz wins presidential election in Oland', 1],
  ['en', 'Wildfires in Brevia prompt thousands to evacuate', 1],
  ['en', 'Brevia and Oland agree on truce', 1],
  ['en', 'Oland court convicts former minister', 0.6],
  ['en', 'Brevia imposes tariffs on ferries', 0.6],
  ['en', 'Port of Varn runs out of the letter V', 0],
  ['en', 'Brevia floats kill switch for ferries', 0],
  ['de', 'Ministerpräsidentin Falkner tritt zurück', 1],
  ['de', 'Hochwasser in Varn: Tausende fliehen', 1],
  ['de', 'Gericht in Oland verurteilt Ex-Minister', 0.6],
  ['de', 'Dem Hafen von Varn gehen die Buchstaben aus', 0],
  ['en', 'Ferry race in Varn cut short due to wildfires', 0.5],
  ['en', 'Army of Oland attacks Varn after talks', 1],
  ['de', 'Fährrennen fällt wegen Hochwasser aus', 0.5],
  ['fr', 'Séisme à Varn', 0],
])('%s: "%s" reaches %d', (language, headline, impact) => {
  expect(headlineImpact(headline, language)).toBe(impact);
});
