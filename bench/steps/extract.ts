import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { extractPage } from '../../src/articles/extract-page.ts';
import { createDocumentPool } from '../../src/ingest/document-parser.ts';
import { compare } from '../lib/cpu.ts';
import type { Step } from '../lib/figure.ts';
import { samplePages } from '../lib/sample-pages.ts';

/** Pages in DW's layout, small ones: what DW serves has more around the text, for us and for the yardstick. */
export const extract: Step = async ({ quick }) => {
  const pages = await samplePages();
  const rounds = quick ? 2 : 8;
  const cost = await compare({
    inputs: pages,
    rounds,
    ours: ({ html, url }) => extractPage(html, url),
    yardstick: ({ html }) => new Readability(parseHTML(html).document as never).parse(),
  });
  const yardstick = { what: 'Readability+linkedom', value: cost.yardstick };
  const inThread = await inThreadMs(pages, rounds);
  return [
    { step: 'extract', what: 'a page', value: cost.ours, unit: 'CPU ms', yardstick },
    {
      step: 'extract',
      what: 'a page, in a thread of its own',
      value: inThread,
      unit: 'CPU ms',
      yardstick: { what: 'in this thread', value: cost.ours },
    },
  ];
};

/** CPU of the whole process for a page, as the service reads it: bytes in, decoded there, and plain data back. */
async function inThreadMs(pages: Awaited<ReturnType<typeof samplePages>>, rounds: number): Promise<number> {
  const documents = createDocumentPool();
  const read = async (): Promise<number> => {
    const before = process.cpuUsage();
    for (const { html, url } of pages) {
      await documents.extractPage(
        { bytes: new TextEncoder().encode(html), contentType: 'text/html; charset=utf-8' },
        url,
      );
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  // The first round warms up: it starts the thread, too.
  await read();
  let spentMs = 0;
  for (let round = 0; round < rounds; round++) spentMs += await read();
  await documents.stop();
  return spentMs / (rounds * pages.length);
}
