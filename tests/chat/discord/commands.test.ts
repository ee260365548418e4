import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { editForm, lookForm, pauseForm } from '../../../commands/subscription-forms.ts';
import { renderForm } from '../../../src/chat/discord/components.ts';
import { createDiscordChat } from '../../../src/chat/discord/discord-chat.ts';
import { parseCommandLine } from '../../../src/chat/parse-command-line.ts';
import { readSampleEdition } from '../../../src/cli/demo/sample-edition/read-sample-edition.ts';
import { startSampleServer } from '../../../src/cli/demo/sample-edition/sample-server.ts';
import { parseConfig } from '../../../src/config/config.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createChannelsLost } from '../../../src/services/channel-losses.ts';
import { createHandlers } from '../../../src/services/handlers.ts';
import { type Newsroom, openNewsroom } from '../../../src/services/newsroom.ts';
import { createNewsroomOutbox } from '../../../src/services/outbox.ts';
import { openMemoryDatabase } from '../../../src/storage/database.ts';
import { createOutboxStorage } from '../../../src/storage/deliveries/outbox.ts';
import { en } from '../../../src/wording/en/index.ts';
import { reason } from '../../../src/wording/reason.ts';
import { eventually } from '../../fakes/eventually.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/fake-discord.ts';
import type { SeenAnswer } from '../../fakes/fake-discord-interactions.ts';
import type { StoredChannel } from '../../fakes/fake-discord-store.ts';
import { readFeedsOnce } from '../../fakes/read-feeds-once.ts';
import { checkRequest } from './check-request.ts';
import { shownText } from './discord-service.ts';
import { type Payload, withInner } from './payload-problems.ts';
import { personAt } from './person.ts';

const clock = new FakeClock('2022-07-19T07:30:00Z');
let newsroom: Newsroom;
let fake: FakeDiscord;
let channel: StoredChannel;
let chat: ReturnType<typeof createDiscordChat>;

/** A newsroom that has read the sample edition, on a Discord of our own that checks every body. */
beforeAll(async () => {
  const site = await startSampleServer({ edition: await readSampleEdition(), now: () => clock.now() });
  const list = [
    {
      id: 'all',
      name: 'all',
      url: `${site.url}/rdf/rss-en-all`,
      language: 'en',
      topics: [],
      namespace: 'dw',
      isTop: true,
    },
  ];
  const defaults = parseConfig('briefings: { quiet: daily }', 'test');
  const config = { ...defaults, feeds: { ...defaults.feeds, list } };
  newsroom = await openNewsroom({ config, db: await openMemoryDatabase(), clock, log: silentLog });
  await readFeedsOnce(newsroom, site.url);
  clock.advance({ minutes: 5 });
  await site.stop();

  fake = await startFakeDiscord({ check: checkRequest });
  channel = fake.store.addChannel({ type: 0, guild_id: fake.guildId, name: 'asia-desk' });
  chat = createDiscordChat({ token: fake.token, api: fake.api, log: silentLog });
  const lost = createChannelsLost({
    storage: createOutboxStorage(newsroom.storage),
    chats: [chat],
    clock,
    log: silentLog,
  });
  await chat.start({ ...createHandlers(newsroom), ...lost });
});

afterAll(async () => {
  await chat.stop();
  await fake.stop();
  await newsroom.storage.close();
  expect(fake.problems).toEqual([]);
});

const allText = (answer: SeenAnswer) => answer.messages.map(({ body }) => shownText(body)).join('\n');
const buttonsIn = (answer: SeenAnswer) =>
  answer.messages
    .flatMap(({ body }) => ((body as Payload).components ?? []).flatMap(withInner))
    .flatMap(({ custom_id: id }) => (id === undefined ? [] : [id]));
const failure = /Something went wrong|another version|could not be shown/u;

describe('a person at Discord', () => {
  it.each(commands.map((command) => [command.name, command] as const))(
    'gives /%s as its example says',
    async (name, command) => {
      const call = parseCommandLine(command.example, commands);
      if (call.kind !== 'call') throw new Error(call.problem);
      const manager = personAt(fake, { channel, isManager: true });

      const answer = await manager.give(name, call.options);

      expect(answer.acknowledgedAfterMs).toBeLessThan(1_000);
      expect(answer.deferred).toBeUndefined();
      // What goes wrong is told to the caller alone, also where the answer is for all.
      if (command.onlyCaller ?? true) expect(answer.messages.map(({ onlyCaller }) => onlyCaller)).not.toContain(false);
      expect(allText(answer)).not.toMatch(failure);
      expect(allText(answer).length).toBeGreaterThan(10);
    },
  );

  it('is not let change subscriptions without the right to manage the channel', async () => {
    const answer = await personAt(fake, { channel }).give('subscribe', { interest: 'asia' });

    expect(answer.messages).toMatchObject([{ onlyCaller: true }]);
    expect(allText(answer)).toContain('the permission "Manage Channels"');
  });

  it('goes from a briefing over its buttons to a profile', async () => {
    const person = personAt(fake, { channel });
    const briefing = await person.give('brief', { since: '30d' });
    const first = (action: string, answer: SeenAnswer) =>
      buttonsIn(answer).find((id) => id.startsWith(`k1:${action}:`)) ?? '';

    const [, story = ''] = /"value":"([0-9a-f]{32}\/\d+)"/u.exec(JSON.stringify(briefing.messages[0]?.body)) ?? [];
    const more = await person.select(first('more', briefing), story);
    const background = await person.press(first('background', more));
    const whosWho = await person.press(first('whos-who', more));
    const profile = await person.press(first('who', whosWho));

    for (const answer of [more, background, whosWho, profile]) {
      expect(answer.messages[0]?.onlyCaller).toBe(true);
      expect(allText(answer)).not.toMatch(failure);
    }
    expect(allText(whosWho)).toContain("Who's who");
    expect(allText(background)).toContain('](<http');
  });

  it('finds names, interests, zones and stories while typing', async () => {
    const person = personAt(fake, { channel });
    const labels = async (command: string, option: string, typed: string) =>
      ((await person.type(command, option, typed)).choices ?? []).map(({ name }) => name).join('\n');

    expect(await labels('who', 'actor', 'Park')).toContain('Park Jin');
    expect(await labels('subscribe', 'interest', 'asi')).toContain('Asia');
    expect(await labels('subscribe', 'zone', 'Seou')).toContain('Asia/Seoul');
    expect(await labels('help', 'command', 'bri')).toContain('brief');
    expect((await labels('background', 'topic', '')).length).toBeGreaterThan(0);
  });

  it('edits, pauses, resumes and removes a subscription from the panel', async () => {
    const place = fake.store.addChannel({ type: 0, guild_id: fake.guildId, name: 'panel' });
    const manager = personAt(fake, { channel: place, isManager: true });
    const subscribed = await manager.give('subscribe', { interest: 'asia', times: '09:00', zone: 'Seoul' });
    const id = /Subscription (\d+)/u.exec(allText(subscribed))?.[1];
    const ref = { platform: 'discord', workspaceId: fake.guildId, channelId: place.id } as const;
    const states = async () => {
      return (await newsroom.storage.subscriptions.ofChannel(ref)).map(({ interest, state }) => [interest, state]);
    };

    const { modal } = await manager.press(`k1:edit-subscription:${id}`);
    expect(modal).toMatchObject({ custom_id: `k1:edit-subscription:${id}` });
    await manager.fillIn(`k1:edit-subscription:${id}`, {
      interest: 'europe',
      times: '07:30',
      days: 'daily',
      zone: 'Berlin',
    });
    expect(await states()).toEqual([['europe', 'active']]);

    const caller = { channel: ref, userId: '1', userName: 'reader', mayManage: true, locale: 'en-US' };
    const subscription = await newsroom.services.subscriptions.get(caller, Number(id));
    for (const form of [editForm(subscription, en), pauseForm(subscription, en), lookForm(subscription, en, caller)])
      expect(renderForm(form).components, form.title).toHaveLength(form.fields.length);

    const preview = await manager.press(`k1:preview-subscription:${id}`);
    expect(allText(preview)).not.toMatch(failure);

    await manager.press(`k1:pause-subscription:${id}`);
    await manager.fillIn(`k1:pause-subscription:${id}`, { until: '' });
    expect(await states()).toEqual([['europe', 'paused']]);
    expect((await manager.press(`k1:resume-subscription:${id}`)).updated).toBeDefined();
    expect(await states()).toEqual([['europe', 'active']]);
    expect((await manager.press(`k1:remove-subscription:${id}`)).updated).toBeDefined();
    expect(await states()).toEqual([]);
  });
});

describe('a subscription of a Discord channel', () => {
  it('is delivered once, and suspended when its channel is deleted', async () => {
    const place = fake.store.addChannel({ type: 0, guild_id: fake.guildId, name: 'subscribed' });
    const ref = { platform: 'discord', workspaceId: fake.guildId, channelId: place.id } as const;
    await personAt(fake, { channel: place, isManager: true }).give('subscribe', {
      interest: 'everything',
      times: '10:00',
      zone: 'Berlin',
    });
    const outbox = createNewsroomOutbox(newsroom, [chat]);
    onTestFinished(() => outbox.stop());

    clock.set('2022-07-19T08:01:00Z');
    await outbox.tick();
    await outbox.tick();
    expect(fake.store.in(place.id)).toHaveLength(1);

    fake.gateway.dispatch('CHANNEL_DELETE', place);
    await eventually(async () =>
      expect(await newsroom.storage.subscriptions.ofChannel(ref)).toMatchObject([
        { state: 'suspended', reason: reason('channelDeleted') },
      ]),
    );
    // A second word of it is none.
    fake.gateway.dispatch('CHANNEL_DELETE', place);
    const direct = () => fake.store.in('1700000000000000001').map(shownText);
    await eventually(() => expect(direct()).toEqual([expect.stringContaining('the channel was deleted')]));
    await personAt(fake, { channel }).give('status', {});
    expect(direct()).toHaveLength(1);
  });
});
