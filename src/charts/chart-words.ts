import { formatDate } from '../text/found-date.ts';
import type { Catalog } from '../wording/catalog.ts';
import { wordingFor } from '../wording/wording-for.ts';
import type { MentionPeriods } from './mention-periods.ts';

/** More numbers nobody listens to; the highest are told then. */
const mostTold = 12;

/** What the chart's numbers are. */
export function chartTitle({ unit }: MentionPeriods, language: string): string {
  return wordsOf(language)[unit];
}

/** What the chart shows, for who cannot see it: every number, or the highest ones where they are many. */
export function altText(name: string, { unit, periods }: MentionPeriods, language: string): string {
  const words = wordsOf(language);
  const total = periods.reduce((sum, { mentions }) => sum + mentions, 0);
  const { locale } = wordingFor(language);
  const label = (start: string) => {
    const day = formatDate(unit === 'month' ? start.slice(0, 7) : start, locale);
    return unit === 'week' ? words.weekOf(day) : day;
  };
  const held = periods.filter(({ mentions }) => mentions > 0);
  const told = held.toSorted((a, b) => b.mentions - a.mentions).slice(0, mostTold);
  const numbers = held
    .filter((period) => told.includes(period))
    .map(({ start, mentions }) => `${label(start)}: ${mentions}`);
  const [first, last] = [held[0]?.start ?? '', held.at(-1)?.start ?? ''];
  return [
    `${words[unit]}.`,
    words.intro(name, words.mentions(total), label(first), label(last)),
    `${numbers.join(', ')}${told.length < held.length ? ' …' : '.'}`,
    ...(held.length < periods.length && told.length === held.length ? [words.none] : []),
  ].join(' ');
}

function wordsOf(language: string): Catalog['service']['chart'] {
  return wordingFor(language).service.chart;
}
