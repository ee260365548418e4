import { afterEach, expect, test } from 'vitest';
import { type Charts, createCharts } from '../../src/charts/charts.ts';
import { mentionPeriods } from '../../src/charts/mention-periods.ts';
import { patientCharts } from '../fakes/patient-charts.ts';

const counted = mentionPeriods([
  { day: '2022-07-16', mentions: 1 },
  { day: '2022-07-18', mentions: 3 },
]);
if (!counted) throw new Error('these are two bars');

let charts: Charts;
afterEach(() => charts.stop());

/** Width and height from the header, https://www.w3.org/TR/png-3/#11IHDR */
function sizeOf(png: Uint8Array): readonly number[] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

test('a chart is a PNG of a size a phone shows whole, and comes from memory the second time', async () => {
  charts = patientCharts();
  const drawing = charts.draw(counted, 'en');
  expect(charts.draw(counted, 'en')).toBe(drawing);
  const png = await drawing;
  expect(Buffer.from(png.subarray(0, 8)).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const [width = 0, height = 0] = sizeOf(png);
  expect(width).toBeGreaterThan(1_000);
  expect(height / width).toBeLessThan(0.5);
  expect(png.length).toBeLessThan(60_000);
  expect(await charts.draw(counted, 'de')).not.toEqual(png);
});

test('one that takes too long is given up, and the next one is drawn all the same', async () => {
  charts = createCharts({ timeoutMs: 1 });
  await expect(charts.draw(counted, 'en')).rejects.toThrow('a chart took longer than 1 ms');
  await charts.stop();
  charts = patientCharts();
  expect((await charts.draw(counted, 'en')).length).toBeGreaterThan(1_000);
});

test('nobody waits for ever when the service stops', async () => {
  charts = patientCharts();
  const drawing = charts.draw(counted, 'en');
  await charts.stop();
  await expect(drawing).rejects.toThrow('the service is stopping');
});
