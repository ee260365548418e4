import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Chat } from '../../../src/chat/chat.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { createOutbox, type Outbox } from '../../../src/deliveries/outbox.ts';
import { sendOwnerNotices } from '../../../src/deliveries/owner-notices.ts';
import type { Timer } from '../../../src/runtime/clock.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createChannelLimits } from '../../../src/services/channel-limits.ts';
import { createChannelsBack, createChannelsLost } from '../../../src/services/channel-losses.ts';
import { openMemoryDatabase } from '../../../src/storage/database.ts';
import { isDatabaseOutage } from '../../../src/storage/database-trouble.ts';
import { createOutboxStorage } from '../../../src/storage/deliveries/outbox.ts';
import { createStorage, type Storage } from '../../../src/storage/storage.ts';
import { emptyBriefing } from '../../fakes/empty-briefing.ts';
import { eventually } from '../../fakes/eventually.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { appToken, botToken, FakeSlack } from '../../fakes/fake-slack.ts';
import { createSlackUser } from '../../fakes/fake-slack-user.ts';
import { newSubscription } from '../../fakes/new-subscription.ts';
import { commands, sampleHandlers, saying } from '../local/sample-service.ts';

const transport = { kind: 'socket', appToken } as const;
const channel = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' } as const;

let slack: FakeSlack;
let chat: Chat;

beforeEach(async () => {
  slack = new FakeSlack();
  await slack.start();
  slack.channels.set('C1', { members: ['U1', 'UBOT'] });
});

afterEach(async () => {
  vi.useRealTimers();
  await chat.stop();
  expect(slack.problems).toEqual([]);
  await slack.stop();
});

const newChat = () =>
  createSlackChat({ botToken, transport, commands, slackApiUrl: slack.apiUrl, log: silentLog, sleep: async () => {} });

/** Whatever befalls Slack on the first of three mornings, and is over before the third. */
interface Fault {
  readonly befalls: () => void | Promise<void>;
  readonly isOver?: () => void | Promise<void>;
  /** The mornings whose briefing arrives; what is left out stands in the next. */
  readonly arrive: readonly number[];
  /** How many notices the owner gets. */
  readonly told: number;
}

const everyMorning = { arrive: [1, 2, 3], told: 0 } as const;
const afterTheFault = { arrive: [3], told: 1 } as const;
const post = 'chat.postMessage';
const limited = (retryAfter: number) => ({ kind: 'status', status: 429, retryAfter }) as const;
const refusing = (refuses: string) => ({
  befalls: () => void slack.channels.set('C1', { members: ['U1'], refuses }),
  isOver: () => void slack.channels.set('C1', { members: ['U1', 'UBOT'] }),
});
const event = (about: object) => createSlackUser(slack).event(about);

const faults: Readonly<Record<string, Fault>> = {
  '429 with a short wait': { befalls: () => slack.failNext(post, limited(3)), ...everyMorning },
  '429 with a long wait': { befalls: () => slack.failNext(post, limited(300)), ...everyMorning },
  '429 again and again': {
    befalls: () => [2, 2, 2, 60, 60].forEach((seconds) => void slack.failNext(post, limited(seconds))),
    ...everyMorning,
  },
  '429 on the look for what may have been posted': {
    befalls: () => {
      slack.failNext(post, { kind: 'status', status: 500, posted: true });
      slack.failNext('conversations.history', limited(45));
    },
    ...everyMorning,
  },
  '500, and nothing was posted': {
    befalls: () => slack.failNext(post, { kind: 'status', status: 500 }),
    ...everyMorning,
  },
  '500, and it was posted': {
    befalls: () => slack.failNext(post, { kind: 'status', status: 500, posted: true }),
    ...everyMorning,
  },
  'no answer, and nothing was posted': { befalls: () => slack.failNext(post, { kind: 'hang' }), ...everyMorning },
  'no answer, and it was posted': {
    befalls: () => slack.failNext(post, { kind: 'hang', posted: true }),
    ...everyMorning,
  },
  'refused blocks': {
    befalls: () => slack.limitBlocks({ none: true }),
    isOver: () => slack.limitBlocks({ none: false }),
    arrive: [1, 2, 3],
    told: 1,
  },
  'a lost right': { ...refusing('restricted_action'), ...afterTheFault },
  'a lost scope': { ...refusing('missing_scope'), ...afterTheFault },
  'an archived channel': {
    befalls: () => void slack.channels.set('C1', { members: ['U1'], isArchived: true }),
    isOver: () => {
      slack.channels.set('C1', { members: ['U1', 'UBOT'] });
      return void event({ type: 'channel_unarchive', channel: 'C1', user: 'U1' });
    },
    ...afterTheFault,
  },
  'an archived channel, and 429 on the notice': {
    befalls: () => {
      slack.channels.set('C1', { members: ['U1'], isArchived: true });
      slack.failNext(post, { kind: 'error', error: 'is_archived' });
      slack.failNext(post, limited(90));
    },
    isOver: () => void slack.channels.set('C1', { members: ['U1', 'UBOT'] }),
    ...afterTheFault,
  },
  'a bot that people removed': {
    async befalls() {
      await event({ type: 'channel_left', channel: 'C1', actor_id: 'U1' });
      await eventually(() => expect(slack.textsIn('U1')).toHaveLength(1));
    },
    isOver: () => void event({ type: 'member_joined_channel', channel: 'C1', user: 'UBOT' }),
    ...afterTheFault,
  },
};

describe('a briefing arrives once, nothing is lost and the owner is told once, at', () => {
  let storage: Storage;
  let clock: FakeClock;
  let outbox: Outbox;
  let sendNotices: () => Promise<unknown>;

  beforeEach(async () => {
    storage = createStorage(await openMemoryDatabase());
    clock = new FakeClock('2023-11-01T12:00:00Z');
    const createdAt = clock.now();
    await storage.subscriptions.add(newSubscription({ channel, createdBy: 'U1', createdAt }));
    vi.useFakeTimers({ toFake: ['performance'] });
    chat = newChat();
    const parts = { storage: createOutboxStorage(storage), chats: [chat], clock, log: silentLog };
    sendNotices = () => sendOwnerNotices(parts);
    outbox = createOutbox({
      ...parts,
      compose: emptyBriefing,
      isOutage: isDatabaseOutage,
      tell: (_briefing, _subscription, { id }) => saying(`News ${id}`),
      timer: quickTimer(clock),
    });
    await chat.start({
      ...sampleHandlers(),
      ...createChannelsLost(parts),
      ...createChannelsBack({ storage, log: silentLog }),
      ...createChannelLimits({ ...parts, storage }),
    });
    return () => storage.close();
  });

  /** The morning of a day, and the half hour after it. */
  async function morning(day: number): Promise<void> {
    clock.set(`2023-11-0${day + 1}T08:00:00Z`);
    for (const minutes of [0, 1, 2, 4, 8, 15]) {
      advance(clock, minutes * 60_000);
      await outbox.tick();
      await sendNotices();
      await quiet();
    }
  }

  /** What is told on the side is under way: a clock that jumped meanwhile would end its lease. */
  async function quiet(): Promise<void> {
    for (let before = -1; before !== slack.calls.length; ) {
      before = slack.calls.length;
      await settle();
    }
  }

  const idOf = (day: number) => `1-2023-11-0${day + 1}T08:00`;
  const isSuspended = async () => (await storage.subscriptions.list())[0]?.state === 'suspended';

  test.each(Object.entries(faults))('%s', async (name, { befalls, isOver, arrive, told }) => {
    await befalls();
    await quiet();
    await morning(1);
    await morning(2);
    await isOver?.();
    if (name.includes('removed')) await eventually(async () => expect(await isSuspended()).toBe(false));
    await morning(3);

    expect(slack.textsIn('C1')).toEqual(arrive.map((day) => `News ${idOf(day)}`));
    await eventually(() => expect(slack.textsIn('U1')).toHaveLength(told));
    const [first = 1] = arrive;
    const delivered = await storage.deliveries.find(idOf(first));
    expect(delivered?.delivery.windowStart.toString()).toBe('2023-11-01T12:00:00Z');
    expect(await isSuspended()).toBe(false);
  });
});

/** Lets what is under way on the network go on, while the clock stands. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits are over at once, and the clocks have moved; what has no answer is given up once Slack has heard of it. */
function quickTimer(clock: FakeClock): Timer {
  return {
    nowMs: () => clock.now().epochMilliseconds,
    async wait(ms, signal) {
      if (ms < givenUpAfterMs) return advance(clock, ms);
      const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      await Promise.race([aborted, slack.hung]);
    },
  };
}

const givenUpAfterMs = 40_000;

function advance(clock: FakeClock, milliseconds: number): void {
  clock.advance({ milliseconds: Math.ceil(milliseconds) });
  vi.advanceTimersByTime(Math.ceil(milliseconds));
}

describe('one session, and each command answered once, after Slack was down for ten minutes', () => {
  async function tenMinutes(): Promise<void> {
    for (let second = 0; second < 600; second++) {
      await settle();
      vi.advanceTimersByTime(1_000);
    }
  }

  async function isBack(): Promise<void> {
    slack.isDown = false;
    for (let second = 0; second < 60 && slack.sockets.count === 0; second++) {
      vi.advanceTimersByTime(1_000);
      await settle();
    }
  }

  test.each([['at the start'], ['later']])('%s', async (when) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    chat = newChat();
    slack.isDown = when === 'at the start';
    const started = chat.start(sampleHandlers());
    if (when === 'later') {
      await started;
      slack.isDown = true;
      slack.sockets.drop({ warned: false });
    }
    slack.calls.length = 0;
    await tenMinutes();
    const tries = slack.calls.filter(({ method }) => method === 'apps.connections.open').length;
    expect(tries).toBeGreaterThan(10);
    expect(tries).toBeLessThan(60);

    await isBack();
    await started;
    vi.useRealTimers();
    const ada = createSlackUser(slack);
    await ada.slash('why 1');
    await ada.slash('why 2');
    await eventually(() => expect(slack.shownTo('U1')).toHaveLength(2));
    expect(slack.sockets).toMatchObject({ count: 1, opened: when === 'later' ? 2 : 1 });
  });
});
