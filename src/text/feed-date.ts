/** Zone names that feeds use and Date.parse does not know, as offsets. */
const offsets: Readonly<Record<string, string>> = {
  UT: 'GMT',
  CET: '+0100',
  CEST: '+0200',
  BST: '+0100',
  EET: '+0200',
  EEST: '+0300',
  MSK: '+0300',
};
const iso = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const zoneName = /\s([A-Z]{2,4})$/;
const zoneAtEnd = /(?:\s[A-Z]{1,4}|[+-]\d{2}:?\d{2})$/;

/** Parses a date of a feed or page, RFC 3339 or RFC 822; a time without a zone counts as UTC. Undefined if it is not a date. */
export function parseFeedDate(text: string): Temporal.Instant | undefined {
  const trimmed = text.trim();
  const match = iso.exec(trimmed);
  const milliseconds = Date.parse(match ? zonedIso(trimmed, match[1]) : zonedRfc822(trimmed));
  return Number.isNaN(milliseconds) ? undefined : Temporal.Instant.fromEpochMilliseconds(milliseconds);
}

function zonedIso(text: string, zone: string | undefined): string {
  return text.length > 10 && zone === undefined ? `${text}Z` : text;
}

function zonedRfc822(text: string): string {
  const known = text.replace(zoneName, (all, name: string) => (offsets[name] ? ` ${offsets[name]}` : all));
  return zoneAtEnd.test(known) ? known : `${known} GMT`;
}
