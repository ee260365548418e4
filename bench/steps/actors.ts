import { readActors } from '../../src/actors/read-actors.ts';
import { wordsOf } from '../../src/text/terms.ts';
import { compare } from '../lib/cpu.ts';
import type { Step } from '../lib/figure.ts';
import { articleOfPage, samplePages } from '../lib/sample-pages.ts';

/** Who an article names, in which role, and what they said; beside dividing the same sentences into words. */
export const actors: Step = async ({ quick }) => {
  const cost = await compare({
    inputs: (await samplePages()).map((page) => articleOfPage(page)),
    rounds: quick ? 2 : 8,
    ours: readActors,
    yardstick: ({ sentences, language }) => sentences.map(({ text }) => wordsOf(text, language)),
  });
  const yardstick = { what: 'Intl.Segmenter', value: cost.yardstick };
  return [{ step: 'actors', what: 'actors and quotes of an article', value: cost.ours, unit: 'CPU ms', yardstick }];
};
