import { formatDate } from '../language/dates-format.ts';
import { baseLanguage } from '../language/terms.ts';
import type { MentionPeriods } from './mention-periods.ts';

interface ChartWords {
  readonly title: Readonly<Record<MentionPeriods['unit'], string>>;
  readonly intro: (name: string, count: string, from: string, until: string) => string;
  readonly mentions: (count: number) => string;
  readonly none: string;
  readonly weekOf: string;
}

const en: ChartWords = {
  title: { day: 'Mentions a day', week: 'Mentions a week', month: 'Mentions a month' },
  intro: (name, count, from, until) => `${count} of ${name}, ${from} to ${until}.`,
  mentions: (count) => `${count.toLocaleString('en')} ${count === 1 ? 'mention' : 'mentions'}`,
  none: 'None on the others.',
  weekOf: 'week of ',
};

const de: ChartWords = {
  title: { day: 'Nennungen je Tag', week: 'Nennungen je Woche', month: 'Nennungen je Monat' },
  intro: (name, count, from, until) => `${name}: ${count}, ${from} bis ${until}.`,
  mentions: (count) => `${count.toLocaleString('de')} ${count === 1 ? 'Nennung' : 'Nennungen'}`,
  none: 'Sonst keine.',
  weekOf: 'Woche vom ',
};

/** More numbers nobody listens to; the highest are told then. */
const mostTold = 12;

/** German for German, English for every other language. */
export function chartTitle({ unit }: MentionPeriods, language: string): string {
  return wordsOf(language).title[unit];
}

/** What the chart shows, for who cannot see it: every number, or the highest ones where they are many. */
export function altText(name: string, { unit, periods }: MentionPeriods, language: string): string {
  const words = wordsOf(language);
  const total = periods.reduce((sum, { mentions }) => sum + mentions, 0);
  const label = (start: string) =>
    `${unit === 'week' ? words.weekOf : ''}${formatDate(unit === 'month' ? start.slice(0, 7) : start, language)}`;
  const held = periods.filter(({ mentions }) => mentions > 0);
  const told = held.toSorted((a, b) => b.mentions - a.mentions).slice(0, mostTold);
  const numbers = held
    .filter((period) => told.includes(period))
    .map(({ start, mentions }) => `${label(start)}: ${mentions}`);
  const [first, last] = [held[0]?.start ?? '', held.at(-1)?.start ?? ''];
  return [
    `${words.title[unit]}.`,
    words.intro(name, words.mentions(total), label(first), label(last)),
    `${numbers.join(', ')}${told.length < held.length ? ' …' : '.'}`,
    ...(held.length < periods.length && told.length === held.length ? [words.none] : []),
  ].join(' ');
}

function wordsOf(language: string): ChartWords {
  return baseLanguage(language) === 'de' ? de : en;
}
