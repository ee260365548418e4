import { createLocalChat } from '../../chat/local/local-chat.ts';
import { createShiftedClock } from '../../runtime/clock.ts';
import { createHttp } from '../../runtime/http.ts';
import { createLog } from '../../runtime/log.ts';
import { createHandlers } from '../../services/handlers.ts';
import { userAgent } from '../../services/http-settings.ts';
import { openNewsroom } from '../../services/newsroom.ts';
import { openMemoryDatabase } from '../../storage/database.ts';
import { UserError } from '../../user-error.ts';
import { printMessage } from '../terminal-output.ts';
import { channels, demoConfig, sampleFeeds, say, step } from './demo-config.ts';
import { firstPoll, replay } from './replay.ts';
import { readSampleEdition } from './sample-edition/read-sample-edition.ts';
import { startSampleServer } from './sample-edition/sample-server.ts';
import { stay } from './stay.ts';

/** `kurzwelle demo`: a day and a half of the sample edition through the real pipeline, then a briefing here and a page to try. */
export async function demo({ once = false, port }: { readonly once?: boolean; readonly port: string }): Promise<void> {
  const wantedPort = Number(port);
  if (!Number.isInteger(wantedPort) || wantedPort < 0 || wantedPort > 65_535)
    throw new UserError(`"${port}" is not a port. Use a number from 0 to 65535.`);
  const startedMs = performance.now();
  say('Kurzwelle demo: the whole service over a sample edition of July 2022, in fast motion.');
  say('No network, no tokens. Times are in Berlin time.\n');
  const clock = createShiftedClock(firstPoll.toInstant());
  const edition = await readSampleEdition();
  const site = await startSampleServer({ edition, now: () => clock.now() });
  const config = demoConfig(site.url);
  const newsroom = await openNewsroom({
    config,
    db: await openMemoryDatabase(),
    clock,
    log: createLog({ level: 'warn', isTerminal: process.stderr.isTTY === true }),
  });
  const chat = createLocalChat({ posts: newsroom.storage.localPosts, clock, channels });
  await chat.start(createHandlers(newsroom));
  const http = createHttp({ userAgent: userAgent(config), allowPrivateHosts: [new URL(site.url).host] });
  step('Feeds', `${sampleFeeds.length}, in DW's three formats, served at ${site.url}`);

  const replayed = await replay({ newsroom, chat, clock, http });
  const took = (performance.now() - startedMs) / 1000;
  if (replayed.briefing) {
    say('\nThe briefing in #newsroom:\n');
    printMessage(replayed.briefing);
  }
  say(`\nFrom start to briefing: ${took.toFixed(1)} s, peak memory ${peakMegabytes()} MB.`);

  if (!once) await stay({ newsroom, chat, wantedPort, outbox: replayed.outbox, poller: replayed.poller });
  await chat.stop();
  await http.stop();
  await site.stop();
  await newsroom.charts.stop();
  await newsroom.storage.close();
}

function peakMegabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
