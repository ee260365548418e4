import { quantile } from './lib/cpu.ts';
import { measurePolls } from './lib/measure-polls.ts';
import { pollEntries } from './lib/poll-document.ts';

/** CPU of a poll with everything that belongs to it: request, parsing, storage on disk. `node bench/poll.ts` */
const { unchanged, changed } = await measurePolls(150);
for (const [name, costs] of Object.entries({ unchanged, changed })) {
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
  console.log(
    `${name.padEnd(10)} CPU ms a poll: median ${quantile(costs, 0.5).toFixed(2)}, mean ${mean.toFixed(2)} (${pollEntries} entries, ${costs.length} polls)`,
  );
}
