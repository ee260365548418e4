import { describe, expect, test } from 'vitest';
import { newsOf } from '../../../src/briefings/news/story-news.ts';
import { chooseStatements } from '../../../src/briefings/statements/choose-statements.ts';
import { runSync } from '../../../src/runtime/yield-to-event-loop.ts';
import { makeTestArticle } from '../../fixtures/make-test-article.ts';

const whole =
  'The parliament of Brenwick has voted for a ban on night flights over the harbor and the old town from the summer on, after years of dispute.';

function tell(broken: string, paragraphs: readonly string[] = []) {
  const article = makeTestArticle({
    id: 'dw:1',
    headline: 'Brenwick: No more flights at night',
    at: '2027-05-03T12:00:00Z',
    lead: `${whole} ${broken}`,
    paragraphs,
  });
  return runSync(chooseStatements([newsOf(article, [])], 3));
}

describe('a teaser that its feed cut off', () => {
  test.each([
    [
      'Two airlines, backed by the airport, are expected to challenge the law in the Supr',
      'Two airlines, backed by the airport, are expected to challenge the law […]',
    ],
    [
      'Mayor Ilse Falkner promised compensation for the airport, adding that it wou',
      'Mayor Ilse Falkner promised compensation for the airport […]',
    ],
    [
      'Residents welcomed the compromise with fireworks — and the parties praised the los',
      'Residents welcomed the compromise with fireworks […]',
    ],
  ])('ends where a clause or phrase ends: %s', (broken, shown) => {
    expect(tell(broken).map(({ text }) => text)).toEqual([whole, shown]);
  });

  test('is not cut inside a list, which would make its first place the only one', () => {
    const broken = 'Three people were killed overnight in attacks with drones on Vestby, Aisby, and Nor';
    expect(tell(broken).map(({ text }) => text)).toEqual([whole, 'Three people were killed overnight […]']);
  });

  test('is cited as it is stored', () => {
    const broken = 'Mayor Ilse Falkner promised compensation for the airport, adding that it wou';
    expect(tell(broken)[1]?.citations[0]?.quote).toBe(broken);
  });

  test.each([
    ['before the source', 'Three pilots of the airport lost their jobs, officials sai'],
    ['before the verb', 'Two pilots, who had protested for months, are out of wor'],
    ['within a quotation', 'Mayor Ilse Falkner called it "a good day for the airport, the tow'],
    ['without a main clause', 'Although the airlines had protested for many months, the tow'],
    ['without a border', 'Mayor Ilse Falkner promised compensat'],
  ])('is not cut %s', (_, broken) => {
    expect(tell(broken).map(({ text }) => text)).toEqual([whole]);
  });

  test('is left out where the article has a text', () => {
    const texts = tell('Two airlines are expected to challenge the law in the Supr', [
      'The airport of Brenwick handles 40 flights each night, most of them freight.',
    ]).map(({ text }) => text);
    expect(texts.join(' ')).not.toContain('[…]');
  });

  test.each([
    'Mayor Falkner was able to form a council in February, but now there is deadlock over who should be',
    'The council has accused Norlinie of dumping oil as part of an old habit — a charge Norlinie',
  ])('is not cut before what is said against it: %s', (text) => {
    expect(
      tell(text)
        .map((one) => one.text)
        .join(' '),
    ).not.toContain('[…]');
  });
});

describe('a long sentence', () => {
  const long =
    'The council of Brenwick has voted to close its harbor bridge, the only one for trucks between the old town and the freight port on the island of Norrholm, for four years from the first of June';
  const opening = (tail: string) => {
    const article = makeTestArticle({
      id: 'dw:2',
      headline: 'Brenwick closes its harbor bridge',
      at: '2027-05-03T12:00:00Z',
      paragraphs: [`${long}${tail}`, 'Rain fell.'],
    });
    return runSync(chooseStatements([newsOf(article, [])], 1))[0]?.text;
  };

  test('is cut where its tail only adds', () => {
    expect(opening(', sparking a protest of drivers and traders at the quay.')).toBe(`${long} […]`);
  });

  test.each([
    ', according to the mayor and two members of the council.',
    ', sparking a protest of 400 drivers and traders at the quay.',
    ', although the mayor had asked for a second vote on it in public.',
    ', and the ferry company Norlinie will run boats for free instead.',
  ])('is not cut before "%s"', (tail) => {
    expect(opening(tail)).toBe(`${long}${tail}`);
  });
});
