import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { measureAcknowledgement } from '../tests/chat/slack/measure-acknowledgement.ts';
import { signedDelivery, signingSecret } from '../tests/chat/slack/sign-request.ts';
import { appToken } from '../tests/fakes/fake-slack.ts';
import { freePort } from '../tests/fakes/free-port.ts';

/** Acknowledgement of slash commands answered from the sample edition: `node bench/slack-acknowledge.ts [per second] [seconds] [http]`. */
const [perSecond = 50, seconds = 30] = process.argv.slice(2, 4).map(Number);
const listener = { host: '127.0.0.1', port: await freePort() };
const isHttp = process.argv[4] === 'http';
const transport = isHttp ? { kind: 'http', signingSecret, ...listener } : { kind: 'socket', appToken };

const measured = await measureAcknowledgement({
  async connect(slackApiUrl) {
    const worker = new Worker(new URL('./lib/slack-service.ts', import.meta.url), {
      workerData: { slackApiUrl, transport },
    });
    await once(worker, 'message');
    return {
      ...(isHttp && { deliver: signedDelivery(`http://${listener.host}:${listener.port}`) }),
      async stop() {
        worker.postMessage('stop');
        const [told] = await once(worker, 'message');
        console.log(`CPU ms a command: ${(told.cpuMs / (perSecond * seconds)).toFixed(1)}`);
        console.log(`Longest stall of the service's thread: ${told.longestStallMs.toFixed(0)} ms`);
      },
    };
  },
  lines: ['who Park Jin', 'background South Korea Japan talks', 'search flood', 'status', 'topics', 'brief since:9d'],
  perSecond,
  seconds,
});
console.log(JSON.stringify(measured));
