import { beforeAll, describe, expect, it } from 'vitest';
import { damage } from './damage.ts';
import { type Documents, readDocuments } from './documents.ts';
import { type FuzzReport, readFeed, readPage, runFuzz } from './run-fuzz.ts';

// The whole run, 10,000 feeds and 2,000 pages, is bench/fuzz.ts.

/** The largest documents take some 30 times what the average one does; quadratic time would be hundreds. */
const mostTimesMean = 100;

let documents: Documents;
beforeAll(async () => {
  documents = await readDocuments();
});

function expectUnharmed({ crashes, slowest, heapGrowthMb }: FuzzReport): void {
  expect(crashes).toEqual([]);
  // Against the others of its run, so that it holds on a machine of any speed.
  expect(slowest.timesMean, `seed ${slowest.seed}`).toBeLessThan(mostTimesMean);
  expect(heapGrowthMb).toBeLessThan(24);
}

describe('damaged documents', () => {
  it('are the same for the same seed, and not for another', () => {
    const [document = Buffer.alloc(0)] = documents.feeds;
    const once = damage(document, documents.feeds, 7);
    expect(damage(document, documents.feeds, 7).equals(once)).toBe(true);
    expect(damage(document, documents.feeds, 8).equals(once)).toBe(false);
  });

  it('that were feeds are read or refused, none slowly, and leave nothing behind', async () => {
    const report = await runFuzz(documents.feeds, readFeed, { inputs: 300, seed: 1 });
    expectUnharmed(report);
    expect(report.refused).toBeGreaterThan(0);
    expect(report.refused).toBeLessThan(report.inputs / 2);
  });

  it('that were pages are read as far as they go, none slowly, and leave nothing behind', async () => {
    expectUnharmed(await runFuzz(documents.pages, readPage, { inputs: 50, seed: 1 }));
  });
});

it('feeds broken twice over do not silence the next', async () => {
  // The XML parser below, used again after this one, neither resolved nor rejected for the one that follows.
  expect(await readFeed(Buffer.from('<rss><channel<></channel></rss><'))).toBe('refused');
  expect(await readFeed(Buffer.from('<rss version="2.0"><channel><title>x</titl'))).toBe('refused');
});
