import { describe, expect, test } from 'vitest';
import { parseInterest } from '../../src/subscriptions/interest.ts';
import { createInterestReader, type Matchable, matchesInterest } from '../../src/subscriptions/interest-reader.ts';
import { topicNames } from '../../src/subscriptions/topic-names.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const topics = topicNames(['asia', 'germany', 'middle-east', 'sports'].map((id) => ({ id, name: {} })));
const article: Matchable = {
  language: 'en',
  topics: ['asia'],
  headline: 'Ministers meet in Tokyo',
  sentences: [{ text: 'Park Jin spoke of forced laborers and their rulings.' }],
  storyIds: new Set([7, 9]),
  places: { labels: ['Bavarian Forest'], countries: ['KR', 'GQ'] },
  actors: new Set(['Park Jin']),
};
const matches = (typed: string, one: Matchable = article) => matchesInterest(parseInterest(typed, topics), one);

describe('an article matches', () => {
  test.each([
    ['everything', true],
    ['asia', true],
    ['germany', false],
    ['"asia"', false],
    ['"forced labor"', true],
    ['"labor forced"', false],
    ['minister', true],
    ['MINISTER', true],
    ['asia AND NOT Tokyo', false],
    ['germany OR (asia AND ruling)', true],
    ['NOT sports', true],
    ['ministers in Tokyo', true],
    ['ministers in Seoul', false],
    ['"Tokyo Park"', false],
    ['actor:"Park Jin"', true],
    ['actor:"Kishida Fumio"', false],
    ['NOT actor:"Park Jin"', false],
    ['story:7', true],
    ['story:9', true],
    ['story:8', false],
    ['language:en', true],
    ['language:de', false],
    ['region:"South Korea"', true],
    ['region:"North Korea"', false],
    ['region:Korea', true],
    ['region:Asia', true],
    ['region:"Eastern Asia"', true],
    ['region:Europe', false],
    ['region:Forest', true],
    ['region:"Equatorial Guinea"', true],
    ['region:Guinea', false],
    ['sports OR (actor:"Park Jin" region:Korea NOT story:8)', true],
  ])('%s: %s', (typed, expected) => {
    expect(matches(typed)).toBe(expected);
  });

  test('a topic that is a state where it names that state', () => {
    const inBerlin = { ...article, places: { labels: [], countries: ['DE'] } };
    expect(matches('germany', inBerlin)).toBe(true);
    expect(matches('sports', inBerlin)).toBe(false);
  });

  test('of a regional language by the language alone, and not the other way round', () => {
    expect(matches('language:pt', { ...article, language: 'pt-br' })).toBe(true);
    expect(matches('language:pt-br', { ...article, language: 'pt' })).toBe(false);
  });

  test('by the country that its kicker names', () => {
    const kicker = { ...article, places: { labels: ['Germany'], countries: [] } };
    expect(matches('region:Deutschland', kicker)).toBe(true);
    expect(matches('region:France', kicker)).toBe(false);
  });

  test('in other languages by their own stems', () => {
    const german = { ...article, language: 'de', headline: 'Hochwasser an der Donau', sentences: [] };
    expect(matches('Hochwassers', german)).toBe(true);
    expect(matches('"Hochwasser an der Donau"', german)).toBe(true);
  });
});

test('what an article is mainly about stands in its headline and first sentences', async () => {
  const none = {
    storiesOf: async () => new Map(),
    mentioning: async () => new Set<string>(),
    otherNames: async () => [],
    statesIn: async () => new Map(),
  };
  const filler = ['Rain fell.', 'Wind blew.', 'Snow fell.'];
  const [about, inPassing] = [
    makeTestArticle({ id: 'dw:1', at: '2026-05-06T02:00:00Z', headline: 'Varn votes', paragraphs: filler }),
    makeTestArticle({
      id: 'dw:2',
      at: '2026-05-06T02:00:00Z',
      headline: 'Rain',
      paragraphs: [...filler, 'So it did in Varn.'],
    }),
  ];
  const { select, selectMain } = createInterestReader(topics, none)('Varn', 'en');
  expect((await select([about, inPassing])).map(({ id }) => id)).toEqual(['dw:1', 'dw:2']);
  expect(await selectMain([about, inPassing])).toEqual(new Set(['dw:1']));
});

test('an actor or a region is seen in a headline, whose names no text below repeats', async () => {
  const sources = {
    storiesOf: async () => new Map(),
    mentioning: async () => new Set<string>(),
    otherNames: async (name: string) => (name === 'Park Jin' ? ['박진', 'Foreign Minister Park Jin', 'Park'] : []),
    statesIn: async () => new Map(),
  };
  const headlines = ['Park Jin lands in Oland', 'Park opens in Varn', 'Minister: 박진', 'France votes', 'Rain'];
  const articles = headlines.map((headline, at) =>
    makeTestArticle({ id: `dw:${at}`, at: '2026-05-06T02:00:00Z', headline, paragraphs: ['It was announced late.'] }),
  );
  const selected = async (typed: string) => {
    const { select, selectMain } = createInterestReader(topics, sources)(typed, 'en');
    const found = (await select(articles)).map(({ headline }) => headline);
    expect(await selectMain(articles)).toHaveProperty('size', found.length);
    return found;
  };
  expect(await selected('actor:"Park Jin"')).toEqual(['Park Jin lands in Oland', 'Minister: 박진']);
  expect(await selected('actor:"Ada Ruiz"')).toEqual([]);
  expect(await selected('region:France')).toEqual(['France votes']);
  expect(await selected('region:Europe')).toEqual(['France votes']);
});
