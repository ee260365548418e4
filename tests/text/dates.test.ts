import { expect, test } from 'vitest';
import { findDates } from '../../src/text/dates.ts';
import { formatDate } from '../../src/text/found-date.ts';

// A Monday.
const publishedAt = Temporal.Instant.from('2022-07-18T14:02:00Z');

function datesIn(text: string, language = 'en'): string[] {
  return findDates(text, language, publishedAt).map(({ text: found, date, until, isTerm }) =>
    [found, '=', isTerm ? 'by ' : '', date, until ? `..${until}` : ''].join(''),
  );
}

test.each([
  ['The council met in July.', ['July=2022-07']],
  ['Thousands have fled since fighting broke out in February and will not return.', ['February=2022-02']],
  ['Since the outbreak in September, all schools have been closed.', ['September=2021-09']],
  ['He spoke of the March 5 attack on the harbor.', ['March 5=2022-03-05']],
  // Which September 5 is not said, and it is long ago.
  ['He spoke of the September 5 attack on the harbor.', []],
  ["The party is to win next June's election.", ['June=2023-06']],
  ['Police called for a ban ahead of the harbor celebrations on Sunday.', ['Sunday=2022-07-24']],
  ['The government declared Saturday a day of mourning.', ['Saturday=2022-07-23']],
  ['On Sunday, her twins will accept the prize.', ['Sunday=2022-07-24']],
  ['Some 6,500 people live there, a 2010 census says.', []],
  ['On December 30 of last year, the law passed.', ['December 30=2021-12-30', 'last year=2021']],
  ['The court ruled in 2018.', ['2018=2018']],
  ['The 2015 accord ended.', ['2015=2015']],
  ['The coast was occupied from 1910 to 1945.', ['1910 to 1945=1910..1945']],
  ['He governed 1998-2004.', ['1998-2004=1998..2004']],
  ['They voted in 2018 and 2019.', ['2018=2018', '2019=2019']],
  ['They met on Monday.', ['Monday=2022-07-18']],
  ['They met on Saturday.', ['Saturday=2022-07-16']],
  ['The vote is to be held on Sunday.', ['Sunday=2022-07-24']],
  ['It starts next Friday.', ['Friday=2022-07-22']],
  ['Rain fell last week.', ['last week=2022-07-11..2022-07-17']],
  ['The harvest begins in the last week of July.', ['July=2022-07']],
  ['The first families could return on Wednesday.', ['Wednesday=2022-07-20']],
  ['The mayor resigned yesterday.', ['yesterday=2022-07-17']],
  ['The bridge opened three years ago.', ['three years ago=2019']],
  ['A ruling is due within two months.', ['within two months=by 2022-09']],
  ['The treaty dates from July 8.', ['July 8=2022-07-08']],
  ['The port closed on 8 July 2021.', ['8 July 2021=2021-07-08']],
  ['The fair runs July 8-10.', ['July 8-10=2022-07-08..2022-07-10']],
  ['It was December; the year before, December 2020 was colder.', ['December=2021-12', 'December 2020=2020-12']],
  ['The games run from July 26 to August 11, 2024.', ['July 26 to August 11, 2024=2024-07-26..2024-08-11']],
  ['They ran from December 27 to January 5, 2021.', ['December 27 to January 5, 2021=2020-12-27..2021-01-05']],
  ['It was the first visit in 30 years.', []],
  ['The court issued a warrant for him in September.', ['September=2021-09']],
  ['A vote was scheduled for September.', ['September=2022-09']],
  ['The fair opens in September.', ['September=2022-09']],
  ['The talks will end in two weeks.', ['in two weeks=by 2022-08-01']],
  ['In the 1990s the mill closed.', ['1990=1990..1999']],
] as const)('reads the dates of "%s"', (text, dates) => {
  expect(datesIn(text)).toEqual(dates);
});

test.each([
  ['Der Rat tagte im Juli.', ['Juli=2022-07']],
  ['Das Gericht hat im September einen Haftbefehl gegen ihn erlassen.', ['September=2021-09']],
  ['Die Wahl ist im September.', ['September=2022-09']],
  ['Sie trafen sich am 3. Mai.', ['3. Mai=2022-05-03']],
  ['Seit 2016 regiert sie.', ['2016=2016']],
  ['Am Dienstagabend brannte es.', ['Dienstagabend=2022-07-12']],
  ['Die Wahl soll am Sonntag stattfinden.', ['Sonntag=2022-07-24']],
  ['Das war vergangene Woche.', ['vergangene Woche=2022-07-11..2022-07-17']],
  ['Vor zwei Wochen begann der Streik.', ['Vor zwei Wochen=2022-07-04']],
  ['Ein Urteil wird innerhalb von zwei Monaten erwartet.', ['innerhalb von zwei Monaten=by 2022-09']],
  ['Von 1910 bis 1945 war die Küste besetzt.', ['1910 bis 1945=1910..1945']],
] as const)('reads the German dates of "%s"', (text, dates) => {
  expect(datesIn(text, 'de')).toEqual(dates);
});

test.each([
  'Police may act against the group.',
  'The hall holds 1990 people.',
  'The match began at 8 pm.',
  'The march on the capital went on.',
])('finds no date in "%s"', (text) => {
  expect(datesIn(text)).toEqual([]);
});

test('gives offsets into the text', () => {
  const text = 'In short: the port closed on 8 July 2021, in rain.';
  const [found] = findDates(text, 'en', publishedAt);
  expect(text.slice(found?.start, found?.end)).toBe('8 July 2021');
});

test('counts the day of publication in the given zone', () => {
  const lateInSeoul = Temporal.Instant.from('2022-07-18T20:00:00Z');
  expect(findDates('It happened today.', 'en', lateInSeoul, 'Asia/Seoul')[0]?.date).toBe('2022-07-19');
});

test.each([
  ['2022-07-18', 'en', '18 July 2022'],
  ['2022-07', 'en', 'July 2022'],
  ['2018', 'en', '2018'],
  ['2022-07-18', 'de', '18. Juli 2022'],
] as const)('writes %s in %s as %s', (date, language, written) => {
  expect(formatDate(date, language)).toBe(written);
});
