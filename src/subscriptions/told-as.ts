import { UserError } from '../user-error.ts';
import type { Catalog } from '../wording/catalog.ts';
import { en } from '../wording/en/index.ts';
import { timesInEnglish } from '../wording/typed-times.ts';
import { describeSchedule } from './schedule.ts';
import type { Subscription } from './subscription.ts';

/** How a channel is told: by briefings at its times, by an alert when a story breaks, or by both. */
export type ToldAs = 'digest' | 'alerts' | 'both';

/** "digest", "alerts", "both", also as "digest, alerts". Throws UserError. */
export function parseToldAs(text: string): ToldAs {
  const named = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  named.delete('and');
  const known = [...named].every((word) => /^(?:digests?|alerts?|both)$/.test(word));
  if (!known || named.size === 0) throw new UserError(({ errors }) => errors.unknownToldAs(text));
  const has = (what: string): boolean => named.has(what) || named.has(`${what}s`);
  if (has('both') || (has('digest') && has('alert'))) return 'both';
  return has('alert') ? 'alerts' : 'digest';
}

/** Takes the alerts out of times: "weekdays at 8 and alerts" is both, "alerts" alone has no times. */
export function splitAlerts(typed: string): { readonly as: ToldAs; readonly times: string } {
  const times = timesInEnglish(typed);
  const rest = times.replace(/(?:[\s,;+]*\b(?:and|with|plus|und)\b)?[\s,;+]*\balerts?\b/iu, '').trim();
  if (rest === times.trim()) return { as: 'digest', times: typed };
  return { as: rest === '' ? 'alerts' : 'both', times: rest };
}

/** "weekdays at 08:00 (Seoul) and alerts", in a language. */
export function describeWhen({ as, schedule }: Pick<Subscription, 'as' | 'schedule'>, say: Catalog = en): string {
  if (as === 'alerts') return say.subscription.alertsOnly;
  const when = describeSchedule(schedule, say);
  return as === 'both' ? say.subscription.andAlerts(when) : when;
}
