import { parseFeedDate } from '../text/feed-date.ts';

/** How long a server asks to wait, in milliseconds: Retry-After in seconds, or as a date, which counts from the response's own date. */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const until = parseFeedDate(value);
  const now = parseFeedDate(headers.get('date') ?? '');
  return until && now ? Math.max(0, until.epochMilliseconds - now.epochMilliseconds) : undefined;
}
