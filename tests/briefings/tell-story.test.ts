import { expect, test } from 'vitest';
import { tellStory } from '../../src/briefings/tell-story.ts';
import { runSync } from '../../src/runtime/yield-to-event-loop.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const at = '2026-05-06T02:00:00Z';
const flood = makeTestArticle({
  id: 'dw:1',
  at,
  headline: 'Flood kills nine in Sarwana',
  paragraphs: [
    'A flood killed nine people in the Sarwana district on Sunday, the ministry said.',
    'It also tore away 40 bridges and two power lines in the upper valley.',
  ],
});
const request = { length: 'normal', windowEnd: Temporal.Instant.from('2026-05-06T08:00:00Z') } as const;
const texts = (story: { statements: readonly { text: string }[] } | undefined) =>
  story?.statements.map(({ text }) => text);

test('sentences are chosen once a story has a place', () => {
  const ranked = runSync(tellStory({ storyId: '1', articles: [flood], delivered: [] }, request));
  expect(texts(ranked?.story)).toEqual([]);
  expect(texts(ranked?.tell && runSync(ranked.tell()))?.[0]).toMatch('killed nine people');
});

test('a sentence that refers to the one before follows it', () => {
  const ranked = runSync(tellStory({ storyId: '1', articles: [flood], delivered: [] }, request));
  expect(texts(ranked?.tell && runSync(ranked.tell()))).toEqual(flood.sentences.map(({ text }) => text));
});

test('a charge comes with its denial, and without a turn to other news', () => {
  const charged = makeTestArticle({
    id: 'dw:2',
    at,
    headline: 'Court removes prosecutor Danesh',
    paragraphs: [
      'Judges have voted to remove prosecutor Omar Danesh over claims that he took bribes, the court said on Tuesday.',
      'The court in Lanzberg has 120 members from 60 states and spent 14 months and 3 hearings on the case.',
      'Danesh has denied the claims.',
      'Meanwhile, 40 people were hurt when a tram left its rails in Sarwana.',
    ],
  });
  const ranked = runSync(tellStory({ storyId: '2', articles: [charged], delivered: [] }, request));
  const told = texts(ranked?.tell && runSync(ranked.tell())) ?? [];
  // By worth: the denial stands before all else that may follow.
  expect(told[1]).toBe('Danesh has denied the claims.');
  expect(told.join(' ')).not.toContain('tram');
});

test('a publisher is called as its feed is configured, else by its host', () => {
  const foreign = { ...flood, id: 'paper:1', url: 'https://www.paper.example/1' };
  const publishersOf = (publishers?: ReadonlyMap<string, string>) =>
    runSync(tellStory({ storyId: '1', articles: [foreign], delivered: [] }, { ...request, publishers }))?.story
      .publishers;
  expect(publishersOf(new Map([['paper', 'Sarwana Post']]))).toEqual(['Sarwana Post']);
  expect(publishersOf()).toEqual(['paper.example']);
});

test('a story whose sentences were all delivered has no news', () => {
  const delivered = flood.sentences.map(({ text, index }) => ({
    text,
    citation: { articleId: 'dw:1', revision: 1, sentence: index, quote: text, url: flood.url, publishedAt: at },
  }));
  expect(runSync(tellStory({ storyId: '1', articles: [flood], delivered }, request))).toBeUndefined();
});
