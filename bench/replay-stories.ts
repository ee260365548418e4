import { createArchiver } from '../src/ingest/archive-article.ts';
import { openMemoryDatabase } from '../src/storage/database.ts';
import { createStorage } from '../src/storage/storage.ts';
import { describeEvent, type Told } from './lib/describe-event.ts';
import { dayOf, storedEvents } from './lib/stored-events.ts';

/**
 * One report of stored DW material in order of time, for reading: each day's stories, what each article added for who had read the ones
 * before it in its story, which numbers moved, what merged and split. Run from the project root, best into a file outside of it:
 * node bench/replay-stories.ts <from> <before> <file of articles>... > report.txt
 */
const [from = '', before = '', ...files] = process.argv.slice(2);
if (!/^\d{4}-\d\d-\d\d$/.test(from) || !/^\d{4}-\d\d-\d\d$/.test(before) || files.length === 0)
  throw new Error('Give the first day, the day after the last, and files: 2023-12-01 2024-01-01 articles.jsonl.gz');
const storage = createStorage(await openMemoryDatabase());
const archiver = createArchiver({ storage });
const told = new Map<number, Told>();
const days = new Map<string, Map<number, string[]>>();
for (const { at, article } of storedEvents(files, { from, before })) {
  const storyId = await archiver.archive(article, { archivedAt: at, isSeed: false });
  await followMoves(storyId);
  const earlier = told.get(storyId) ?? [];
  const day = days.get(dayOf(at)) ?? new Map<number, string[]>();
  days.set(dayOf(at), day.set(storyId, [...(day.get(storyId) ?? []), describeEvent({ at, article }, earlier)]));
  told.set(storyId, [...earlier, article]);
}
for (const [day, stories] of days) {
  console.log(`\n======== ${day}: ${stories.size} stories`);
  for (const [storyId, events] of [...stories].toSorted(([a], [b]) => a - b)) {
    const story = await storage.stories.find(storyId);
    const moved = story?.id === storyId ? '' : ` (now ${story?.id})`;
    const affair = story?.affairId === undefined ? undefined : await storage.affairs.find(story.affairId);
    console.log(`\n#${storyId}${moved} "${story?.title}"${affair ? ` [${affair.title}]` : ''}\n${events.join('\n')}`);
  }
}
await storage.close();

/** What readers were told goes with the articles. */
async function followMoves(storyId: number): Promise<void> {
  for (const move of await storage.storyMoves.list(storyId)) {
    const gone = move.toId === storyId ? told.get(move.fromId) : undefined;
    if (!gone || move.kind !== 'merged') continue;
    told.set(storyId, [...gone, ...(told.get(storyId) ?? [])]);
    told.delete(move.fromId);
  }
}
