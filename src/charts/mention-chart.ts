import type { TopLevelSpec } from 'vega-lite';
import { wordingFor } from '../wording/wording-for.ts';
import { chartTitle, type MentionPeriods } from './mention-periods.ts';

/** A ground of its own, so that it reads the same on a dark page and on a light one. Contrast of the text with it: 12 to 1. */
const colors = { ground: '#1d2730', bar: '#4cc2ff', text: '#e6edf3', quiet: '#a9b7c4', line: '#3b4a57' };
export const chartFont = 'Inter';

/** Bars of mentions over time, as Vega-Lite describes charts: https://vega.github.io/vega-lite/docs/spec.html */
export function mentionChart(counted: MentionPeriods, language: string): TopLevelSpec {
  const { unit, periods } = counted;
  return {
    width: 520,
    height: 110,
    padding: 14,
    background: colors.ground,
    title: {
      text: isDrawable(language) ? chartTitle(counted, language) : '',
      anchor: 'start',
      color: colors.text,
      fontSize: 14,
      fontWeight: 'normal',
      offset: 10,
    },
    data: {
      values: periods.map(({ start, mentions }) => ({ label: labelOf(start, unit, language), start, mentions })),
    },
    mark: { type: 'bar', color: colors.bar, cornerRadiusEnd: 2 },
    encoding: {
      x: {
        field: 'label',
        type: 'ordinal',
        sort: { field: 'start' },
        scale: { paddingInner: 0.2, paddingOuter: 0.1 },
        axis: {
          title: null,
          labelAngle: 0,
          labelPadding: 8,
          labelOverlap: 'greedy',
          labelSeparation: 14,
          labelColor: colors.quiet,
          ticks: false,
          domainColor: colors.line,
        },
      },
      y: {
        field: 'mentions',
        type: 'quantitative',
        axis: {
          title: null,
          tickMinStep: 1,
          tickCount: 4,
          labelColor: colors.quiet,
          ticks: false,
          domain: false,
          gridColor: colors.line,
        },
      },
    },
    config: { font: chartFont, axis: { labelFontSize: 12 }, view: { stroke: null } },
  };
}

/** Whether the font has the language's letters; without them the alternative text lists the numbers. */
function isDrawable(language: string): boolean {
  return !/^(?:ar|zh)\b/u.test(wordingFor(language).locale);
}

/** "18 Jul", "Jul 2022": as the reader's language writes it. */
function labelOf(start: string, unit: MentionPeriods['unit'], language: string): string {
  const day = Temporal.PlainDate.from(start);
  const { locale } = wordingFor(language);
  const month = isDrawable(language) ? 'short' : 'numeric';
  const label =
    unit === 'month'
      ? day.toLocaleString(locale, { month, year: 'numeric' })
      : day.toLocaleString(locale, { day: 'numeric', month });
  // Arabic dates hold marks of direction, for which the font has no glyph.
  return label.replaceAll(/\p{Cf}/gu, '');
}
