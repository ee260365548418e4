import { expect, test } from 'vitest';
import { briefingWording, sinceTime } from '../../src/briefings/message/briefing-frame.ts';
import { firstHour } from '../../src/subscriptions/schedule.ts';
import { dayAndMonth, fullDay, weekdayName } from '../../src/wording/formats.ts';
import { createMessage, message, pluralForms } from '../../src/wording/message.ts';
import { catalogOf } from '../../src/wording/wording-for.ts';

const polish = '{count, plural, one {# artykuł} few {# artykuły} many {# artykułów} other {# artykułu}}';

test.each([
  ['en', 1, '1 story'],
  ['en', 0, '0 stories'],
  ['en', 1_234, '1,234 stories'],
  ['ru', 1, '1 сюжет'],
  ['ru', 3, '3 сюжета'],
  ['ru', 5, '5 сюжетов'],
  ['ru', 11, '11 сюжетов'],
  ['ru', 21, '21 сюжет'],
  ['ru', 22, '22 сюжета'],
  ['uk', 1, '1 сюжет'],
  ['uk', 4, '4 сюжети'],
  ['uk', 12, '12 сюжетів'],
  ['uk', 31, '31 сюжет'],
  ['ar', 1, 'موضوع واحد'],
  ['ar', 2, 'موضوعان'],
  ['ar', 7, '7 مواضيع'],
  ['ar', 11, '11 موضوعًا'],
  ['ar', 100, '100 موضوع'],
  ['zh', 3, '3个事件'],
])('in %s the form follows the number: %i is "%s"', (code, count, said) => {
  expect(catalogOf(code).briefing.stories(count)).toBe(said);
});

// Polish is not one of our languages: this is the next one that somebody may add.
test('a plural of Polish chooses as Polish does', () => {
  const articles = createMessage<[number]>(['count'], polish, 'pl');
  expect([1, 2, 5, 12, 22, 1.5].map((count) => articles(count))).toEqual([
    '1 artykuł',
    '2 artykuły',
    '5 artykułów',
    '12 artykułów',
    '22 artykuły',
    '1,5 artykułu',
  ]);
});

test('what is filled in is never read as a message', () => {
  const named = message(['name', 'near'], '"{name}" is unknown; did you mean {near}?');
  expect(named('{near} <b>', "it's '{name}'")).toBe("\"{near} <b>\" is unknown; did you mean it's '{name}'?");
});

test('a browser gets the forms of a plural, and no others', () => {
  expect(pluralForms({ text: polish })).toEqual({
    one: '# artykuł',
    few: '# artykuły',
    many: '# artykułów',
    other: '# artykułu',
  });
  expect(pluralForms({ text: 'Which {name}?' })).toEqual({});
});

test.each([
  ['es', '08:00', 'lunes a las 08:00'],
  ['es', '01:00', 'lunes a la 01:00'],
  ['pt', '01:00', 'segunda-feira à 01:00'],
  ['pt', '11:00', 'segunda-feira às 11:00'],
  ['uk', '11:00', 'понеділок об 11:00'],
  ['uk', '12:00', 'понеділок о 12:00'],
  ['en', '01:00', 'Monday at 01:00'],
])('in %s the preposition follows the hour: %s', (code, time, expected) => {
  const say = catalogOf(code);
  expect(say.subscription.form.daysAt(weekdayName(1, say), time, firstHour([time]))).toBe(expected);
});

test('the first of a month is an ordinal in French, and nowhere else', () => {
  const [first, second] = ['2026-05-01', '2026-05-02'].map((day) => Temporal.PlainDate.from(day));
  expect([first, second].map((day) => day && dayAndMonth(day, { locale: 'fr-FR' }))).toEqual(['1er mai', '2 mai']);
  expect(first && fullDay(first, { locale: 'fr-FR' })).toBe('1er mai 2026');
  expect(first && dayAndMonth(first, { locale: 'es-ES' })).toBe('1 de mayo');
});

test.each([
  ['en', 'Nothing new since Friday 08:00.'],
  ['de', 'Nichts Neues seit Freitag, 08:00 Uhr.'],
  ['es', 'Sin novedades desde el viernes a las 08:00.'],
  ['pt', 'Nada de novo desde sexta-feira às 08:00.'],
  ['ru', 'Ничего нового с пятницы, 08:00.'],
  ['uk', 'Нічого нового з п’ятниці, 08:00.'],
])('in %s a weekday after "since" is inflected as it must be', (code, expected) => {
  const words = briefingWording(code);
  const frame = { zone: 'UTC', at: Temporal.Instant.from('2026-05-11T08:00:00Z') };
  expect(words.quiet(sinceTime('2026-05-08T08:00:00Z', frame, words))).toBe(expected);
});

test.each([
  ['es', '2026-05-11T01:00:00Z', 'desde hoy a la 01:00'],
  ['ru', '2026-05-05T08:00:00Z', 'со вторника, 08:00'],
  ['ru', '2026-05-01T08:00:00Z', 'с 1 мая, 08:00'],
  ['ru', '2026-05-11T01:00:00Z', 'с 01:00 сегодняшнего дня'],
  ['uk', '2026-05-06T08:00:00Z', 'із середи, 08:00'],
])('in %s so is a day: %s', (code, instant, expected) => {
  const words = briefingWording(code);
  const frame = { zone: 'UTC', at: Temporal.Instant.from('2026-05-11T08:00:00Z') };
  expect(words.quiet(sinceTime(instant, frame, words))).toContain(expected);
});
