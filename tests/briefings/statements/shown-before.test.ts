import { describe, expect, test } from 'vitest';
import { createReferenceCheck } from '../../../src/briefings/statements/shown-before.ts';

const english = [
  'South Korean Foreign Minister Park Ji-ho met engineers in Brenwick on Monday.',
  'Brenwick and Varn signed a water pact in 2019.',
  'The pact ends in June.',
  'Park wants a new one.',
  'Varn cut the supply of three villages in May.',
  'The decision was taken without notice.',
  'Even so, the government has not replied.',
  'The mayor of Varn hopes for such talks before winter.',
  'Engineers disagree on how to count that loss.',
];
const german = [
  'Die Stadt Varn hat 2019 ein Abkommen über Trinkwasser geschlossen.',
  'Das Abkommen endet im Juni.',
  'Das verständlich findet auch Harald Prüß von der Berliner Klinik.',
  'Prüß sieht keine Gefahr.',
];

describe('what readers must have been shown', () => {
  test.each([
    [2, 'the thing that an earlier sentence introduced', 1],
    [3, 'who Park is', 0],
    [5, 'what a decision was about', 4],
  ])('sentence %i needs %s', (place, _, introduction) => {
    const knows = createReferenceCheck(english, 'en');
    expect(knows(place, 'Varn cuts water', [])).toBe(false);
    expect(knows(place, 'Varn cuts water', [english[introduction] ?? ''])).toBe(true);
  });

  test('a noun that ends a name is known by the name, whatever follows it', () => {
    const sentences = ['Varn talks with the Northern Harbor Fund.', 'Varn has asked the fund for 30 million euros.'];
    const knows = createReferenceCheck(sentences, 'en');
    expect(knows(1, 'Varn seeks a loan', [])).toBe(false);
    expect(knows(1, 'Varn seeks a loan', sentences.slice(0, 1))).toBe(true);
    expect(knows(1, 'Varn asks fund for a loan', [])).toBe(true);
  });

  test('a title introduces as well', () => {
    const knows = createReferenceCheck(english, 'en');
    expect(knows(2, 'Brenwick leaves water pact', [])).toBe(true);
    expect(knows(3, 'Park wants more water', [])).toBe(true);
  });

  test.each([
    ['such talks', 7],
    ['that loss', 8],
  ])('"%s" needs the sentence before', (_, place) => {
    const knows = createReferenceCheck(english, 'en');
    expect(knows(place, 'Varn cuts water', [])).toBe(false);
    expect(knows(place, 'Varn cuts water', [english[place - 1] ?? ''])).toBe(true);
  });

  test('a company needs its name, and who goes by the first name a full one', () => {
    const twins = [
      'The twins Kiana and Ali Varga accepted the prize of Tolmark Bank for their mother.',
      'Ali said that the wait went on.',
      'The company gave 40,000 euros.',
    ];
    const knows = createReferenceCheck(twins, 'en');
    expect(knows(1, 'Twins accept a prize', [])).toBe(false);
    expect(knows(1, 'Twins accept a prize', [twins[0] ?? ''])).toBe(true);
    expect(knows(2, 'Twins accept a prize', [])).toBe(false);
    const bank = createReferenceCheck(['Tolmark Bank closes six branches.', 'The company wants to save money.'], 'en');
    expect(bank(1, 'Tolmark Bank closes branches', [])).toBe(true);
  });

  test.each([
    ['The suspension ends in June.', 'Varn suspends its mayor'],
    ['The storm moves north.', 'Storm Ada reaches Varn'],
    ['The legal dispute goes on.', 'Dispute over water in Varn'],
    ['Ebner also wants a bridge.', 'Ebner wants a ferry'],
  ])('"%s" is clear below "%s"', (text, title) => {
    const earlier = 'After the suspension, a storm and a legal dispute, Jonas Ebner spoke.';
    const knows = createReferenceCheck([earlier, 'Rain fell.', text], 'en');
    expect(knows(2, title, [])).toBe(true);
    expect(knows(2, 'Rain in Oland', [])).toBe(false);
  });

  test('a country, a council and a court of a longer name are nobody whom an earlier sentence introduced', () => {
    const sentences = [
      'Beyond Varn, the Court sits in Varn.',
      'Varn asked the Court of Ports for a ruling on ferries.',
    ];
    expect(createReferenceCheck(sentences, 'en')(1, 'Ferries', [])).toBe(true);
  });

  test.each([0, 1, 4, 6])('sentence %i needs nothing', (place) => {
    expect(createReferenceCheck(english, 'en')(place, 'Varn cuts water', [])).toBe(true);
  });

  test('in German, "diesen Fall" needs the sentence before, "in diesem Jahr" does not', () => {
    const knows = createReferenceCheck(['Der Verkauf ist offen.', 'Varn droht für diesen Fall mit Folgen.'], 'de');
    expect(knows(1, 'Streit in Varn', [])).toBe(false);
    expect(knows(1, 'Streit in Varn', ['Der Verkauf ist offen.'])).toBe(true);
    expect(createReferenceCheck(['Regen.', 'Varn spart in diesem Jahr.'], 'de')(1, 'Varn', [])).toBe(true);
  });

  test.each([
    [1, 0],
    [3, 2],
  ])('in German, sentence %i needs sentence %i', (place, introduction) => {
    const knows = createReferenceCheck(german, 'de');
    expect(knows(place, 'Varn spart', [])).toBe(false);
    expect(knows(place, 'Varn spart', [german[introduction] ?? ''])).toBe(true);
  });
});
