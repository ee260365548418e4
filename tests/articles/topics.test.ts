import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findTopics, parseTopics, pathSections, topicName } from '../../src/articles/topics.ts';
import { parseFeedCatalog } from '../../src/feeds/feed-catalog.ts';
import { placeOfCountry } from '../../src/text/countries.ts';

const topics = parseTopics(readFileSync('config/topics.yaml', 'utf8'));
const catalog = parseFeedCatalog(readFileSync('config/feeds.yaml', 'utf8'));

function topicsOf(labels: readonly string[], language = 'en', feedTopics: readonly string[] = []): readonly string[] {
  return findTopics(topics, { feedTopics, labels, placeOf: (name) => placeOfCountry(name, language) });
}

describe('a label means a topic', () => {
  test.each([
    ['en', 'NATURE AND ENVIRONMENT', 'environment'],
    ['en', 'Soccer', 'sports'],
    ['en', 'Law and Justice', 'society'],
    ['en', 'Catastrophe', 'disasters'],
    ['en', 'Cars and Transportation', 'business'],
    ['en', 'Terrorism', 'conflicts'],
    ['de', 'Wissen & Umwelt', 'science'],
    ['de', 'Wissen & Umwelt', 'environment'],
    ['fr', 'Afrique', 'africa'],
    ['es', 'Ciencia y Ecología', 'environment'],
    ['pt-br', 'Brasil', 'americas'],
    ['pl', 'Gospodarka', 'business'],
    ['ru', 'В мире', 'world'],
    ['ru', 'Культура и стиль жизни', 'culture'],
    ['uk', 'Політика і суспільство', 'politics'],
    ['bg', 'Околна среда', 'environment'],
    ['sr', 'Društvo', 'society'],
    ['bs', 'Bliski istok', 'middle-east'],
    ['hr', 'Gospodarstvo', 'business'],
    ['mk', 'Култура', 'culture'],
    ['ro', 'Sănătate', 'health'],
    ['sq', 'Ekonomi', 'business'],
    ['el', 'Οικονομία', 'business'],
    ['tr', 'GÜNEY', undefined],
    ['tr', 'SPOR', 'sports'],
    ['tr', 'Çevre', 'environment'],
    ['ar', 'رياضة', 'sports'],
    ['fa-ir', 'اقتصاد', 'business'],
    ['ur', 'کھیل', 'sports'],
    ['hi', 'विज्ञान', 'science'],
    ['bn', 'সংস্কৃতি', 'culture'],
    ['id', 'Lingkungan', 'environment'],
    ['zh', '经济', 'business'],
    ['zh-hant', '文化經緯', 'culture'],
    ['sw', 'Michezo', 'sports'],
    ['ha', 'Siyasa', 'politics'],
    ['am', 'ፖለቲካ', 'politics'],
  ])('%s: %s is %s', (language, label, topic) => {
    const found = topicsOf([label], language);
    if (topic) expect(found).toContain(topic);
    else expect(found).toEqual([]);
  });

  test.each([
    ['South Korea', ['asia']],
    ['Georgia', ['europe']],
    ['Egypt', ['africa', 'middle-east']],
    ['Brazil', ['americas']],
    ['Germany', ['europe', 'germany']],
    ['News', []],
  ])('a country lies in its continents: %s', (label, expected) => {
    expect(topicsOf([label])).toEqual(expected);
  });
});

test('feed, section path and kicker count together, each topic once, in our order', () => {
  const labels = ['Politics', ...pathSections('https://www.dw.com/en/asia/a-1')];
  expect(topicsOf(labels, 'en', ['world', 'asia'])).toEqual(['world', 'asia', 'politics']);
});

test('a headline in the path is no topic', () => {
  expect(topicsOf(pathSections('https://www.dw.com/en/germany-beats-spain/a-1'))).toEqual([]);
});

test('every feed of the catalog has topics that there are and a language that names them', () => {
  const known = new Set(topics.map(({ id }) => id));
  for (const { id, topics: named } of catalog.values()) {
    expect({ id, unknown: named.filter((topic) => !known.has(topic)) }).toEqual({ id, unknown: [] });
  }
  const world = topics.find(({ id }) => id === 'world');
  const unnamed = [...catalog.values()].filter(
    ({ language }) => world && language !== 'en' && topicName(world, language) === 'World',
  );
  expect(unnamed).toEqual([]);
});
