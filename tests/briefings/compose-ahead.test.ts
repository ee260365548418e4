import { describe, expect, test } from 'vitest';
import type { BriefingLength } from '../../src/briefings/briefing.ts';
import { announcementsIn, composeAhead } from '../../src/briefings/compose-ahead.ts';
import { composeBriefing } from '../../src/briefings/compose-briefing.ts';
import { briefingMessage } from '../../src/briefings/message/briefing-message.ts';
import { defaultRankWeights } from '../../src/briefings/ranking/rank-factors.ts';
import type { StoryMaterial } from '../../src/briefings/story-material.ts';
import { runSync } from '../../src/runtime/yield-to-event-loop.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const windowEnd = Temporal.Instant.from('2027-05-03T06:00:00Z');
const after = Temporal.PlainDate.from('2027-05-03');
const request = {
  id: 'b',
  interest: 'everything',
  language: 'en',
  length: 'normal',
  maxStories: 5,
  windowStart: Temporal.Instant.from('2027-05-02T06:00:00Z'),
  windowEnd,
} as const;

function datesIn(paragraphs: readonly string[], language = 'en'): readonly string[] {
  // In a script without capitals a word of the headline says of what a sentence speaks.
  const headline = 'Oland and Varn argue over the strait; أولاند 奥兰';
  const article = makeTestArticle({ id: 'dw:1', headline, paragraphs, at: '2027-05-02T12:00:00Z', language });
  return announcementsIn(article, after).map(({ date }) => date);
}

describe('a sentence announces the date of what it says is to come', () => {
  test.each([
    ['a vote by its day', 'Voters in Oland will elect a new parliament on May 23.', ['2027-05-23']],
    ['a trial by its weekday', 'The trial of Varn minister Ada Ruiz is set to open on Thursday.', ['2027-05-06']],
    ['a summit, of which only the month is known', 'Oland will host the summit of island states in June.', ['2027-06']],
    ['an election in the present tense', 'The election in Varn on May 30 is the first in ten years.', ['2027-05-30']],
    ['not what is over by then', 'Oland will hold talks with Varn on May 3.', []],
    ['not the far end of a plan', 'Oland will cut its emissions by half until 2035.', []],
    ['not what is months away', 'Oland will reopen the strait on December 3.', []],
    ['not what was', 'Oland closed the strait on June 1 after an attack.', []],
    ['not the day after something else', 'Oland will hold an election the day after the talks end.', []],
    ['not what has no name', 'The work is scheduled to end on May 21.', []],
    ['not what only a sentence before explains', 'He will go on trial in Varn on May 23.', []],
  ])('%s', (_, text, dates) => {
    expect(datesIn([text])).toEqual(dates);
  });

  test('not the day of a past year that was named before', () => {
    const anniversary = 'Oland has a monument to the election of May 23.';
    expect(datesIn([anniversary])).toEqual(['2027-05-23']);
    expect(datesIn(['The first parliament of Oland dates from 1921.', anniversary])).toEqual([]);
  });

  test.each([
    ['de', 'Die Wähler in Oland werden am 23. Mai ein neues Parlament wählen.'],
    ['fr', 'Les électeurs d’Oland éliront un nouveau parlement le 23 mai 2027.'],
    ['es', 'Los votantes de Oland elegirán un nuevo parlamento el 23 de mayo de 2027.'],
    ['pt', 'Os eleitores de Oland escolherão um novo parlamento em 23 de maio de 2027.'],
    ['ru', 'Избиратели Оланда выберут новый парламент 23 мая 2027 года.'],
    ['uk', 'Виборці Оланду оберуть новий парламент 23 травня 2027 року.'],
    ['tr', 'Oland seçmenleri 23 Mayıs 2027 tarihinde yeni parlamentoyu seçecek.'],
    ['ar', 'سينتخب الناخبون في أولاند برلمانا جديدا في 23 مايو 2027.'],
    ['zh', '奥兰选民将于2027年5月23日选举新的议会，这是十年来首次举行的全国选举。'],
  ])('in %s', (language, text) => {
    expect(datesIn([text], language)).toEqual(['2027-05-23']);
  });
});

function story(storyId: string, headline: string, text: string): StoryMaterial {
  const article = makeTestArticle({ id: `dw:${storyId}`, headline, paragraphs: [text], at: '2027-05-02T12:00:00Z' });
  return { storyId, articles: [article], delivered: [] };
}

const election = story(
  '1',
  'Oland: Ruling party loses majority before election',
  'Oland will elect a new parliament on May 23.',
);
const court = story('2', 'Court in Varn tries minister', 'The court of Varn will hear minister Ada Ruiz on May 9.');

function ahead(material: readonly StoryMaterial[], length: BriefingLength = 'normal') {
  const asked = { ...request, length, after };
  return runSync(composeAhead(material, asked, { weights: defaultRankWeights }));
}

test('lists at most five announcements, of different events, by date, each cited', () => {
  const places = ['Varn', 'Estby', 'Quillan', 'Marrow', 'Tolk', 'Senna'];
  const many = places.map((place, at) =>
    story(`1${at}`, `${place} calls an election`, `${place} will hold an election on May ${20 - at}.`),
  );
  const twin = story('3', 'Parliament of Oland dissolved', 'A new parliament of Oland will be elected on May 23.');
  const found = ahead([court, election, twin]);
  expect(found.map(({ storyId, statement }) => [storyId, statement.date])).toEqual([
    ['2', '2027-05-09'],
    [expect.stringMatching(/^[13]$/u), '2027-05-23'],
  ]);
  expect(found[0]?.statement.citations).toMatchObject([{ articleId: 'dw:2', sentence: 0 }]);
  const dates = ahead(many, 'long').map(({ statement }) => statement.date ?? '');
  expect([dates.length, dates]).toEqual([5, dates.toSorted()]);
});

test('gives what is to come a quarter of the message at most', () => {
  expect(ahead([court, election], 'headlines')).toHaveLength(2);
  const long = `${'Oland and Varn, which share the strait and its islands, '.repeat(3)}will vote on May 23.`;
  expect(ahead([story('4', 'Oland and Varn vote', long), court, election], 'headlines')).toHaveLength(2);
});

test('a message says each with its day and source below the stories, in the language of the reader', () => {
  const quake = story('9', 'Earthquake in Oland kills 40', 'An earthquake killed 40 people in Oland on Sunday.');
  const told = { ...request, ahead: ahead([election, court]) };
  const briefing = composeBriefing(told, [quake, court]);
  // The court's hearing is told by its story.
  expect(briefing.ahead?.map(({ storyId }) => storyId)).toEqual(['1']);
  const linesIn = (reader: string) => {
    const { blocks } = briefingMessage(briefing, { zone: 'UTC', at: windowEnd, reader });
    return blocks.flatMap((block) =>
      'spans' in block
        ? [
            block.spans
              .map((span) => (span.kind === 'citation' ? `[${span.number}]` : 'text' in span ? span.text : ''))
              .join(''),
          ]
        : [],
    );
  };
  expect(linesIn('en').join('\n')).toContain('\nAhead\nSunday 23 May: Oland will elect a new parliament on May 23.[1]');
  const headings = ['Ausblick', 'À venir', 'Lo que viene', 'O que vem aí', 'Впереди', 'Попереду', 'Önümüzdeki günler'];
  for (const [at, reader] of ['de', 'fr', 'es', 'pt', 'ru', 'uk', 'tr'].entries())
    expect(linesIn(reader)).toContain(headings[at]);
  expect(linesIn('ar')).toContain('ما هو قادم');
  expect(linesIn('zh')).toContain('前瞻');
});
