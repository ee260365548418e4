import { expect, test } from 'vitest';
import { calendarNames } from '../../src/text/calendar-names.ts';

test.each([
  ['en', 'may', 5],
  ['de', 'marz', 3],
  ['ru', 'марта', 3],
  ['ru', 'март', 3],
  ['pl', 'wrzesnia', 9],
  ['ar', 'مارس', 3],
  ['hi', 'मार्च', 3],
  ['fr', 'sept', 9],
])('knows the month in %s: %s', (language, name, month) => {
  expect(calendarNames(language).months.get(name)).toBe(month);
});

test.each([
  ['en', 'monday', 1],
  ['es', 'domingo', 7],
  ['tr', 'sali', 2],
])('knows the day of the week in %s: %s', (language, name, day) => {
  expect(calendarNames(language).weekdays.get(name)).toBe(day);
});

test('tells who writes a dot behind the number of a day', () => {
  expect(['de', 'sr', 'hr', 'en', 'es', 'ru'].filter((language) => calendarNames(language).hasDottedDays)).toEqual([
    'de',
    'sr',
    'hr',
  ]);
});

test('takes a month whose short form is its name for a full one', () => {
  expect(calendarNames('en').shortMonths.has('may')).toBe(false);
  expect(calendarNames('en').shortMonths.has('nov')).toBe(true);
});

test.each([
  ['en', ['year', 'years', 'hours']],
  ['de', ['jahr', 'jahre', 'stunden']],
  ['ru', ['год', 'года', 'лет']],
  ['ar', ['سنة', 'سنوات']],
])('knows what time is counted in, in %s', (language, names) => {
  expect(names.filter((name) => !calendarNames(language).units.has(name))).toEqual([]);
});
