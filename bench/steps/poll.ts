import { quantile } from '../lib/cpu.ts';
import type { Step } from '../lib/figure.ts';
import { measurePolls } from '../lib/measure-polls.ts';
import { pollEntries } from '../lib/poll-document.ts';

/** A feed that did not change, and one that is another document of the same entries. */
export const poll: Step = async ({ quick }) => {
  const costs = await measurePolls(quick ? 40 : 150);
  const median = (name: keyof typeof costs) => quantile(costs[name], 0.5);
  return [
    {
      step: 'poll',
      what: 'unchanged',
      value: median('unchanged'),
      unit: 'CPU ms',
      yardstick: { what: 'bare fetch', value: median('bareRequest') },
    },
    {
      step: 'poll',
      what: `changed, ${pollEntries} entries`,
      value: median('changed'),
      unit: 'CPU ms',
      yardstick: { what: 'bare rss-parser', value: median('bareParser') },
    },
  ];
};
