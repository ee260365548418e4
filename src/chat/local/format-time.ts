import { formatDate } from '../../text/found-date.ts';

/** `19 July 2022, 08:00 Seoul`: an instant in its zone, by the clock there. */
export function formatTime({
  at,
  zone,
  precision,
  language = 'en',
}: {
  readonly at: string;
  readonly zone: string;
  readonly precision: 'day' | 'minute';
  readonly language?: string | undefined;
}): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const day = formatDate(local.toPlainDate().toString(), language);
  if (precision === 'day') return day;
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${day}, ${time} ${zone.split('/').at(-1)?.replaceAll('_', ' ')}`;
}
