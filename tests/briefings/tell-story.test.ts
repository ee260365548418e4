import { expect, test } from 'vitest';
import type { BriefingStory } from '../../src/briefings/briefing.ts';
import { briefingMessage } from '../../src/briefings/message/briefing-message.ts';
import type { Correction } from '../../src/briefings/news/find-corrections.ts';
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

const explains = makeTestArticle({
  id: 'dw:8',
  at: '2026-05-05T02:00:00Z',
  headline: 'Why the Sarwana valley floods so often',
  paragraphs: ['The valley of Sarwana is narrow.'],
});
const explainerOf = (articles: readonly (typeof flood)[]) =>
  runSync(tellStory({ storyId: '1', articles, delivered: [] }, request))?.story.explainer;

test('a running story links the article that explains it, or a page that its articles link', () => {
  const [url, otherUrl] = ['https://www.dw.com/en/how-sarwana-floods/a-77', 'https://www.dw.com/en/what-is-sumo/a-78'];
  const linking = {
    ...makeTestArticle({ id: 'dw:9', at, headline: 'Flood in Sarwana recedes', paragraphs: ['The flood recedes.'] }),
    related: [
      { url: otherUrl, title: 'What is sumo?' },
      { url, title: 'How Sarwana lives with every flood' },
    ],
  };
  expect(explainerOf([flood, explains])).toEqual({ articleId: 'dw:8', title: explains.headline, url: explains.url });
  expect(explainerOf([flood, linking])).toMatchObject({ articleId: 'dw:77', url });
  const [own, linked] = ['tagblatt:https://tagblatt.example/a-1', 'https://tagblatt.example/floods/a-77'];
  const elsewhere = { ...linking, id: own, related: [{ url: linked, title: 'How Sarwana lives with every flood' }] };
  expect(explainerOf([flood, elsewhere].map((one) => ({ ...one, id: one === flood ? own : `${own}2` })))).toMatchObject(
    {
      articleId: `tagblatt:${linked}`,
    },
  );
  // A single article is no running story.
  expect(explainerOf([flood])).toBeUndefined();
  expect(explainerOf([{ ...linking, headline: 'Flood kills nine in Sarwana' }])).toBeUndefined();
});

test.each([
  ['en', 'Background: '],
  ['de', 'Hintergrund: '],
  ['fr', 'Contexte\u00a0: '],
  ['es', 'Contexto: '],
  ['pt', 'Contexto: '],
  ['ru', 'Контекст: '],
  ['uk', 'Контекст: '],
  ['tr', 'Arka plan: '],
  ['ar', 'الخلفية: '],
  ['zh', '背景：'],
])('the explanation is a link below the story, called as the reader of %s calls it', (reader, label) => {
  const explainer = { articleId: 'dw:8', title: explains.headline, url: explains.url };
  const told = runSync(tellStory({ storyId: '1', articles: [flood], delivered: [] }, request))?.story;
  const linesOf = (corrections: readonly Correction[] = []) => {
    const stories = [{ ...told, explainer } as BriefingStory];
    const briefing = { ...request, id: 'b', interest: 'everything', language: 'en', also: [], wordCount: 0 } as const;
    const shown = { ...briefing, stories, windowStart: at, windowEnd: at };
    const { blocks } = briefingMessage(shown, { zone: 'UTC', at: request.windowEnd, reader, corrections });
    return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.spans] : []));
  };
  expect(linesOf()).toContainEqual([
    { kind: 'text', text: label, style: 'strong' },
    { kind: 'link', text: explains.headline, url: explains.url },
  ]);
  const said = { articleId: 'dw:8', revision: 1, sentence: -1, quote: '', url: '', publishedAt: at };
  expect(linesOf([{ said, numbers: [], at, takenBack: { by: 'publisher', isWhole: true } }])).toEqual([]);
});
