import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { measureAcknowledgement } from '../tests/chat/slack/measure-acknowledgement.ts';

/** Acknowledgement of slash commands answered from the sample edition: `node bench/slack-acknowledge.ts [per second] [seconds]`. */
const [perSecond = 50, seconds = 30] = process.argv.slice(2).map(Number);

const measured = await measureAcknowledgement({
  async connect(slackApiUrl) {
    const worker = new Worker(new URL('./lib/slack-service.ts', import.meta.url), { workerData: { slackApiUrl } });
    await once(worker, 'message');
    return async () => {
      worker.postMessage('stop');
      const [told] = await once(worker, 'message');
      console.log(`CPU ms a command: ${(told.cpuMs / (perSecond * seconds)).toFixed(1)}`);
    };
  },
  lines: ['who Park Jin', 'background South Korea Japan talks', 'search flood', 'status', 'topics', 'brief since:9d'],
  perSecond,
  seconds,
});
console.log(JSON.stringify(measured));
