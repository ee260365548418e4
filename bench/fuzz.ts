import { readDocuments } from '../tests/fuzz/documents.ts';
import { type FuzzReport, readFeed, readPage, runFuzz } from '../tests/fuzz/run-fuzz.ts';

// Damaged feeds and pages, 10,000 and 2,000 of them, read to the end: no crash, none a hundred times slower than the mean, memory flat. Exit status 1 where
// that does not hold. Run from the project root: node bench/fuzz.ts [first seed] [feeds] [pages]. The seed of a crash repeats it.

const [seed = 1, feeds = 10_000, pages = 2_000] = process.argv.slice(2).map(Number);
const documents = await readDocuments();
const reports = {
  feeds: await runFuzz(documents.feeds, readFeed, { inputs: feeds, seed }),
  pages: await runFuzz(documents.pages, readPage, { inputs: pages, seed }),
};
console.table(Object.fromEntries(Object.entries(reports).map(([name, report]) => [name, row(report)])));
for (const { crashes } of Object.values(reports))
  for (const crash of crashes.slice(0, 20)) console.error(crash.seed, crash.problem);
if (Object.values(reports).some(({ crashes, slowest }) => crashes.length > 0 || slowest.timesMean > 100))
  process.exitCode = 1;

function row({ inputs, refused, crashes, slowest, cpuMs, heapGrowthMb }: FuzzReport) {
  return {
    inputs,
    refused,
    crashes: crashes.length,
    'CPU ms, each': (cpuMs / inputs).toFixed(1),
    'CPU ms, slowest': slowest.cpuMs.toFixed(0),
    'times the mean': slowest.timesMean.toFixed(1),
    'its seed': slowest.seed,
    'heap growth, MB': heapGrowthMb.toFixed(1),
  };
}
