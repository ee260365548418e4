import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { chartFont } from './mention-chart.ts';

const { resolve } = createRequire(import.meta.url);
/** Twice as many pixels as the chart is wide, for screens that have them. */
const zoom = 2;

/** A chart as PNG. No browser, no system library, no system font: the rasterizer is WebAssembly, the font comes with it. */
export async function renderChart(spec: TopLevelSpec): Promise<Uint8Array> {
  const fontBuffers = await loadFonts(JSON.stringify(spec));
  await startRasterizer();
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontBuffers, defaultFontFamily: chartFont },
  });
  const png = image.render().asPng();
  image.free();
  return png;
}

/** The font comes in parts; by the letters that need one. */
const subsets: readonly (readonly [name: string, letters: RegExp])[] = [
  ['latin', /(?:)/u],
  ['latin-ext', /[\u0100-\u02ff]/u],
  ['cyrillic', /[\u0400-\u04ff]/u],
];

const fonts = new Map<string, Promise<Uint8Array>>();
function loadFonts(text: string): Promise<Uint8Array[]> {
  const needed = subsets.filter(([, letters]) => letters.test(text));
  return Promise.all(
    needed.map(([name]) => {
      const loaded = fonts.get(name) ?? readFile(resolve(`@fontsource/inter/files/inter-${name}-400-normal.woff2`));
      fonts.set(name, loaded);
      return loaded;
    }),
  );
}

let rasterizer: Promise<void> | undefined;
function startRasterizer(): Promise<void> {
  rasterizer ??= readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')).then((wasm) => initWasm(wasm));
  return rasterizer;
}
