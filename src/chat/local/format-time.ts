/** `19 July 2022, 08:00 Seoul`: an instant in its zone, by the clock there. */
export function formatTime({
  at,
  zone,
  precision,
}: {
  readonly at: string;
  readonly zone: string;
  readonly precision: 'day' | 'minute';
}): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const day = local.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  if (precision === 'day') return day;
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${day}, ${time} ${zone.split('/').at(-1)?.replaceAll('_', ' ')}`;
}
