import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ChatError } from '../../src/chat/chat.ts';
import { openTestNewsroom, type TestNewsroom, textOf } from './newsroom.ts';

let room: TestNewsroom;

/** A Wednesday, ten in the morning in Berlin. */
beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T08:00:00Z');
});
afterEach(() => room.close());

/** Three events that have nothing in common. */
const landslide = {
  id: 'dw:31',
  headline: 'Landslide in Valmora',
  lead: 'A landslide has buried the mountain road to Valmora after eleven days of rain, the mayor said.',
  paragraphs: ['Mayor Ines Dotarel said on Wednesday that the village could be reached by helicopter alone.'],
  topics: ['europe'],
};
const eclipse = {
  id: 'dw:47',
  headline: 'Eclipse draws thousands to Tarnby',
  lead: 'Thousands of astronomers have travelled to Tarnby to watch the total eclipse of the sun.',
  paragraphs: ['Professor Aino Lehtola said that nobody alive would see a longer one from the northern coast.'],
  topics: ['europe'],
};
const earthquake = {
  id: 'dw:59',
  headline: 'Earthquake shakes Port Sellin',
  lead: 'An earthquake of magnitude six has damaged warehouses and cranes in Port Sellin.',
  paragraphs: ['Harbor master Goran Petrik said that ships were being sent to other ports of the island.'],
  topics: ['europe'],
};

const posted = () => room.chat.sent.map(({ message }) => textOf(message));

describe('send now', () => {
  test('posts what is new outside the slots, and the next slot begins there', async () => {
    await room.command('subscribe', { interest: 'europe', times: '18' });
    await room.archive(landslide);
    room.clock.advance({ minutes: 5 });
    expect(await room.press('send-subscription', '1')).toContain('within a minute');
    await room.outbox.tick();
    expect(posted()).toHaveLength(1);
    expect(posted()[0]).toContain('Landslide in Valmora');

    await room.archive(eclipse);
    await room.runTo('2026-05-06T16:15:00Z');
    expect(posted()).toHaveLength(2);
    expect(posted()[1]).toContain('Eclipse');
    expect(posted()[1]).not.toContain('Landslide');
    const [slot, now] = await room.storage.deliveries.list({ subscriptionId: 1, limit: 2 });
    expect(slot?.windowStart).toEqual(now?.windowEnd);
  });

  test('pressed twice is one briefing', async () => {
    await room.command('subscribe', { interest: 'europe', times: '18' });
    await room.archive(landslide);
    room.clock.advance({ minutes: 5 });
    await room.press('send-subscription', '1');
    expect(await room.press('send-subscription', '1')).toContain('already on its way');
    await room.outbox.tick();
    expect(await room.press('send-subscription', '1')).toContain(
      "There's nothing new, so nothing was posted.\nLatest news covered: 2026-05-06T08:05:00Z",
    );
    await room.outbox.tick();
    expect(posted()).toHaveLength(1);
  });

  test('is for who may manage, of what is active', async () => {
    await room.command('subscribe', { interest: 'europe' });
    expect(await room.press('send-subscription', '1', room.callerIn('here', false))).toContain(
      'Only people who can manage',
    );
    await room.submit('pause-subscription', '1', {});
    expect(await room.press('send-subscription', '1')).toContain(
      'Subscription 1 is paused. Resume it in /subscriptions first',
    );
    expect(await room.press('send-subscription', '1', room.callerIn('there'))).toContain('has no subscription 1');
    expect(await room.press('send-subscription', 'one')).toContain('no longer works');
  });
});

describe('a pause', () => {
  test('until a day ends by itself, and its news falls into the next briefing', async () => {
    await room.command('subscribe', { interest: 'europe', times: '8' });
    expect(await room.press('pause-subscription', '1')).toBe('Pause 1: europe');
    const said = await room.submit('pause-subscription', '1', { until: 'saturday' });
    expect(said).toContain('Resumes automatically on 2026-05-08T22:00:00Z');
    expect(said).toContain('Next: 2026-05-09T06:00:00Z');
    await room.archive(landslide);
    await room.runTo('2026-05-09T05:45:00Z');
    expect(posted()).toEqual([]);
    await room.runTo('2026-05-09T06:15:00Z');
    expect(posted()).toHaveLength(1);
    expect(posted()[0]).toContain('Landslide');
  });

  test('takes a slot at its very end', async () => {
    await room.command('subscribe', { interest: 'europe', times: '0:00' });
    await room.submit('pause-subscription', '1', { until: 'tomorrow' });
    await room.runTo('2026-05-06T22:15:00Z');
    expect(posted()).toHaveLength(1);
  });

  test('without an end lasts until somebody resumes', async () => {
    await room.command('subscribe', { interest: 'europe', times: '8' });
    expect(await room.submit('pause-subscription', '1', { until: '' })).toContain('1  europe (paused)');
    await room.runTo('2026-05-08T08:00:00Z');
    expect(posted()).toEqual([]);
    expect(await room.press('resume-subscription', '1')).not.toContain('(paused)');
    await room.runTo('2026-05-09T06:15:00Z');
    expect(posted()).toHaveLength(1);
  });

  test.each(['yesterday', '2026-05-01', 'soon'])('until %s is refused', async (until) => {
    await room.command('subscribe', { interest: 'europe' });
    expect(await room.submit('pause-subscription', '1', { until })).toMatch(/as a day|in the future/);
    expect((await room.storage.subscriptions.find(1))?.state).toBe('active');
  });
});

describe('a subscription is moved', () => {
  test('by one person who may manage both channels, with everything', async () => {
    await room.command('subscribe', { interest: 'europe', times: 'weekdays at 18', zone: 'seoul', length: 'short' });
    expect(await room.press('move-subscription', '1')).toContain('run /move 1 there');
    const caller = room.callerIn('there');
    const completion = { caller, command: 'move', option: 'subscription', typed: '' };
    expect(await room.handlers.complete(completion)).toEqual([{ label: '1: europe', value: '1' }]);
    expect(await room.command('move', { subscription: '1' }, caller)).toContain('Weekdays at 18:00 (Seoul), short');
    expect(await room.storage.subscriptions.ofChannel(room.callerIn('here').channel)).toEqual([]);
    await room.runTo('2026-05-06T09:15:00Z');
    expect(room.chat.sent.map(({ post }) => post.channelId)).toEqual(['there']);
  });

  test.each([
    ['what was not offered', async () => {}, room_('there'), 'No subscription "1" is waiting to be moved here'],
    [
      'what somebody else offered',
      offer,
      room_('there', true, 'u2'),
      'No subscription "1" is waiting to be moved here',
    ],
    ['into the channel it is in', offer, room_('here'), 'No subscription "1" is waiting to be moved here'],
    ['without the right there', offer, room_('there', false), 'Only people who can manage this channel'],
    ['after a day', lateOffer, room_('there'), 'No subscription "1" is waiting to be moved here'],
    ['to where there is the same', doubledOffer, room_('there'), 'already has that as subscription 2'],
  ])('but not %s', async (_what, before, caller, expected) => {
    await room.command('subscribe', { interest: 'europe' });
    await before();
    expect(await room.command('move', { subscription: '1' }, caller())).toContain(expected);
    expect((await room.storage.subscriptions.find(1))?.channel.channelId).toBe('here');
  });

  test('but only by who may manage where it is', async () => {
    await room.command('subscribe', { interest: 'europe' });
    expect(await room.press('move-subscription', '1', room.callerIn('here', false))).toContain(
      'Only people who can manage',
    );
  });

  test('out of a lost channel, and resumes', async () => {
    await room.command('subscribe', { interest: 'europe', times: '12' });
    room.chat.failNext(new ChatError('The channel is archived', { kind: 'lost-channel' }));
    await room.runTo('2026-05-06T10:15:00Z');
    const panel = await room.command('subscriptions');
    expect(panel).toContain('1  europe (suspended)');
    expect(panel).toContain('The channel is archived');
    expect(panel).toContain('[Resume]');
    await offer();
    await room.command('move', { subscription: '1' }, room.callerIn('there'));
    await room.runTo('2026-05-07T10:15:00Z');
    expect(room.chat.sent.map(({ post }) => post.channelId)).toEqual(['there']);
  });

  function room_(channel: string, mayManage = true, userId = 'u1') {
    return () => room.callerIn(channel, mayManage, userId);
  }
  async function offer() {
    await room.press('move-subscription', '1');
  }
  async function lateOffer() {
    await offer();
    room.clock.advance({ hours: 25 });
  }
  async function doubledOffer() {
    await room.command('subscribe', { interest: 'europe' }, room.callerIn('there'));
    await offer();
  }
});

describe('catchup', () => {
  test('shows what was not delivered to the channel yet, for any of its subscriptions', async () => {
    await room.command('subscribe', { interest: 'landslide', times: '12' });
    await room.command('subscribe', { interest: 'eclipse', times: '12' });
    await room.archive(landslide);
    await room.runTo('2026-05-06T10:15:00Z');
    await room.archive(eclipse);
    await room.archive(earthquake);
    room.clock.advance({ minutes: 5 });
    const said = await room.command('catchup');
    expect(said).toContain('What this channel missed since 2026-05-06T10:00:00Z');
    expect(said).toContain('Eclipse draws');
    expect(said).not.toMatch(/Landslide|Earthquake/);
    expect(await room.command('catchup', { since: '1d' })).toMatch(/Landslide in Valmora/);
  });

  test('shows the news of a day in a channel without subscriptions', async () => {
    await room.archive(earthquake);
    room.clock.advance({ minutes: 5 });
    expect(await room.command('catchup')).toContain('Earthquake shakes');
  });

  test('refuses an invalid time', async () => {
    expect(await room.command('catchup', { since: 'soon' })).toContain('"soon" isn\'t a time in the past');
  });
});

describe('the panel', () => {
  test('has buttons for a few, a select for many', async () => {
    for (const interest of ['asia', 'europe', 'africa']) await room.command('subscribe', { interest });
    expect((await room.command('subscriptions')).match(/\[Send now\]/g)).toHaveLength(3);
    await room.command('subscribe', { interest: 'sports' });
    const panel = await room.command('subscriptions');
    expect(panel).not.toContain('[Send now]');
    expect(panel).toContain('[Open a subscription]');
    expect(await room.press('open-subscription', '4')).toContain('[Send now]');
  });

  test('edits by a form that reads back what it shows', async () => {
    await room.command('subscribe', { interest: 'asia', times: 'mon, wed 8 and 17' });
    const { schedule } = (await room.storage.subscriptions.find(1)) ?? {};
    expect(await room.press('edit-subscription', '1')).toBe('Subscription 1');
    const answers = { interest: 'asia NOT sports', times: 'Monday and Wednesday at 08:00 and 17:00', stories: '7' };
    expect(await room.submit('edit-subscription', '1', answers)).toContain('at most 7 stories');
    const changed = await room.storage.subscriptions.find(1);
    expect(changed).toMatchObject({ interest: 'asia AND NOT sports', maxStories: 7, schedule });
  });
});
