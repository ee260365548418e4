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
  const [font] = await Promise.all([loadFont(), startRasterizer()]);
  const view = new View(parse(compile(spec).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontBuffers: [font], defaultFontFamily: chartFont },
  });
  const png = image.render().asPng();
  image.free();
  return png;
}

let font: Promise<Uint8Array> | undefined;
function loadFont(): Promise<Uint8Array> {
  font ??= readFile(resolve('@fontsource/inter/files/inter-latin-400-normal.woff2'));
  return font;
}

let rasterizer: Promise<void> | undefined;
function startRasterizer(): Promise<void> {
  rasterizer ??= readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')).then((wasm) => initWasm(wasm));
  return rasterizer;
}
