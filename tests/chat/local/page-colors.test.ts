import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync(new URL('../../../src/chat/local/page/theme.css', import.meta.url), 'utf8');
const pairs = Array.from(
  css.matchAll(/(?:\[data-accent="([\w-]+)"\] \{\s*)?--(\w+): light-dark\((#\w{6}), (#\w{6})\)/gu),
  ([, topic, name, light, dark]) => ({ name: topic ?? name ?? '', light: light ?? '', dark: dark ?? '' }),
);
const colorOf = (wanted: string) => pairs.find(({ name }) => name === wanted);

const topics = [
  ...['world', 'europe', 'germany', 'asia', 'africa', 'middle-east', 'americas'],
  ...['business', 'science', 'environment', 'culture', 'sports'],
];

// https://www.w3.org/TR/WCAG22/#contrast-minimum asks for 4.5 to 1.
it.each(['ink', 'muted', 'danger', 'accent', ...topics])('%s is legible on paper, light and dark', (name) => {
  const [color, paper] = [colorOf(name), colorOf('paper')];
  expect(contrast(color?.light, paper?.light)).toBeGreaterThan(4.5);
  expect(contrast(color?.dark, paper?.dark)).toBeGreaterThan(4.5);
});

function contrast(one = '', other = ''): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
