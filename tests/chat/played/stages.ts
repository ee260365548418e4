import { PermissionFlagsBits } from 'discord.js';
import { commands } from '../../../commands/index.ts';
import { createDiscordChat } from '../../../src/chat/discord/discord-chat.ts';
import { createLocalChat } from '../../../src/chat/local/local-chat.ts';
import { startLocalServer } from '../../../src/chat/local/server.ts';
import type { ActionItem, Form, Message } from '../../../src/chat/message.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { type TestNewsroom, textOf } from '../../commands/newsroom.ts';
import { eventually } from '../../fakes/eventually.ts';
import { startFakeDiscord } from '../../fakes/fake-discord.ts';
import { appToken, botToken, type FakeMessage, FakeSlack } from '../../fakes/fake-slack.ts';
import { createSlackUser, wordsIn } from '../../fakes/fake-slack-user.ts';
import { createMemoryPosts } from '../../fakes/memory-posts.ts';
import { checkRequest } from '../discord/check-request.ts';
import { shownText } from '../discord/discord-service.ts';

/** What somebody sees after they typed or pressed, with its buttons. */
export interface Seen {
  readonly text: string;
  readonly buttons: readonly string[];
  press(label: string): Promise<Seen>;
  /** Sends the form that was opened; on the page alone, the others' forms are played in their own tests. */
  fill?(answers: Readonly<Record<string, string>>): Promise<Seen>;
}

/** A platform on which somebody plays: in their own conversation with the bot, or on the page. */
export interface Stage {
  say(line: string): Promise<Seen>;
  /** As whoever manages the server. */
  overview(filter?: string): Promise<Seen>;
  stop(): Promise<void>;
}

/** Every stage, by its platform. */
export const stages: Readonly<Record<string, (room: TestNewsroom) => Promise<Stage>>> = { page, Slack, Discord };

async function page(room: TestNewsroom): Promise<Stage> {
  const chat = createLocalChat({
    posts: createMemoryPosts(),
    clock: room.clock,
    channels: [{ id: 'newsroom' }, { id: 'asia-desk' }],
  });
  await chat.start(room.handlers);
  const server = await startLocalServer({
    chat,
    commands,
    plainTextCommand: 'ask',
    status: async () => ({ ready: true }),
  });
  const channelId = 'newsroom';
  const post = async (path: string, body: object): Promise<Outcome> => {
    const response = await fetch(`${server.url}/api/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ channelId, ...body }),
    });
    return (await response.json()) as Outcome;
  };
  const shown = async ({ answers = [], updated, posted, form, error }: Outcome, pressed?: string): Promise<Seen> => {
    const ofPost = (await chat.recent(channelId, { limit: 50 })).find(({ id }) => id === (posted ?? pressed));
    const { id = '', message } = updated ?? answers.at(-1) ?? ofPost ?? {};
    const items = message?.blocks.flatMap((block) => (block.kind === 'actions' ? block.items : [])) ?? [];
    return {
      text: error?.message ?? (form ? JSON.stringify(form) : textOf(message)),
      buttons: items.map(({ label }) => label),
      press: async (label) => {
        const { action, value } = buttonIn(items, label);
        return shown(await post('actions', { messageId: id, action, value }), id);
      },
      ...(form && {
        fill: async (given) =>
          shown(await post('forms', { action: form.action, reference: form.reference, answers: given })),
      }),
    };
  };
  const say = async (line: string) => shown(await post('commands/run', { line }));
  return {
    say,
    overview: (filter = '') => say(`/overview ${filter}`.trim()),
    stop: async () => {
      await server.stop();
      await chat.stop();
    },
  };
}

interface Outcome {
  readonly answers?: readonly { readonly id: string; readonly message: Message }[];
  readonly updated?: { readonly id: string; readonly message: Message };
  readonly posted?: string;
  readonly form?: Form;
  readonly error?: { readonly message: string };
}

function buttonIn(items: readonly ActionItem[], label: string) {
  for (const item of items) {
    if (item.kind === 'button' && item.label === label) return { action: item.action, value: item.value ?? '' };
    const option = item.kind === 'select' ? item.options.find((one) => one.label === label) : undefined;
    if (item.kind === 'select' && option) return { action: item.action, value: option.value };
  }
  throw new Error(`no "${label}" among ${items.map((item) => item.label).join(', ')}`);
}

async function Slack(room: TestNewsroom): Promise<Stage> {
  const slack = new FakeSlack();
  await slack.start();
  slack.channels.set('C1', { members: ['U1'] });
  slack.channels.set('D1', { members: ['U1', 'UBOT'] });
  for (const at of [0, 1, 2, 3]) slack.channels.set(`CDESK${at}`, { members: ['U1'] });
  slack.people.set('U1', { locale: 'en-US', is_admin: true });
  const transport = { kind: 'socket', appToken } as const;
  const chat = createSlackChat({ botToken, transport, commands, slackApiUrl: slack.apiUrl, log: silentLog });
  await chat.start(room.handlers);
  const ada = createSlackUser(slack);
  const inMessages = createSlackUser(slack, { channel: 'D1' });
  /** What a message of the fake was, or is now, after something was done. */
  const after = async (work: () => Promise<unknown>): Promise<FakeMessage> => {
    const before = new Map(slack.messages.map((message) => [message.ts, JSON.stringify(message)]));
    await work();
    return eventually(() => {
      const found = slack.messages.findLast((message) => before.get(message.ts) !== JSON.stringify(message));
      if (!found || wordsIn(found.blocks) === '') throw new Error('Nothing was said');
      return found;
    });
  };
  const shown = (message: FakeMessage, by: typeof ada): Seen => ({
    text: wordsIn(message.blocks),
    buttons: labelsIn(message.blocks),
    press: async (label) => shown(await after(() => by.press(message, label)), by),
  });
  return {
    say: async (line) => shown(await after(() => ada.direct(line)), inMessages),
    overview: async (filter = '') => shown(await after(() => ada.slash(`overview ${filter}`.trim())), ada),
    stop: async () => {
      await chat.stop();
      if (slack.problems.length > 0) throw new Error(slack.problems.join('\n'));
      await slack.stop();
    },
  };
}

function labelsIn(blocks: readonly unknown[]): string[] {
  const rows = blocks as { elements?: { type: string; text?: { text: string } }[] }[];
  return rows.flatMap(({ elements = [] }) =>
    elements.flatMap(({ type, text }) => (type === 'button' && text ? [text.text] : [])),
  );
}

async function Discord(room: TestNewsroom): Promise<Stage> {
  const fake = await startFakeDiscord({ check: checkRequest });
  const alone = fake.store.addChannel({ type: 1 });
  const inServer = fake.store.addChannel({ type: 0, guild_id: fake.guildId, name: 'newsroom' });
  const chat = createDiscordChat({ token: fake.token, api: fake.api, commands, log: silentLog });
  await chat.start(room.handlers);
  const { Administrator } = PermissionFlagsBits;
  const ids = (body: object) => {
    const found: { label: string; custom_id: string }[] = [];
    JSON.parse(JSON.stringify(body), (_key, value: { label?: string; custom_id?: string }) => {
      if (value?.label !== undefined && value.custom_id !== undefined)
        found.push({ label: value.label, custom_id: value.custom_id });
      return value;
    });
    return found;
  };
  const shown = (body: object, place: typeof alone): Seen => ({
    text: shownText(body as Record<string, unknown>),
    buttons: ids(body).map(({ label }) => label),
    press: async (label) => {
      const button = ids(body).find((one) => one.label === label);
      if (!button) throw new Error(`no "${label}" among ${ids(body).map((one) => one.label)}`);
      const message = { id: '6', channel_id: place.id, content: '', flags: 1 << 15 };
      const data = { custom_id: button.custom_id, component_type: 2 };
      const permissions = place === alone ? 0n : Administrator;
      const answer = await fake.interact({ type: 3, data, message }, { channel: place, permissions });
      return shown(answer.updated ?? answer.messages.at(-1)?.body ?? answer.modal ?? {}, place);
    },
  });
  return {
    async say(line) {
      const before = fake.store.in(alone.id).length;
      fake.write(line, { channel: alone });
      const reply = await eventually(() => {
        const found = fake.store.in(alone.id).slice(before + 1);
        if (found.length === 0) throw new Error('Nothing was said');
        return found;
      });
      return shown({ ...reply.at(-1) }, alone);
    },
    async overview(filter = '') {
      const options = filter === '' ? [] : [{ name: 'filter', type: 3, value: filter }];
      const data = { id: '5', name: 'overview', type: 1, options };
      const answer = await fake.interact({ type: 2, data }, { channel: inServer, permissions: Administrator });
      return shown(answer.messages.at(-1)?.body ?? {}, inServer);
    },
    async stop() {
      await chat.stop();
      await fake.stop();
      if (fake.problems.length > 0) throw new Error(fake.problems.join('\n'));
    },
  };
}
