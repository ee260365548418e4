import { expect, test } from 'vitest';
import { parseWhen } from '../../src/subscriptions/parse-when.ts';
import { splitAlerts } from '../../src/subscriptions/told-as.ts';
import { catalogs } from '../../src/wording/wording-for.ts';

test.each(Object.entries(catalogs))('what %s hints at for times can be typed so', (_language, { subscription }) => {
  const [briefings = '', both = '', alone = ''] = subscription.form.whenHint.split(/\s*[;；؛]\s*/u);
  expect(parseWhen(splitAlerts(briefings).times)).toEqual({ days: [1, 2, 3, 4, 5], times: ['08:00'] });
  expect(splitAlerts(both).as).toBe('both');
  expect(parseWhen(splitAlerts(both).times)).toEqual({ days: [1, 2, 3, 4, 5], times: ['08:00'] });
  expect(splitAlerts(alone)).toEqual({ as: 'alerts', times: '' });
});
