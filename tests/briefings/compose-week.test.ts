import { expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import { composeWeek } from '../../src/briefings/compose-week.ts';
import { defaultRankWeights } from '../../src/briefings/ranking/rank-factors.ts';
import { runSync } from '../../src/runtime/yield-to-event-loop.ts';
import { makeTestArticle } from '../fixtures/make-test-article.ts';

const request = {
  id: 'b',
  interest: 'everything',
  language: 'en',
  length: 'normal',
  maxStories: 5,
  windowStart: Temporal.Instant.from('2027-05-03T06:00:00Z'),
  windowEnd: Temporal.Instant.from('2027-05-10T06:00:00Z'),
} as const;

function reportOf(id: string, day: string, headline: string, text: string): Article {
  return makeTestArticle({ id: `dw:${id}`, at: `2027-05-${day}T12:00:00Z`, headline, paragraphs: [text] });
}

const opened = reportOf(
  '1',
  '04',
  'Peru: Norlinie trial opens',
  'The trial of four managers of the ferry company Norlinie opened in Varn on Tuesday.',
);
const verdict = reportOf(
  '2',
  '08',
  'Peru: Court sentences Norlinie managers in ferry trial',
  'Two managers of Norlinie were sentenced to three years in prison for the sinking of a ferry, a court said on Saturday.',
);

/** Each article is a story of its own; what names Peru is in one affair of the archive. */
function week(...articles: readonly Article[]): readonly (readonly string[])[] {
  const material = articles.map((article, at) => ({
    storyId: `s${at}`,
    ...(/Peru/u.test(article.headline) && { affairId: 1 }),
    articles: [article],
    delivered: [],
  }));
  const { stories } = runSync(composeWeek(request, material, { weights: defaultRankWeights }));
  return stories.map(({ title, statements }) => [title, ...statements.map(({ date, text }) => `${date} ${text}`)]);
}

const titles = (...articles: readonly Article[]) => week(...articles).map(([title]) => title);
const ledeOf = ({ publishedAt, sentences }: Article): string =>
  `${publishedAt.toString().slice(0, 10)} ${sentences[0]?.text}`;
const namedOn = ({ publishedAt, headline }: Article): string => `${publishedAt.toString().slice(0, 10)} ${headline}`;

test('an affair is told by its weightiest event, with the headlines of its first and its last day', () => {
  const appeal = reportOf(
    '3',
    '09',
    'Peru: Prosecutors appeal against Norlinie sentence',
    'Prosecutors in Peru said that the managers of Norlinie deserve more than three years in prison.',
  );
  expect(week(opened, appeal, verdict)).toEqual([
    [verdict.headline, namedOn(opened), ledeOf(verdict), namedOn(appeal)],
  ]);
});

test('an event of one day has its place, with one line', () => {
  const flood = reportOf(
    '3',
    '05',
    'Oland: Flood kills 40 in Sarwana',
    'A flood of the Tamra has killed 40 people in the district of Sarwana.',
  );
  const stories = week(opened, flood, verdict);
  expect(stories).toHaveLength(2);
  expect(stories).toContainEqual([flood.headline, ledeOf(flood)]);
});

test('what only happens in the same state is an affair of its own', () => {
  const vote = reportOf(
    '3',
    '04',
    'Peru votes on a new parliament',
    'Voters in Peru elected a parliament on Tuesday, and 61 percent of them took part.',
  );
  expect(week(vote, opened, verdict)).toContainEqual([vote.headline, ledeOf(vote)]);
});

test('what was published before the week is none of its states', () => {
  const earlier = reportOf(
    '4',
    '01',
    'Peru: Norlinie managers charged in ferry trial',
    'Prosecutors in Peru have charged four managers of Norlinie with the deaths of 31 passengers.',
  );
  expect(week(earlier, opened, verdict)).toEqual([[verdict.headline, namedOn(opened), ledeOf(verdict)]]);
});

test('a preview whose day is over is left out, one whose day is to come is not', () => {
  const announce = (id: string, text: string) => reportOf(id, '06', 'Varn: Ministers to meet for talks', text);
  const past = announce('4', 'The ministers of Varn and Oland will meet for talks on Friday.');
  const future = announce('5', 'The ministers of Varn and Oland will meet for talks on May 20.');
  const busy = [
    verdict,
    reportOf('6', '05', 'Oland: Flood kills 40 in Sarwana', 'A flood of the Tamra has killed 40 people in Sarwana.'),
    reportOf('7', '07', 'Tamra parliament approves budget', 'The parliament of Tamra has approved a budget.'),
  ];
  expect(titles(...busy, past)).not.toContain(past.headline);
  expect(titles(...busy, future)).toContain(future.headline);
});

test('an explanation is no state, and has a place only where a week has little news', () => {
  const explained = reportOf(
    '4',
    '09',
    'Why did the Norlinie ferry sink off Peru?',
    'Managers of the ferry company Norlinie were sentenced in Peru. Experts see several reasons for the sinking.',
  );
  expect(week(opened, verdict, explained)).toEqual([[verdict.headline, namedOn(opened), ledeOf(verdict)]]);
  expect(titles(explained)).toEqual([explained.headline]);
});

test('a war that much of the week is about takes in all that names its state', () => {
  const strikes = ['04', '05', '06', '07'].map((day, at) =>
    reportOf(
      `w${at}`,
      day,
      `Peru war: Troops attack Varn for day ${at + 2}`,
      `Troops attacked Varn in the north of Peru again, as the war entered its day ${at + 2}.`,
    ),
  );
  const asides = [
    reportOf('a', '06', 'Fuel prices rise over Peru', 'Drivers pay more for fuel than a month ago.'),
    reportOf('b', '07', 'Pope calls for peace in Peru', 'The pope prayed on the balcony of his palace.'),
  ];
  const others = Array.from({ length: 8 }, (_, at) =>
    reportOf(
      `o${at}`,
      '06',
      `Town ${'abcdefgh'[at]}lanzberg opens bridge`,
      `A bridge was opened in ${'abcdefgh'[at]}lanzberg.`,
    ),
  );
  const told = titles(...strikes, ...asides, ...others);
  expect(told.filter((title) => title?.includes('Peru'))).toHaveLength(1);
  expect(told[0]).toMatch(/^Peru war/u);
});

test('of events that weigh alike the last one is the title, and an affair ends as its week does', () => {
  const strikes = (id: string, day: string, count: number) =>
    reportOf(
      id,
      day,
      `Peru: Strike on Varn kills ${count}`,
      `A strike on the port of Varn in Peru has killed ${count} people.`,
    );
  const truce = reportOf(
    '3',
    '09',
    'Peru agrees to a ceasefire in Varn',
    'Peru and the rebels of Varn agreed on Sunday.',
  );
  const [first, second] = [strikes('1', '04', 20), strikes('2', '06', 21)];
  expect(week(first, second, truce)).toEqual([[second.headline, namedOn(first), ledeOf(second), namedOn(truce)]]);
});

test('one event that the archive has in two affairs has one place', () => {
  const report = reportOf(
    '3',
    '09',
    'Norlinie sentence: Oland protests',
    'Oland protests against the Norlinie sentence of a court in Peru.',
  );
  const told = titles(opened, verdict, report);
  expect(told).toEqual([verdict.headline]);
});

test('what two states have to do with each other has one place', () => {
  const war = [
    reportOf('1', '04', 'Missiles from Chile strike Bolivia', 'Rockets hit a harbor in the west on Tuesday.'),
    reportOf('2', '07', 'Bolivia bombs refinery in Chile', 'A depot burned near the border, the army said.'),
    reportOf('3', '08', 'Kenya bombs rebels', 'Aircraft attacked camps in the north.'),
  ];
  expect(titles(...war)).toEqual([war[1]?.headline, war[2]?.headline]);
});

test('what an affair of the archive has besides is another one', () => {
  const storm = reportOf(
    '3',
    '06',
    'Peru: Storm kills 12 in Ankaya',
    'A storm has killed 12 people in the mountains of Ankaya.',
  );
  expect(titles(opened, verdict, storm)).toHaveLength(2);
});
