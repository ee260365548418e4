import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import { commands } from '../../commands/index.ts';
import { createSlackChat } from '../../src/chat/slack/slack-chat.ts';
import type { SlackTransportChoice } from '../../src/chat/slack/transport.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createHandlers } from '../../src/services/handlers.ts';
import { openSampleNewsroom } from '../../tests/chat/slack/sample-newsroom.ts';
import { botToken } from '../../tests/fakes/fake-slack.ts';

/** In a thread of its own, so that who measures does not wait for what is measured: the service over the sample edition, until told to stop. */
const newsroom = await openSampleNewsroom();
const started = process.threadCpuUsage();
const { slackApiUrl, transport } = workerData as {
  readonly slackApiUrl: string;
  readonly transport: SlackTransportChoice;
};
const chat = createSlackChat({ botToken, transport, commands, slackApiUrl, log: silentLog });
await chat.start(createHandlers(newsroom));
const stalls = monitorEventLoopDelay({ resolution: 2 });
stalls.enable();
parentPort?.postMessage({ kind: 'ready' });
parentPort?.once('message', async () => {
  const { user, system } = process.threadCpuUsage(started);
  stalls.disable();
  await chat.stop();
  await newsroom.storage.close();
  parentPort?.postMessage({ kind: 'stopped', cpuMs: (user + system) / 1_000, longestStallMs: stalls.max / 1e6 });
  parentPort?.close();
});
