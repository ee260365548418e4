import { createStoryGrouper, type StoryGrouper } from '../../src/stories/group-stories.ts';
import type { StoryDocument } from '../../src/stories/story-document.ts';
import { termsOf } from '../../src/text/terms.ts';
import { cpuMs } from '../lib/cpu.ts';
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
  const spent = { ours: 0, yardstick: 0 };
  for (const document of documents.slice(open)) {
    spent.ours += await cpuMs(() => place(document, grouper));
    spent.yardstick += await cpuMs(() => termsOf(`${document.headline}\n${document.body}`, 'en'));
  }
  return [
    {
      step: 'group',
      what: `an article among ${open} open ones`,
      value: spent.ours / counted,
      unit: 'CPU ms',
      yardstick: { what: 'its terms alone', value: spent.yardstick / counted },
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
