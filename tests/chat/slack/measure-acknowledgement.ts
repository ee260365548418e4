import { FakeSlack } from '../../fakes/fake-slack.ts';
import { createSlackUser } from '../../fakes/fake-slack-user.ts';
import { workedMs } from '../../fakes/worked-ms.ts';

export interface Acknowledgements {
  readonly commands: number;
  /** A long answer is several. */
  readonly messages: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly longestMs: number;
  /** Of the waits, only what this process worked in them: a machine with other work does not lengthen that. */
  readonly p99WorkedMs: number;
}

interface Connected {
  readonly deliver?: (type: string, payload: object) => Promise<unknown>;
  stop(): Promise<void>;
}

interface MeasureOptions {
  /** Starts a service that talks with the Slack at that address, and gives what stops it and how Slack reaches it, if not by socket. */
  readonly connect: (slackApiUrl: string) => Promise<Connected>;
  readonly lines: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
}

/** How long Slack waits for the acknowledgement of a slash command, at a steady rate, whatever the commands before it still do. */
export async function measureAcknowledgement(options: MeasureOptions): Promise<Acknowledgements> {
  const { connect, lines, perSecond, seconds } = options;
  const slack = new FakeSlack();
  await slack.start();
  slack.channels.set('C1', { members: ['U1'] });
  const { deliver, stop } = await connect(slack.apiUrl);
  const ada = createSlackUser(slack, { ...(deliver && { deliver }) });
  const waits: number[] = [];
  const worked: number[] = [];
  const pending: Promise<void>[] = [];
  const started = performance.now();
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const dueAt = started + (index * 1_000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueAt - performance.now())));
    const workedBefore = workedMs();
    const acknowledged = ada.slash(lines[index % lines.length] ?? 'help').then(() => {
      // From when it was due: a process that is busy must not make its own waiting look short.
      waits.push(performance.now() - dueAt);
      worked.push(workedMs() - workedBefore);
    });
    pending.push(acknowledged);
  }
  await Promise.all(pending);
  await stop();
  const messages = slack.messages.length;
  await slack.stop();
  return {
    commands: waits.length,
    messages,
    p50Ms: quantile(waits, 0.5),
    p99Ms: quantile(waits, 0.99),
    longestMs: quantile(waits, 1),
    p99WorkedMs: quantile(worked, 0.99),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
}
