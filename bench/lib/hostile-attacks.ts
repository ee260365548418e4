import { request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { personAt } from '../../tests/chat/discord/person.ts';
import { sendSigned, signedDelivery } from '../../tests/chat/slack/sign-request.ts';
import type { FakeDiscord } from '../../tests/fakes/fake-discord.ts';
import type { StoredChannel } from '../../tests/fakes/fake-discord-store.ts';
import type { FakeSlack } from '../../tests/fakes/fake-slack.ts';
import { createSlackUser } from '../../tests/fakes/fake-slack-user.ts';
import { type Shape, shapes } from './hostile-shapes.ts';

export interface Input {
  readonly name: string;
  send(): Promise<unknown>;
  /** A document is read once. */
  readonly once?: true;
}

/** The service's entrances. Of `desk`, and of Slack's CVICTIM, nobody may learn or change anything who attacks from `lobby` and C1. */
export interface Targets {
  readonly pageUrl: string;
  readonly slack: FakeSlack;
  readonly slackUrl: string;
  readonly discord: FakeDiscord;
  readonly desk: StoredChannel;
  readonly lobby: StoredChannel;
}

/** Of the inputs that shapes make, every fifth is sent; all with `--all`. */
const every = process.argv.includes('--all') ? 1 : 5;
const ofShapes = (make: (shape: readonly [name: string, shape: Shape], number: number) => readonly Input[]) =>
  shapes.flatMap(make).filter((_, number) => number % every === 0);

const post = (pageUrl: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(pageUrl.replace(/\/$/u, '') + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }).then((answer) => answer.text());

const limitOfValue = 400;
const verbs = ['remove', 'pause', 'resume', 'edit', 'send', 'look-of', 'move', 'open', 'preview', 'outlook'];
const actions = [
  'who',
  'quotes',
  'story',
  'background',
  'search',
  'whos-who',
  'timeline',
  'evidence',
  'more',
  'more-stories',
  'follow',
  'mute-story',
  'unmute-story',
  'share',
];
const lineStarts = [
  '/ask ',
  '/ask who is ',
  '/who ',
  '/background ',
  '/why ',
  '/search ',
  '/subscribe ',
  '',
  '/brief ',
  '/catchup ',
];
const optionStarts = [
  '/subscribe asia times:',
  '/subscribe asia days:',
  '/settings zone:',
  '/settings quiet:',
  '/brief asia since:',
];

/** Lines typed into the local chat, up to the longest and one character longer. */
export function typedLines({ pageUrl }: Targets): readonly Input[] {
  const lineOf = (line: string): Input => ({
    name: line,
    send: () => post(pageUrl, '/api/commands/run', { channelId: 'newsroom', line }),
  });
  return ofShapes(([, shape], number) => [
    ...lineStarts.map((start) => lineOf(start + shape(limitOfValue - (number % 2) * 15))),
    lineOf((optionStarts[number % optionStarts.length] ?? '') + shape(limitOfValue)),
    lineOf(`${lineStarts[number % lineStarts.length]}${shape(4_000)}`.slice(0, 4_000 + (number % 2))),
  ]);
}

/** Requests to the local page: bodies, headers, hosts, paths, streams. */
export function pageRequests({ pageUrl }: Targets): readonly Input[] {
  const channelId = 'newsroom';
  const raw = (path: string, method: string, headers: Record<string, string>, name = path.slice(0, 60)): Input => ({
    name: `${method} ${name}`,
    send: () => rawRequest(pageUrl, path, method, headers),
  });
  const body = (path: string, json: unknown, name: string): Input => ({
    name: `${path}: ${name}`,
    send: () => post(pageUrl, path, json),
  });
  return [
    ...ofShapes(([name, shape], number) => {
      const [short, long] = [shape(150), shape(4_000)];
      const action = actions[number % actions.length];
      const fields = Object.fromEntries(['interest', 'times', 'zone', 'name', 'mention'].map((key) => [key, long]));
      return [
        body('/api/complete', { channelId, line: `/who ${long}`.slice(0, 4_000) }, name),
        body('/api/complete', { channelId, command: 'subscribe', option: 'interest', typed: short }, name),
        body('/api/actions', { channelId, messageId: short, action, value: shape(2_000) }, name),
        body(
          '/api/forms',
          {
            channelId,
            action: ['subscribe', 'edit-subscription', 'look-of-subscription'][number % 3],
            reference: '1',
            answers: fields,
          },
          name,
        ),
        body('/api/commands/run', { channelId, command: 'subscribe', options: { interest: long, zone: short } }, name),
        body(
          '/api/commands/run',
          `{"channelId":"newsroom","line":${JSON.stringify(shape(60_000))}}`,
          `60 kB of ${name}`,
        ),
        raw(`/api/operator/search?words=${encodeURIComponent(shape(900).toWellFormed())}`, 'GET', {}, `search ${name}`),
      ];
    }),
    ...[
      '[',
      '{"a":',
      '{"__proto__":{"channelId":"newsroom"},"line":"x"}',
      '"',
      '1e999999',
      '\\u0000',
      '{"channelId":"newsroom","line":"a","line":',
    ].map((part) => body('/api/commands/run', part.repeat(Math.floor(65_000 / part.length)), `65 kB of ${part}`)),
    body('/api/commands/run', ' '.repeat(70_000), '70 kB'),
    body(
      '/api/forms',
      {
        channelId,
        action: 'subscribe',
        answers: Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`a${n}`, 'b'])),
      },
      '3,000 fields',
    ),
    ...[
      'evil.example',
      '127.0.0.1.evil.example',
      '[::1',
      'localhost:99999',
      'LOCALHOST.',
      '0x7f.1',
      'a'.repeat(8_000),
      '127.0.0.1@evil.example',
    ].map((host) => raw('/api/channels', 'GET', { host }, `host ${host.slice(0, 30)}`)),
    ...shapes
      .slice(0, 60)
      .map(([name, shape]) =>
        raw(
          '/api/commands',
          'GET',
          { 'accept-language': encodeURIComponent(shape(2_000).toWellFormed()).slice(0, 8_000) },
          `language ${name}`,
        ),
      ),
    raw('/api/commands', 'GET', { 'accept-language': 'de-AT;q=0.1,'.repeat(1_000) }, '1,000 languages'),
    raw('/api/commands', 'GET', { 'accept-language': `x-${'a-'.repeat(6_000)}` }, 'a language of 6,000 parts'),
    ...[
      '/page/..%2f..%2fmain.ts',
      '/page/%00',
      '/%',
      `/${'a/'.repeat(4_000)}`,
      `/page/${'%2e%2e/'.repeat(1_000)}`,
      '/api/channels/__proto__/posts',
      '//evil.example/',
      '/api/channels/newsroom/messages/%ff/previews',
    ].map((path) => raw(path, 'GET', {})),
    ...['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'].map((method) => raw('/api/commands/run', method, {})),
    ...Array.from({ length: 20 }, (_, n) =>
      raw('/api/events', 'GET', { 'last-event-id': `${n}${'9'.repeat(n * 100)}` }, `stream ${n}`),
    ),
  ];
}

/** Streams are left after a moment. */
function rawRequest(pageUrl: string, path: string, method: string, headers: Record<string, string>): Promise<string> {
  const { hostname, port } = new URL(pageUrl);
  return new Promise((resolve) => {
    let seen = '';
    const sent = request(
      { hostname, port, path, method, headers: { host: `${hostname}:${port}`, ...headers } },
      (answer) => {
        answer.on('data', (chunk) => {
          seen += chunk;
          if (path === '/api/events') sent.destroy();
        });
        answer.once('close', () => resolve(seen));
      },
    );
    sent.once('error', () => resolve(seen));
    sent.setTimeout(500, () => sent.destroy());
    sent.end();
  });
}

/** What Slack would sign and send for somebody who is not in the channel that is attacked, and what it would not. */
export function slackRequests({ slack, slackUrl }: Targets): readonly Input[] {
  const deliver = signedDelivery(slackUrl);
  const mallory = createSlackUser(slack, { user: 'U6', deliver });
  const typed = { ts: '1.1', channel: 'C1', text: '', blocks: [] } as never;
  const press = (action: object, more: object = {}) =>
    deliver('interactive', { ...mallory.payload.press(typed, action), ...more });
  // What nobody acknowledges is never answered; Slack waits for three seconds.
  const of = (name: string, send: () => Promise<unknown>): Input => ({
    name,
    send: () => Promise.race([send().catch(String), setTimeout(1_000)]),
  });
  const rights = verbs.flatMap((verb) => [
    ...['CVICTIM', 'C1'].flatMap((place) =>
      ['1', '01', '1e0', ' 1', '1.0', '1,2', '٠١', '0x1', '-1', '1;CVICTIM', '{"id":1}'].map((value) =>
        of(`${verb} ${value} in ${place}`, () =>
          press({ type: 'button', action_id: `do:${verb}-subscription:0.0`, block_id: `at:${place}:0`, value }),
        ),
      ),
    ),
    of(`a form to ${verb}`, () =>
      deliver('interactive', {
        ...mallory.payload.shortcut('x'),
        type: 'view_submission',
        view: {
          id: 'V1',
          type: 'modal',
          callback_id: `form:${verb}-subscription`,
          private_metadata: JSON.stringify({ channelId: 'CVICTIM', reference: '1', home: true }),
          state: { values: { times: { times: { value: '09:00' } } } },
        },
      }),
    ),
    of(`${verb} with another channel in the container`, () =>
      press(
        { type: 'button', action_id: `do:${verb}-subscription:0.0`, block_id: 'b', value: '1' },
        { container: { type: 'message', message_ts: '1.1', channel_id: 'CVICTIM' } },
      ),
    ),
  ]);
  const home = ['home:channel', 'home:search', 'home:settings', 'home:subscribe'].map((action_id) =>
    of(`Home: ${action_id}`, () =>
      deliver(
        'interactive',
        mallory.payload.pressInView(
          { id: 'V9', type: 'home', blocks: [], private_metadata: '{"channelId":"CVICTIM"}' } as never,
          { type: 'conversations_select', action_id, selected_conversation: 'CVICTIM', value: 'x' },
        ),
      ),
    ),
  );
  const broken = [
    {},
    [],
    null,
    1,
    { type: 'block_actions' },
    { type: 'view_submission', view: null },
    { type: 'event_callback', event: { type: 'app_mention' } },
    { type: 'constructor' },
  ].flatMap((payload, number) =>
    ['events_api', 'interactive', 'slash_commands'].map((type) =>
      of(`${type} broken ${number}`, () => deliver(type, payload as object)),
    ),
  );
  return [
    ...rights,
    ...home,
    ...broken,
    ...ofShapes(([name, shape], number) => [
      of(`/dw ${name}`, () =>
        mallory.slash(`${['ask', 'who', 'search', 'subscribe', 'why'][number % 5]} ${shape(limitOfValue)}`),
      ),
      of(`/dw of 4,000 ${name}`, () => mallory.slash(shape(4_000))),
      of(`mention ${name}`, () => mallory.mention(shape(40_000))),
      of(`direct ${name}`, () => mallory.direct(shape(390))),
      of(`button ${name}`, () =>
        press({
          type: 'button',
          action_id: `do:${actions[number % actions.length]}:0.0`,
          value: shape(2_000),
        }),
      ),
      of(`message menu ${name}`, () =>
        mallory.shortcut(number % 2 ? 'message-background' : 'message-who', { text: shape(40_000), blocks: [] }),
      ),
      of(`signed body of ${name}`, () => sendSigned(slackUrl, shape(100_000)).then((answer) => answer.text())),
    ]),
    of('blocks nested 3,000 deep', () =>
      mallory.shortcut('message-background', {
        text: 'x',
        blocks: [JSON.parse(`${'{"elements":['.repeat(3_000)}${']}'.repeat(3_000)}`)],
      }),
    ),
    of('20,000 blocks', () =>
      mallory.shortcut('message-background', {
        text: 'x',
        blocks: Array.from({ length: 20_000 }, () => ({
          type: 'section',
          text: { type: 'mrkdwn', text: 'Ana Marsh' },
        })),
      }),
    ),
    of('wrongly signed', () => sendSigned(slackUrl, '{}', { secret: 'guess' }).then((answer) => answer.text())),
    of('2 MB signed', () =>
      sendSigned(slackUrl, {
        type: 'event_callback',
        event: { type: 'app_mention', text: 'x'.repeat(2_000_000) },
      }).then((answer) => answer.text()),
    ),
  ];
}

/** Interactions and packets of a member without rights. */
export function discordPackets({ discord, desk, lobby }: Targets): readonly Input[] {
  const mallory = personAt(discord, { channel: lobby });
  const seen = () => true;
  const of = (name: string, send: () => Promise<unknown>): Input => ({ name, send });
  const options = [
    ['ask', 'question'],
    ['who', 'actor'],
    ['background', 'subject'],
    ['search', 'words'],
    ['subscribe', 'interest'],
    ['why', 'story'],
    ['settings', 'zone'],
  ] as const;
  const rights = verbs.flatMap((verb) =>
    ['1', '2', '02', '2e0', ' 2', '٢', '-2', `2@${desk.id}`, '2:1', '{"id":2}'].flatMap((value) => [
      of(`${verb} ${value}`, () => mallory.press(`k1:${verb}-subscription:${value}`, seen)),
      of(`a form to ${verb} ${value}`, () =>
        discord.interact(
          {
            type: 5,
            data: {
              custom_id: `k1:${verb}-subscription:${value}`,
              components: [{ type: 18, component: { type: 4, custom_id: 'times', value: '09:00' } }],
            },
          },
          { channel: lobby },
          seen,
        ),
      ),
    ]),
  );
  const packets = [
    'GUILD_CREATE',
    'GUILD_DELETE',
    'CHANNEL_DELETE',
    'CHANNEL_UPDATE',
    'MESSAGE_CREATE',
    'INTERACTION_CREATE',
    'GUILD_ROLE_UPDATE',
    'NO_SUCH',
  ].flatMap((event) =>
    [
      {},
      { id: '1' },
      { id: 1, guild_id: {} },
      { id: '9'.repeat(5_000), content: 'x' },
      { guild_id: '1', author: null },
    ].map((data, number) => of(`${event} ${number}`, async () => discord.gateway.dispatch(event, data))),
  );
  return [
    ...rights,
    ...packets,
    ...ofShapes(([name, shape], number) => {
      const [command, option] = options[number % options.length] ?? options[0];
      return [
        of(`/${command} ${name}`, () => mallory.give(command, { [option]: shape(limitOfValue) }, seen)),
        of(`/${command} of 6,000 ${name}`, () => mallory.give(command, { [option]: shape(6_000) }, seen)),
        of(`completion ${name}`, () =>
          discord.interact(
            {
              type: 4,
              data: {
                id: '1',
                name: 'who',
                type: 1,
                options: [{ name: 'actor', type: 3, value: shape(4_000), focused: true }],
              },
            },
            { channel: lobby },
            seen,
          ),
        ),
        of(`button ${name}`, () => mallory.press(`k1:${actions[number % actions.length]}:${shape(90)}`, seen)),
        of(`form ${name}`, () =>
          discord.interact(
            {
              type: 5,
              data: {
                custom_id: 'k1:subscribe:1',
                components: [{ type: 18, component: { type: 4, custom_id: 'interest', value: shape(4_000) } }],
              },
            },
            { channel: lobby },
            seen,
          ),
        ),
        of(`mention ${name}`, async () =>
          discord.write(`<@${discord.store.bot.id}> ${shape(4_000)}`, { channel: lobby }),
        ),
        of(`direct ${name}`, async () => discord.write(shape(390), {})),
        of(`message menu ${name}`, () =>
          discord.interact(
            {
              type: 2,
              data: {
                id: '2',
                name: 'Background on this',
                type: 3,
                target_id: '6',
                resolved: { messages: { 6: { id: '6', content: shape(8_001), embeds: [] } } },
              },
            },
            { channel: lobby },
            seen,
          ),
        ),
      ];
    }),
  ];
}
