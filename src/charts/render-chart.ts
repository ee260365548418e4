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
  const [fontBuffers] = await Promise.all([loadFonts(), startRasterizer()]);
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

/** The letters that our languages need, as the font has them. */
const subsets = ['latin', 'latin-ext', 'cyrillic'];

let fonts: Promise<Uint8Array[]> | undefined;
function loadFonts(): Promise<Uint8Array[]> {
  fonts ??= Promise.all(
    subsets.map((subset) => readFile(resolve(`@fontsource/inter/files/inter-${subset}-400-normal.woff2`))),
  );
  return fonts;
}

let rasterizer: Promise<void> | undefined;
function startRasterizer(): Promise<void> {
  rasterizer ??= readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')).then((wasm) => initWasm(wasm));
  return rasterizer;
}
