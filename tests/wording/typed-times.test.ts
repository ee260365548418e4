import { describe, expect, test } from 'vitest';
import { editForm } from '../../commands/subscription-forms.ts';
import { parseWhen } from '../../src/subscriptions/parse-when.ts';
import type { Weekday } from '../../src/subscriptions/schedule.ts';
import { type DeliveryMode, type Subscription, splitAlerts } from '../../src/subscriptions/subscription.ts';
import { timesInEnglish } from '../../src/wording/typed-times.ts';
import { catalogOf, languages } from '../../src/wording/wording-for.ts';

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const schedules: readonly (readonly [readonly Weekday[], readonly string[]])[] = [
  [everyDay, ['08:00']],
  [
    [1, 2, 3, 4, 5],
    ['08:00', '17:00'],
  ],
  [
    [6, 7],
    ['00:30', '12:00', '18:45'],
  ],
  ...everyDay.map((day) => [[day], ['09:05']] as const),
  [
    [1, 3, 5],
    ['08:00', '17:00'],
  ],
  [[2, 7], ['08:00']],
  [[1], ['01:00']],
  [everyDay, ['11:00', '12:00']],
];

function subscriptionAt(as: DeliveryMode, days: readonly Weekday[], times: readonly string[]): Subscription {
  const schedule = { days, times, zone: 'Asia/Seoul' };
  return { id: 1, interest: 'asia', as, schedule, length: 'normal', maxStories: 5 } as Subscription;
}

/** What stands between quotation marks, in whichever of our languages. */
function quoted(text: string): string[] {
  const found = text.matchAll(/"([^"]*)"|„([^“]*)“|«([^»]*)»|“([^”]*)”/gu);
  return Array.from(
    found,
    (match) =>
      match
        .slice(1)
        .find((inner) => inner !== undefined)
        ?.trim() ?? '',
  );
}

describe.each(languages.map((code) => [code, catalogOf(code)] as const))('in %s', (_language, say) => {
  const whenField = (subscription: Subscription) =>
    editForm(subscription, say).fields.find(({ name }) => name === 'times') ?? { value: '', hint: '' };

  test.each(schedules)('what the form shows of %j at %j is read as it was', (days, times) => {
    for (const as of ['digest', 'both'] as const) {
      const split = splitAlerts(whenField(subscriptionAt(as, days, times)).value ?? '');
      expect(split.as).toBe(as);
      expect(parseWhen(split.times)).toEqual({ days, times });
    }
  });

  test('its examples can be typed', () => {
    const { hint = '' } = whenField(subscriptionAt('digest', everyDay, ['08:00']));
    // What Discord takes for a field.
    expect(hint.length).toBeLessThanOrEqual(100);
    const [both = '', alone = ''] = quoted(hint);
    expect(splitAlerts(both).as).toBe('both');
    expect(parseWhen(splitAlerts(both).times)).toEqual({ days: [1, 2, 3, 4, 5], times: ['08:00'] });
    expect(splitAlerts(alone)).toEqual({ as: 'alerts', times: '' });
  });

  test('the times that descriptions and errors quote can be typed', () => {
    const texts = [say.commands.subscribe.times, say.errors.noTimes, say.errors.noTime('')];
    const examples = texts.flatMap(quoted).filter((text) => text !== '');
    expect(examples).toHaveLength(4);
    for (const example of examples) expect(parseWhen(example).times, example).toBeDefined();
  });

  test('the days that descriptions and errors name can be typed', () => {
    const { daily, weekdays, weekends } = say.subscription;
    expect(say.commands.subscribe.days).toContain(daily);
    for (const text of [say.errors.noDays, say.errors.unknownDay('xyz')])
      for (const word of [daily, weekdays, weekends]) expect(text).toContain(word);
    for (const word of [daily, weekdays, weekends]) expect(parseWhen('', word).days, word).toBeDefined();
  });
});

test.each([
  ['Montag, Mi und Freitag um 8 Uhr und 17 Uhr', [1, 3, 5], ['08:00', '17:00']],
  ['lundi à 8h et 17h30', [1], ['08:00', '17:30']],
  ['sábado y domingo a las 9', [6, 7], ['09:00']],
  ['segunda e quarta às 07:30', [1, 3], ['07:30']],
  ['Pazartesi, saat 08:00 ve 17:00', [1], ['08:00', '17:00']],
  ['Hafta sonu, saat 10:00', [6, 7], ['10:00']],
  ['п\u2019ятниця о 18:00', [5], ['18:00']],
  ['пн, ср и пт в 8', [1, 3, 5], ['08:00']],
  ['الاثنين والأربعاء الساعة 08:00 و17:00', [1, 3], ['08:00', '17:00']],
  ['星期一、星期三和星期五 08：00和17：00', [1, 3, 5], ['08:00', '17:00']],
])('%s is read', (typed, days, times) => {
  expect(parseWhen(typed)).toEqual({ days, times });
});

test.each(['weekdays at noon', '8am and 5pm', 'every Monday at 8 p.m.', 'tomorrow maybe', 'Mon-Fri 8'])(
  'English stays as it is: %s',
  (typed) => {
    expect(timesInEnglish(typed)).toBe(typed);
  },
);
