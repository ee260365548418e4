import { expect, test } from 'vitest';
import { findDates } from '../../src/text/dates.ts';

const publishedAt = Temporal.Instant.from('2022-06-10T08:00:00Z');
const datesOf = (text: string, language: string) => findDates(text, language, publishedAt).map(({ date }) => date);

test.each([
  ['ru', 'Мост закрыли 15 марта 2022 года.', ['2022-03-15']],
  ['uk', 'Міст закрили 3 травня.', ['2022-05-03']],
  ['es', 'El puente cerró el 15 de marzo de 2022.', ['2022-03-15']],
  ['fr', 'Le pont a fermé le 1er mai.', ['2022-05-01']],
  ['pt', 'A ponte abriu em março de 2019.', ['2019-03']],
  ['pl', 'Most zamknięto 3 maja 2021 r.', ['2021-05-03']],
  ['tr', 'Köprü 15 Mart 2022 tarihinde kapandı.', ['2022-03-15']],
  ['ar', 'أغلق الجسر في ١٥ مارس ٢٠٢٢.', ['2022-03-15']],
  ['hi', 'पुल 15 मार्च 2022 को बंद हुआ।', ['2022-03-15']],
  ['bn', 'সেতু ১৫ মার্চ ২০২২ তারিখে বন্ধ হয়।', ['2022-03-15']],
  ['zh', '大桥于2022年3月15日关闭，4月2日重开。', ['2022-03-15', '2022-04-02']],
  ['ru', 'Мост закрыли 12.05.2022.', ['2022-05-12']],
  ['es', 'Cerró el 12/05/2022.', ['2022-05-12']],
])('finds days and months in %s: %s', (language, text, dates) => {
  expect(datesOf(text, language)).toEqual(dates);
});

test.each([
  ['es', 'Cuesta 15 euros, mayo fue frío.'],
  ['fr', 'Il y a 32 mai ici, et 99.99.2022.'],
  ['ru', 'Мост стоит 15 млн, март был холодным.'],
  ['zh', '他花了3个月修桥。'],
])('finds none in %s: %s', (language, text) => expect(datesOf(text, language)).toEqual([]));

test('tells where a date stands', () => {
  const text = 'أغلق الجسر في ١٥ مارس ٢٠٢٢.';
  const [found] = findDates(text, 'ar', publishedAt);
  expect(text.slice(found?.start, found?.end)).toBe('١٥ مارس ٢٠٢٢');
});
