import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../../src/chat/local/page/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));

type Color = readonly number[];
interface Token {
  readonly name: string;
  readonly light: Color;
  readonly dark: Color;
}

const themes = ['light', 'dark'] as const;
const texts = ['ink', 'muted', 'danger', 'accent'];
const grounds = ['paper', 'side', 'raised'];
const topics = [
  ...['world', 'europe', 'germany', 'asia', 'africa', 'middle-east', 'americas'],
  ...['business', 'science', 'environment', 'culture', 'sports'],
];
const theme = tokensOf(read('theme.css'));

// https://www.w3.org/TR/WCAG22/#contrast-minimum asks for 4.5 to 1.
describe.each(themes)('in the %s theme every text is legible, at least 4.5 to 1', (kind) => {
  it('on each ground, and on each ground that is tinted by a choice or the pointer', () => {
    const tints = sheets.flatMap((name) => tintsOf(read(name)));
    expect(tints).toContainEqual({ name: 'accent', share: 0.14 });
    const tinted = grounds.flatMap((ground) => {
      const bare = color(ground, kind);
      const over = tints.map(({ name, share }) => ({
        name: `${ground} with ${share} of ${name}`,
        value: mixed(color(name, kind), bare, share),
      }));
      return [{ name: ground, value: bare }, ...over];
    });
    const hard = [...texts, ...topics].flatMap((text) =>
      tinted
        .map(({ name, value }) => ({ pair: `${text} on ${name}`, contrast: contrast(color(text, kind), value) }))
        .filter(({ contrast }) => contrast < 4.5),
    );
    expect(hard).toEqual([]);
  });

  it.each(['slack', 'discord'])('in the preview of %s', (platform) => {
    const look = tokensOf(read(`${platform}.css`));
    const of = (name: string) => look.find((token) => token.name === name)?.[kind] ?? [];
    const papers = ['look-paper', ...(platform === 'discord' ? ['look-field'] : [])];
    for (const paper of papers)
      for (const text of ['look-ink', 'look-muted', 'look-link'])
        expect(contrast(of(text), of(paper)), `${text} on ${paper}`).toBeGreaterThan(4.5);
  });
});

/** Colors that have a value for each theme, by the name of the custom property, or of the topic whose accent it is. */
function tokensOf(css: string): readonly Token[] {
  return Array.from(
    css.matchAll(/(?:\[data-accent="([\w-]+)"\] \{\s*)?--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/gu),
    ([, topic, name = '', light = '', dark = '']) => ({
      name: topic ?? name,
      light: parsed(light),
      dark: parsed(dark),
    }),
  );
}

/** Backgrounds that mix a share of a color into whatever lies under them. */
function tintsOf(css: string): readonly { readonly name: string; readonly share: number }[] {
  return Array.from(
    css.matchAll(/background: color-mix\(in srgb, var\(--([\w-]+)\) (\d+)%, transparent\)/gu),
    ([, name = '', percent]) => ({ name, share: Number(percent) / 100 }),
  );
}

function color(name: string, kind: (typeof themes)[number]): Color {
  const token = theme.find((one) => one.name === name);
  if (!token) throw new Error(`theme.css has no color ${name}.`);
  return token[kind];
}

function parsed(hex: string): Color {
  return [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
}

function mixed(over: Color, under: Color, share: number): Color {
  return over.map((part, index) => part * share + (under[index] ?? 0) * (1 - share));
}

function contrast(one: Color, other: Color): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(parts: Color): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
