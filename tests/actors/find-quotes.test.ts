import { describe, expect, test } from 'vitest';
import { findQuotes } from '../../src/actors/find-quotes.ts';

/** `words <- speaker's words (name)` */
function read(text: string, language = 'en'): string[] {
  return findQuotes(text, language).map(({ start, end, speaker }) => {
    const who = speaker
      ? `${speaker.text}${speaker.name && speaker.name !== speaker.text ? ` (${speaker.name})` : ''}`
      : '?';
    return `${text.slice(start, end)} <- ${who}`;
  });
}

describe('English', () => {
  test.each([
    ['"We cannot wait," said mayor Ilse Falkner.', ['"We cannot wait," <- Ilse Falkner']],
    ['"We cannot wait," Ilse Falkner told reporters on Monday.', ['"We cannot wait," <- Ilse Falkner']],
    ['Ilse Falkner said: "We cannot wait."', ['"We cannot wait." <- Ilse Falkner']],
    [
      '“We cannot wait,” Ilse Falkner warned. “It is late.”',
      ['“We cannot wait,” <- Ilse Falkner', '“It is late.” <- Ilse Falkner'],
    ],
    ['"We go," said Ilse Falkner, "at dawn."', ['"We go," <- Ilse Falkner', '"at dawn." <- Ilse Falkner']],
    [
      "\"We want good relations with Norland,'' Ilse Falkner told reporters.",
      ["\"We want good relations with Norland,'' <- Ilse Falkner"],
    ],
    ['According to Ilse Falkner, the plan is "dead on arrival".', ['"dead on arrival" <- Ilse Falkner']],
    [
      'Walter Brandt, the foreign minister of Norland, said it was "very good news".',
      ['"very good news" <- Walter Brandt'],
    ],
    ['Walter Brandt left the room, saying "nobody asked us".', ['"nobody asked us" <- Walter Brandt']],
    ['"It shall be done!" Walter Brandt shouted.', ['"It shall be done!" <- Walter Brandt']],
    [
      '"The dam held," a spokeswoman for the water board said.',
      ['"The dam held," <- a spokeswoman for the water board'],
    ],
    ['"He is well," said a spokesman for Walter Brandt.', ['"He is well," <- a spokesman for Walter Brandt']],
    ['"Nobody was hurt." ― Ann Lee', ['"Nobody was hurt." <- Ann Lee']],
    ['He said "the so-called “new” rule is old".', ['"the so-called “new” rule is old" <- He']],
    ['She read "The Lonely Harbor" to the class.', []],
    ['The plank was 6" long and 2" wide.', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('resolves pronouns by gender, nearest first', () => {
    const text = 'Walter Brandt met Susan Lee. "It went well," he said.\n\n"I agree," she said.';
    expect(read(text)).toEqual(['"It went well," <- he (Walter Brandt)', '"I agree," <- she (Susan Lee)']);
  });

  test('resolves a surname to its full name', () => {
    expect(read('Ilse Falkner arrived. "At last," Falkner said.')).toEqual(['"At last," <- Falkner (Ilse Falkner)']);
  });

  test('lets a speaker go on in the next paragraph that opens with a quotation, not later', () => {
    const text =
      '"One," said Ilse Falkner.\n\n"Two things are clear to me."\n\nThe rain went on.\n\n"Nobody said this here."';
    expect(read(text)).toEqual([
      '"One," <- Ilse Falkner',
      '"Two things are clear to me." <- Ilse Falkner',
      '"Nobody said this here." <- ?',
    ]);
  });

  test('takes a colon for an introduction, across paragraphs', () => {
    expect(read('Ilse Falkner was angry about it:\n\n"This is my last word."')).toEqual([
      '"This is my last word." <- Ilse Falkner',
    ]);
  });

  test('ends a quotation of several paragraphs with each', () => {
    const text = 'Ilse Falkner said: "First this.\n\n"Then that."';
    expect(read(text)).toEqual(['"First this. <- Ilse Falkner', '"Then that." <- Ilse Falkner']);
  });
});

describe('German', () => {
  test.each([
    ['„Wir warten nicht“, sagte Bürgermeisterin Ilse Falkner.', ['„Wir warten nicht“ <- Ilse Falkner']],
    ['»Wir warten nicht«, so Ilse Falkner.', ['»Wir warten nicht« <- Ilse Falkner']],
    ['Ilse Falkner sagte: „Wir warten nicht.“', ['„Wir warten nicht.“ <- Ilse Falkner']],
    [
      'Laut Ilse Falkner ist der Plan „völlig aus der Luft gegriffen“.',
      ['„völlig aus der Luft gegriffen“ <- Ilse Falkner'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text, 'de')).toEqual(expected);
  });
});
