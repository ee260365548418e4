import { expect, test } from 'vitest';
import { isBareQuotation, isPersonal, isPromotion } from '../../../src/briefings/statements/sentence-voice.ts';

const isAside = (text: string, language: string) => isPromotion(text) || isPersonal(text, language);

test.each([
  ['en', '16:00: The mayor of Brenwick has closed the harbor bridge.'],
  ['en', '9:15 UTC – The mayor of Brenwick has closed the harbor bridge.'],
  ['de', '09:15 Uhr: Die Brücke von Brenwick ist gesperrt.'],
  ['en', 'We have to keep working on the bridge of Brenwick for years.'],
  ['en', 'DW correspondent Ines Faro spoke to people who left the Lower Quay of Brenwick.'],
  ['en', 'DW breaks down what is known of the bridge of Brenwick.'],
  ['en', 'As ferries grow dearer, DW examines what else is behind it in Brenwick.'],
  ['en', 'DW and the newspaper Estby Post spoke to one of the miners of Brenwick.'],
  ['en', 'The daily podcast has the latest on the bridge of Brenwick.'],
  ['en', 'The bridge of Brenwick may surprise you in winter.'],
  ['de', 'Damit müssen wir in Brenwick leben, und die Brücke bleibt zu.'],
])('%s: an aside is "%s"', (language, text) => {
  expect(isAside(text, language)).toBe(true);
});

test.each([
  ['en', '"We will not leave our bridge," the mayor of Brenwick said.'],
  ['en', 'US engineers looked at the bridge of Brenwick in World War I.'],
  ['en', 'At 16:00 the mayor of Brenwick closed the harbor bridge.'],
  ['en', 'The mayor told DW that the bridge of Brenwick would stay closed.'],
  ['de', '„Wir bleiben in Brenwick“, sagte die Bürgermeisterin.'],
])('%s: a statement is "%s"', (language, text) => {
  expect(isAside(text, language)).toBe(false);
});

test('knows a quotation without its speaker', () => {
  expect(isBareQuotation('"The bridge of Brenwick is much more than a bridge."')).toBe(true);
  expect(isBareQuotation('"The bridge is more than a bridge," the mayor said.')).toBe(false);
  expect(isBareQuotation('The bridge of Brenwick is closed.')).toBe(false);
});
