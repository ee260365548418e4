import { createStoryGrouper, type StoryGrouper } from '../../src/stories/group-stories.ts';
import type { StoryDocument } from '../../src/stories/story-document.ts';
import { termsOf } from '../../src/text/terms.ts';
import { cpuMs, meanCpuMs } from '../lib/cpu.ts';
import type { Step } from '../lib/figure.ts';
import { seeds } from '../lib/seeds.ts';
import { inventActors, inventArticles } from '../lib/synthetic-articles.ts';

const start = Temporal.Instant.from('2031-03-01T08:00:00Z');

/** Invented articles, one every twenty seconds, so that all stay open; counted are the last, when most are open. */
export const group: Step = async ({ quick }) => {
  const open = quick ? 500 : 2_500;
  const counted = open / 5;
  const documents = inventDocuments(open + counted);
  const grouper = createStoryGrouper();
  for (const document of documents.slice(0, open)) place(document, grouper);
  const last = documents.slice(open);
  const ours = await cpuMs(() => {
    for (const document of last) place(document, grouper);
  });
  const yardstick = await meanCpuMs(() => last.map(({ headline, body }) => termsOf(`${headline}\n${body}`, 'en')));
  return [
    {
      step: 'group',
      what: `an article among ${open} open ones`,
      value: ours / counted,
      unit: 'CPU ms',
      yardstick: { what: 'its terms alone', value: yardstick / counted },
    },
  ];
};

function inventDocuments(count: number): StoryDocument[] {
  return [...inventArticles(count, seeds.news, inventActors(seeds.news))].map(({ number, headline, sentences }) => ({
    id: `a${number}`,
    language: 'en',
    headline,
    body: sentences.map(({ text }) => text).join(' '),
    publishedAt: start.add({ seconds: number * 20 }),
  }));
}

function place(document: StoryDocument, grouper: StoryGrouper): void {
  const joined = grouper.decide(document).storyId;
  grouper.add(document, joined ?? document.id);
  if (joined === undefined) return;
  const merge = grouper.findMerge(joined);
  if (merge) grouper.merge(merge);
  grouper.centralArticle(joined);
}
