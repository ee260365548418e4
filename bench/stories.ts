import { createStoryGrouper } from '../src/stories/group-stories.ts';
import type { StoryDocument } from '../src/stories/story-document.ts';

// What grouping one article costs while many stories are open: invented articles of 250 words, one every few seconds, so that all of
// them stay in the open window. CPU time, without inventing them. Run from the project root:
// node --expose-gc bench/stories.ts [10000]

const articles = Number(process.argv[2] ?? 10_000);
const measured = 1_000;
const grouper = createStoryGrouper();
const start = Temporal.Instant.from('2031-03-01T08:00:00Z');
const invented = Array.from({ length: articles }, (_, index) => inventArticle(index));
const heapBefore = heapMb();
const marks = new Map<number, number>();
let stories = 0;
for (const [index, document] of invented.entries()) {
  if (index === 0 || index === measured || index === articles - measured) marks.set(index, cpuMs());
  place(document);
}
const end = cpuMs();
const heap = heapMb() - heapBefore;
console.table({
  'open articles': articles,
  'stories among them': stories,
  'CPU ms an article, mean of the first thousand': ((marks.get(measured) ?? 0) - (marks.get(0) ?? 0)) / measured,
  'CPU ms an article, mean of the last thousand': (end - (marks.get(articles - measured) ?? 0)) / measured,
  'heap, KB an open article': (1_024 * heap) / articles,
  'terms counted': Object.keys(grouper.background().en?.counts ?? {}).length,
});

function place(document: StoryDocument): void {
  const joined = grouper.decide(document).storyId;
  grouper.add(document, joined ?? document.id);
  if (joined === undefined) {
    stories++;
    return;
  }
  const merge = grouper.findMerge(joined);
  if (merge) grouper.merge(merge);
  grouper.centralArticle(joined);
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Every fifth article tells an event that was told before; words follow Zipf's law, as words do. */
function inventArticle(index: number): StoryDocument {
  const event = index % 5 === 0 && index > 0 ? Math.floor(index * 0.8) : index;
  const name = (place: number): string => `Name${hash(event * 7 + place) % 20_000}`;
  const word = (place: number): string => `word${Math.floor(30_000 ** (hash(index * 1_009 + place * 31) / 2 ** 32))}`;
  const sentence = (place: number): string =>
    `The ${name(place % 6)} ${Array.from({ length: 18 }, (_, each) => word(place * 20 + each)).join(' ')}.`;
  return {
    id: `a${index}`,
    language: 'en',
    headline: `${name(0)} and ${name(1)} ${word(900)} ${word(901)} ${name(2)}`,
    body: Array.from({ length: 13 }, (_, place) => sentence(place)).join(' '),
    publishedAt: start.add({ seconds: index * 20 }),
  };
}

function hash(value: number): number {
  let mixed = (value ^ 0x9e3779b9) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0;
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}
