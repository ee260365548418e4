import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestNewsroom, type TestNewsroom } from '../../commands/newsroom.ts';
import { type Stage, stages } from './stages.ts';

let room: TestNewsroom;
let stage: Stage;

const ferry = {
  id: 'dw:7',
  headline: 'Ferry runs aground off Penang',
  lead: 'A ferry with 200 people on board has run aground off the Malaysian island of Penang.',
  paragraphs: ['Harbor master Amanda Whitlock said on Wednesday that everybody was brought ashore unhurt.'],
  topics: ['asia'],
};

const subscriptions = async () => (await room.storage.subscriptions.list()).map(({ interest }) => interest).toSorted();
const whole = async () =>
  JSON.stringify(
    (await room.storage.subscriptions.list()).map(({ interest, schedule, length, state }) => ({
      ...{ interest, schedule, length, state },
    })),
  );

/** A new user, as a Wednesday morning in Berlin begins. */
describe.each(Object.keys(stages))('played on %s', (name) => {
  beforeEach(async () => {
    room = await openTestNewsroom('2026-05-06T08:00:00Z');
    await room.archive({ ...ferry, at: '2026-05-06T06:00:00Z' });
    room.clock.advance({ minutes: 1 });
    const open = stages[name];
    if (!open) throw new Error(`no stage ${name}`);
    stage = await open(room);
  });
  afterEach(async () => {
    await stage.stop();
    await room.close();
  });

  test('the first day: hello, nothing here yet, news now, every day at 8', async () => {
    expect((await stage.say('hello')).text).toContain('I read the news from Deutsche Welle');
    const empty = await stage.say('my subscriptions');
    expect(empty.buttons).toEqual(expect.arrayContaining(['News now', 'Every day at 8 here']));
    expect((await empty.press('News now')).text).toContain('Ferry runs aground');
    const daily = await empty.press('Every day at 8 here');
    expect(daily.text).toContain('aily at 08:00');
    expect(await subscriptions()).toEqual(['everything']);
    expect((await stage.say('what can you do?')).text).toContain('subscribe');
    expect((await stage.say('thanks!')).text).toContain('Glad to help.');
  });

  test('a dead subscription is asked about, with what may have been meant', async () => {
    const asked = await stage.say('subscribe aisa at 8');
    expect(asked.text).toContain('Did you mean Asia?');
    expect(await subscriptions()).toEqual([]);
    expect((await asked.press('Asia')).text).toContain('Understood: Asia, daily at 08:00');
    const dead = await stage.say('subscribe zeppelins at 9');
    expect(dead.text).toContain('Nothing on "zeppelins" in the last 7 days.');
    expect(await subscriptions()).toEqual(['asia']);
    await dead.press('Keep it as typed');
    expect(await subscriptions()).toEqual(['asia', 'zeppelins']);
  });

  test('a digest for one person by one sentence', async () => {
    const digest = await stage.say('brief me every morning at 8, only headlines');
    expect(digest.text).toContain('Understood: everything');
    expect(digest.text).toContain('headlines');
    const alerts = await stage.say('tell me when there is news on amanda whitlock');
    expect(alerts.text).toContain('alerts for breaking news');
    expect(await subscriptions()).toEqual(['actor:"Amanda Whitlock"', 'everything']);
  });

  test('everything that changes is taken back', async () => {
    await stage.say('subscribe asia at 8');
    await stage.say('subscribe ferry at 9');
    for (const line of [
      'move asia to 9:30',
      'make ferry shorter',
      'drop sports from asia',
      'pause asia until friday',
      'unsubscribe ferry',
      'subscribe penang at 7',
    ]) {
      const before = await whole();
      const done = await stage.say(line);
      expect(await whole(), line).not.toBe(before);
      expect((await done.press('Undo')).text, line).toContain('Undone.');
      expect(JSON.parse(await whole()), line).toHaveLength(2);
      expect(sorted(await whole()), line).toEqual(sorted(before));
    }
  });

  test('what is risky asks first', async () => {
    await stage.say('subscribe asia at 8');
    await stage.say('subscribe ferry at 9');
    const before = await whole();
    const stop = await stage.say('stop');
    expect(stop.text).toContain('Which one do you mean?');
    const all = await stage.say('cancel all my subscriptions');
    expect(await whole()).toBe(before);
    const gone = await all.press('Yes');
    expect(gone.text).toContain('Unsubscribed: Asia, ferry.');
    await gone.press('Undo');
    expect(await subscriptions()).toEqual(['asia', 'ferry']);
  });

  test.runIf(name === 'page')('a subscription moves to a channel chosen from a list, or named, and back', async () => {
    const places = async () => (await room.storage.subscriptions.list()).map(({ channel }) => channel.channelId);
    await stage.say('subscribe asia at 8');
    const form = await (await stage.say('my subscriptions')).press('Move');
    expect(form.text).toContain('{"label":"#asia-desk","value":"asia-desk"}');
    const moved = await form.fill?.({ channel: 'asia-desk' });
    expect(await places()).toEqual(['asia-desk']);
    await moved?.press('Undo');
    expect(await places()).toEqual(['newsroom']);
    await stage.say('/subscribe africa times:9 channel:#asia-desk');
    expect(await places()).toEqual(['newsroom', 'asia-desk']);
    expect((await stage.say('/subscribe africa times:9 channel:nowhere')).text).toContain('no channel "nowhere"');
    const asked = await stage.say('subscribe #asia-desk to europe at 10');
    expect(await places()).toHaveLength(2);
    await asked.press('Yes');
    expect(await places()).toEqual(['newsroom', 'asia-desk', 'asia-desk']);
  });

  test.each([
    ['subscribe aisa at 8', 'Asia'],
    ['subscribe eurpoe at 9', 'Europe'],
    ['send me afirca every day at 8', 'Africa'],
    ['subscribe topic:afrika- times:8', 'africa'],
    ['subscribe ferrry at 8', 'Nothing on "ferrry"'],
    ['subscribe actor:"Amanda Whitlok" times:9', 'Amanda Whitlock'],
    ['subscribe region:Indonseia times:9', 'Indonesia'],
    ['subscribe asia zone:Berlim', 'Berlin'],
    ['subscribe asia length:shrot', 'short'],
    ['subscribe asia zoen:Berlin', 'zone'],
  ])('a slip in the typing, %s, is answered with %s', async (line, meant) => {
    expect((await stage.say(line)).text).toContain(meant);
    expect(await subscriptions()).toEqual([]);
  });

  test('an overview of sixty subscriptions, filtered, paused, and taken back', async () => {
    const first = await stage.overview();
    expect(first.text).toContain('0 subscriptions');
    const [place] = await placesOf(name);
    for (let at = 0; at < 60; at += 1) {
      const caller = { ...room.callerIn('x'), channel: { ...place, channelId: `${place.channelId}${at % 4}` } };
      const interest = at % 3 === 0 ? `asia OR word${at}` : `word${at}`;
      await room.services.subscriptions.add(caller, { interest, times: '8' });
    }
    const all = await stage.overview();
    expect(all.text).toContain('60 subscriptions');
    expect(all.buttons).toContain('Next page');
    const some = await stage.overview('asia');
    expect(some.text).toContain('20 subscriptions');
    const paused = await some.press('Pause all 20');
    expect(await states()).toEqual({ active: 40, paused: 20 });
    await paused.press('Undo');
    expect(await states()).toEqual({ active: 60 });
  });
});

const sorted = (json: string): unknown[] =>
  (JSON.parse(json) as { interest: string }[]).toSorted((a, b) => a.interest.localeCompare(b.interest));

async function states(): Promise<Record<string, number>> {
  const list = await room.storage.subscriptions.list();
  return Object.fromEntries(
    [...Map.groupBy(list, ({ state }) => state)].map(([state, found]) => [state, found.length]),
  );
}

/** A channel that whoever manages the server may see. */
async function placesOf(name: string) {
  const places = {
    page: { platform: 'local', workspaceId: 'local', channelId: 'desk' },
    Slack: { platform: 'slack', workspaceId: 'T1', channelId: 'CDESK' },
    Discord: { platform: 'discord', workspaceId: '800000000000000001', channelId: '90000000000000000' },
  } as const;
  return [places[name as keyof typeof places]] as const;
}
