import { commands } from '../commands/index.ts';
import { parseCommandLine } from '../src/chat/parse-command-line.ts';
import { createHandlers } from '../src/services/handlers.ts';
import { runInteractions } from '../tests/chat/discord/run-interactions.ts';
import { openSampleNewsroom } from '../tests/chat/slack/sample-newsroom.ts';

/**
 * Fifty commands a second for twenty seconds (a given one for five), answered from the sample edition: how long each waits until Discord, a thread of its own, has
 * heard of it. `node bench/discord-acknowledge.ts`, or with a command of its own: `node bench/discord-acknowledge.ts background flood`
 */
const given = process.argv.slice(2).join(' ');
const lines = given
  ? [given]
  : ['who Park Jin', 'background South Korea Japan talks', 'search flood', 'status', 'topics', 'brief since:9d'];
const newsroom = await openSampleNewsroom();
const calls = lines.flatMap((line) => {
  const call = parseCommandLine(line, commands);
  return call.kind === 'call' ? [call] : [];
});
const figures = await runInteractions({
  perSecond: 50,
  seconds: given ? 5 : 20,
  handlers: createHandlers(newsroom),
  calls,
});
console.log(JSON.stringify(figures, null, 2));
await newsroom.storage.close();
