import { expect, it, vi } from 'vitest';
import type { ChatHandlers } from '../../../src/chat/chat.ts';
import { shareButton } from '../../../src/chat/share.ts';
import { en } from '../../../src/wording/en/index.ts';
import { eventually } from '../../fakes/eventually.ts';
import type { SeenAnswer } from '../../fakes/fake-discord-interactions.ts';
import { refusal } from '../../fakes/fake-discord-routes.ts';
import { sampleHandlers, saying } from '../local/sample-service.ts';
import { shownText, startDiscord } from './discord-service.ts';
import { personAt } from './person.ts';

const private_ = { onlyCaller: true };
const discordWaitsMs = 3_000;
const nowMs = () => performance.now();

async function withHandlers(changed: Partial<ChatHandlers>, firstMs?: number) {
  const handlers = { ...sampleHandlers(), ...changed };
  const service = await startDiscord({ handlers, ...(firstMs !== undefined && { fake: { firstMs, nowMs } }) });
  return { ...service, person: personAt(service.fake, { channel: service.newsroom }) };
}

const texts = (answer: { messages: readonly { body: Record<string, unknown> }[] }) =>
  answer.messages.map(({ body }) => shownText(body));

it('shows at once that it works on a command, and answers the caller alone', async () => {
  const { person } = await withHandlers({});

  const answer = await person.give('who', { actor: 'Mirela Danesh' });

  expect(answer.acknowledgedAfterMs).toBeLessThan(2_000);
  expect(answer.messages.map(({ onlyCaller }) => onlyCaller)).toEqual([true]);
  expect(texts(answer)[0]).toContain('Mirela Danesh');
});

it('changes the message of a button in the style that it has, whatever is chosen since', async () => {
  const { fake, newsroom } = await withHandlers({
    onAction: (_call, responder) => responder.update(saying('Muted.')),
  });
  const old = { id: '600000000000000001', channel_id: newsroom.id, flags: 0, embeds: [{ description: 'Old.' }] };
  const data = { custom_id: 'k1:mute:story-1', component_type: 2 };

  const { updated } = await fake.interact({ type: 3, data, message: old }, { channel: newsroom });

  expect(updated).toMatchObject({ flags: 0, embeds: [{ description: 'Muted.' }] });
});

it('answers for all what is for all, though the wait was shown to the caller alone', async () => {
  const { person } = await withHandlers({});

  const answer = await person.give('brief', {});

  expect(answer.deferred).toBeUndefined();
  expect(answer.messages.map(({ onlyCaller }) => onlyCaller)).toEqual([false]);
});

it('tells the handlers who asks, where, with which rights', async () => {
  const seen = vi.fn<ChatHandlers['onCommand']>(async (_call, responder) =>
    responder.respond(saying('Yes.'), private_),
  );
  const { fake, newsroom } = await withHandlers({ onCommand: seen });

  await personAt(fake, { channel: newsroom }).give('who', { actor: 'A' });
  await personAt(fake, { channel: newsroom, isManager: true }).give('who', { actor: 'A' });
  await personAt(fake, { channel: newsroom, mayMention: true }).give('who', { actor: 'A' });
  await personAt(fake).give('who', { actor: 'A' });

  expect(
    seen.mock.calls.map(([{ caller }]) => [caller.channel.workspaceId, caller.mayManage, caller.mayMention]),
  ).toEqual([
    [fake.guildId, false, false],
    [fake.guildId, true, false],
    [fake.guildId, false, true],
    ['@me', true, false],
  ]);
  expect(seen.mock.calls[0]?.[0]).toMatchObject({
    command: 'who',
    options: { actor: 'A' },
    caller: { userName: 'reader', locale: 'en-US' },
  });
});

it('acknowledges for a handler that is slow, and then answers', async () => {
  let goOn = () => {};
  const waiting = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const { person } = await withHandlers({
    async onAction(_call, responder) {
      await waiting;
      await responder.respond(saying('At last.'), private_);
    },
  });

  const held = await person.press('k1:who:7', ({ acknowledgedAfterMs }) => acknowledgedAfterMs !== undefined);
  expect(held.messages).toEqual([]);
  goOn();
  await eventually(() => expect(texts(held)).toEqual(['At last.']));
});

it('ends in a plain message with an error id when Discord waits no more', async () => {
  const { fake, person, newsroom } = await withHandlers(
    {
      async onCommand(_call, responder) {
        await new Promise((resolve) => setTimeout(resolve, 60));
        await responder.respond(saying('Too late.'), private_);
      },
    },
    30,
  );

  void person.give('who', { actor: 'A' });

  await eventually(() =>
    expect(fake.store.in(newsroom.id).map(shownText)).toEqual([
      expect.stringMatching(/couldn't be shown in time.*ID: [\da-f]{8}\./u),
    ]),
  );
});

it('answers where Discord heard the acknowledgement and could not say so', async () => {
  const { fake, newsroom, person } = await withHandlers({
    async onCommand(_call, responder) {
      await responder.acknowledge(private_).catch(() => {});
      await responder.respond(saying('Here it is.'), private_);
    },
  });
  fake.addFault({ path: /\/callback$/, response: 'drop-after' });

  const answer = await person.give('who', { actor: 'A' });

  expect(texts(answer)).toEqual(['Here it is.']);
  expect(fake.store.in(newsroom.id)).toEqual([]);
});

it('ends in a plain message with an error id when the time of its token is over', async () => {
  const answered = Promise.withResolvers<void>();
  const { fake, newsroom } = await startDiscord({
    handlers: {
      ...sampleHandlers(),
      async onCommand(_call, responder) {
        await responder.acknowledge(private_);
        await new Promise((resolve) => setTimeout(resolve, 80));
        await responder.respond(saying('Too late.'), private_);
        answered.resolve();
      },
    },
    fake: { tokenMs: 50, nowMs },
  });

  void personAt(fake, { channel: newsroom }).give('who', { actor: 'A' });
  await answered.promise;

  expect(fake.store.in(newsroom.id).map(shownText)).toEqual([
    expect.stringMatching(/couldn't be shown in time.*ID: [\da-f]{8}\./u),
  ]);
});

it('lets the caller share what only they see', async () => {
  const { person } = await withHandlers({
    onCommand: (_call, responder) =>
      responder.respond(saying('Known.'), { ...private_, share: shareButton('["who",{"actor":"A"}]', en) }),
  });

  const answer = await person.give('who', { actor: 'A' });

  expect(JSON.stringify(answer.messages)).toContain(JSON.stringify('k1:share:["who",{"actor":"A"}]').slice(1, -1));
});

it('answers a command that its handler left without a word', async () => {
  const { person } = await withHandlers({ onCommand: async () => {} });

  expect(texts(await person.give('who', { actor: 'A' }))[0]).toContain('Run the command again');
});

it('replaces the message whose button was pressed, and takes a select for a press', async () => {
  const { person, fake } = await withHandlers({});

  expect((await person.press('k1:mute:story-1')).updated).toMatchObject({ components: [{ type: 17 }] });
  expect(shownText((await person.select('k1:quotes:', 'river')).updated ?? {})).toBe('Quotes about river.');
  expect(fake.problems).toEqual([]);
});

it('answers buttons of a message that is years old, and says so of what it does not know', async () => {
  const { person } = await withHandlers({});

  expect(texts(await person.press('k1:who:story-1'))).toEqual(['who of story-1']);
  expect(texts(await person.press('k0-of-another-time'))[0]).toContain('another version');
});

it('lets a button go before a command whose caller knows already that it was heard', async () => {
  const begun: string[] = [];
  const gate = Promise.withResolvers<void>();
  const { person } = await withHandlers({
    async onCommand({ options: { actor = '' } }, responder) {
      await responder.acknowledge(private_);
      begun.push(actor);
      if (actor !== 'last') await gate.promise;
      await responder.respond(saying('Done.'), private_);
    },
    async onAction(_call, responder) {
      begun.push('button');
      await responder.respond(saying('Pressed.'), private_);
    },
  });
  const isDeferred = ({ deferred }: SeenAnswer) => deferred !== undefined;
  // As many answers as are made at a time, and one that waits.
  for (let index = 0; index < 8; index += 1) await person.give('who', { actor: 'early' }, isDeferred);
  await eventually(() => expect(begun).toHaveLength(8));
  await person.give('who', { actor: 'last' }, isDeferred);

  const pressed = person.press('k1:who:story-1');
  // Arrives after the button, and waits for nobody.
  await person.type('who', 'actor', 'mi');
  gate.resolve();
  await pressed;

  await eventually(() => expect(begun).toContain('last'));
  expect(begun.slice(8)).toEqual(['button', 'last']);
});

it('opens a form from a button, and hands its answers over', async () => {
  const handlers = sampleHandlers();
  const { person } = await withHandlers(handlers);

  const { modal } = await person.press('k1:follow:story-1');
  expect(modal).toMatchObject({ custom_id: 'k1:subscribe:draft-7', title: 'New subscription' });
  const answer = await person.fillIn('k1:subscribe:draft-7', { interest: 'asia', length: 'short' });

  expect(texts(answer)).toEqual(['Subscribed to asia.']);
  expect(handlers.calls.at(-1)).toMatchObject({
    action: 'subscribe',
    reference: 'draft-7',
    answers: { interest: 'asia', length: 'short' },
  });
});

it('suggests while a person types, within a second even when nothing is found in time', async () => {
  const { person } = await withHandlers({});
  expect((await person.type('who', 'actor', 'mir')).choices?.map(({ name }) => name)).toEqual([
    'Mirela Danesh',
    'Mirko Vale',
  ]);

  const slow = await withHandlers({ complete: () => new Promise(() => {}) }, discordWaitsMs);
  const answer = await slow.person.type('who', 'actor', 'mir');
  expect(answer.choices).toEqual([]);
  expect(answer.acknowledgedAfterMs).toBeLessThan(discordWaitsMs);
});

it('suggests no more, and nothing longer, than Discord takes', async () => {
  const many = Array.from({ length: 40 }, (_, index) => ({
    label: `${index} ${'word '.repeat(40)}`,
    value: 'v '.repeat(90),
  }));
  const { person } = await withHandlers({ complete: async () => many });

  const { choices = [] } = await person.type('who', 'actor', '');

  expect(choices).toHaveLength(25);
  expect(Math.max(...choices.flatMap(({ name, value }) => [name.length, value.length]))).toBeLessThanOrEqual(100);
});

it('continues an answer that is longer than a message', async () => {
  const { person } = await withHandlers({
    async onCommand(_call, responder) {
      await responder.acknowledge(private_);
      await responder.respond(
        {
          summary: 'Long',
          blocks: Array.from({ length: 30 }, (_, index) => saying(`${index} ${'word '.repeat(80)}.`).blocks).flat(),
        },
        private_,
      );
    },
  });

  const answer = await person.give('brief', {}, ({ messages }) => messages.length === 4);

  expect(answer.messages.map(({ onlyCaller }) => onlyCaller)).toEqual([true, true, true, true]);
});

it('takes the story from a message of ours for its menu', async () => {
  const handlers = sampleHandlers();
  const { person } = await withHandlers(handlers);
  const base = { id: '600000000000000009', content: '', embeds: [], components: [] as object[] };
  const row = (custom_id: string) => ({ type: 1, components: [{ type: 2, custom_id }] });
  const ours = { ...base, components: [{ type: 17, components: [row('k1:background:12'), row('k1:whos-who:12')] }] };

  await person.useMenu('Who is in this?', ours);
  await person.useMenu('Background', ours);

  expect(handlers.calls).toMatchObject([
    { action: 'whos-who', value: '12' },
    { action: 'background', value: '12' },
  ]);
});

it('answers a button where the bot has lost the right to write, and goes on when even the apology is refused', async () => {
  const { fake, newsroom, person } = await withHandlers({
    onAction: (_call, responder) => responder.respond(saying('Here.'), private_),
  });
  const inChannel = /^\/channels\/\d+\/messages$/;
  const denied = refusal(403, 50_013, 'Missing Permissions');
  fake.addFault({ method: 'POST', path: inChannel, times: 9, response: denied });
  expect(texts(await person.press('k1:who:actor:1'))).toEqual(['Here.']);

  const unknown = refusal(404, 10_062, 'Unknown interaction');
  fake.addFault({ method: 'POST', path: /\/callback$/, response: unknown });
  // Nobody ever sees an answer to it.
  void person.press('k1:who:actor:2');
  await eventually(() => expect(fake.requests.filter(({ path }) => inChannel.test(path))).toHaveLength(1));

  expect(texts(await person.press('k1:who:actor:3'))).toEqual(['Here.']);
  expect(fake.store.in(newsroom.id)).toEqual([]);
});
