import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { createArchiver } from '../src/ingest/archive-article.ts';
import { openMemoryDatabase } from '../src/storage/database.ts';
import { createStorage, type Storage } from '../src/storage/storage.ts';
import { storedEvents } from './lib/stored-events.ts';

/**
 * How many labeled articles of different stories are rightly in one affair, after stored news was archived in order of time. Labels are
 * lines of `{ id, set, story, affair }`; those of articles that are not in the file do not count. Run from the project root:
 * node bench/affair-pairs.ts <from> <before> <file of articles> <file of labels>
 */
const [from = '', before = '', file = '', labelFile = ''] = process.argv.slice(2);
if (!/^\d{4}-\d\d-\d\d$/.test(from) || !/^\d{4}-\d\d-\d\d$/.test(before) || labelFile === '')
  throw new Error('Give the first day, the day after the last, a file of articles and one of labels.');
const labelOf = z.object({ id: z.string(), story: z.string(), affair: z.string().nullable() });
const storage = createStorage(await openMemoryDatabase());
const archiver = createArchiver({ storage });
for (const { at, article } of storedEvents([file], { from, before }))
  await archiver.archive(article, { archivedAt: at, isSeed: false });

const labeled = (await Promise.all(readLabels(labelFile).map((label) => withAffair(label, storage)))).filter(
  ({ found }) => found !== undefined,
);
const pairs = labeled
  .flatMap((one, index) => labeled.slice(0, index).map((other) => ({ one, other })))
  .filter(({ one, other }) => one.story !== other.story);
const isRight = ({ one, other }: (typeof pairs)[number]): boolean => one.affair !== null && one.affair === other.affair;
const said = pairs.filter(({ one, other }) => one.found === other.found);
const [right, all] = [said.filter(isRight).length, pairs.filter(isRight).length];
console.table({
  'labeled articles': labeled.length,
  'pairs in one affair': said.length,
  'of them right': right,
  'pairs there are': all,
  precision: right / said.length,
  recall: right / all,
});
await storage.close();

type Label = z.infer<typeof labelOf>;

function readLabels(path: string): readonly Label[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => labelOf.parse(JSON.parse(line)));
}

async function withAffair(label: Label, { stories }: Storage): Promise<Label & { readonly found: number | undefined }> {
  const storyId = await stories.storyOf(`dw:${label.id}`);
  const story = storyId === undefined ? undefined : await stories.find(storyId);
  return { ...label, found: story?.affairId };
}
