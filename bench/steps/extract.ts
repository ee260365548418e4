import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { extractPage } from '../../src/articles/extract-page.ts';
import { compare } from '../lib/cpu.ts';
import type { Step } from '../lib/figure.ts';
import { samplePages } from '../lib/sample-pages.ts';

/** Pages in DW's layout, small ones: what DW serves has more around the text, for us and for the yardstick. */
export const extract: Step = async ({ quick }) => {
  const cost = await compare({
    inputs: await samplePages(),
    rounds: quick ? 2 : 8,
    ours: ({ html, url }) => extractPage(html, url),
    yardstick: ({ html }) => new Readability(parseHTML(html).document as never).parse(),
  });
  const yardstick = { what: 'Readability+linkedom', value: cost.yardstick };
  return [{ step: 'extract', what: 'a page', value: cost.ours, unit: 'CPU ms', yardstick }];
};
