import { afterEach, beforeEach, expect, it, test } from 'vitest';
import type { Chat } from '../../../src/chat/chat.ts';
import type { Message } from '../../../src/chat/message.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import type { SlackTransportChoice } from '../../../src/chat/slack/transport.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createSealer } from '../../../src/runtime/sealer.ts';
import { eventually } from '../../fakes/eventually.ts';
import { appToken, FakeSlack } from '../../fakes/fake-slack.ts';
import type { FakeToken } from '../../fakes/fake-slack-apps.ts';
import { createSlackUser } from '../../fakes/fake-slack-user.ts';
import { freePort } from '../../fakes/free-port.ts';
import { MemoryInstallations } from '../../fakes/memory-installations.ts';
import { commands, sampleHandlers } from '../local/sample-service.ts';
import { comeBack, openInstallPage } from './install-in-browser.ts';
import { sendSigned, signedDelivery, signingSecret } from './sign-request.ts';

const one: FakeToken = { team: 'T1', botUser: 'UBOT1', scopes: ['commands', 'chat:write'] };
const two: FakeToken = { team: 'T2', botUser: 'UBOT2', scopes: ['commands', 'chat:write'] };
const organization: FakeToken = { team: '', organization: 'E1', botUser: 'UBOT3', scopes: ['commands', 'chat:write'] };
const channel = (workspaceId: string) => ({ platform: 'slack', workspaceId, channelId: 'C1' }) as const;
const saying = (words: string): Message => ({
  summary: words,
  blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text: words }] }],
});

let slack: FakeSlack;
let records: MemoryInstallations;
let chat: Chat;
let origin: string;
let heard: string[];
let handlers: ReturnType<typeof sampleHandlers>;

beforeEach(async () => {
  slack = new FakeSlack();
  await slack.start();
  slack.apps.tokens.clear();
  slack.channels.set('C1', { members: ['U1'] });
  records = new MemoryInstallations();
  heard = [];
  handlers = sampleHandlers();
});

afterEach(async () => {
  await chat.stop();
  await slack.stop();
});

async function start(kind: 'http' | 'socket' = 'http'): Promise<void> {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const listener = { host: '127.0.0.1', port };
  const transport: SlackTransportChoice =
    kind === 'http' ? { kind, signingSecret, ...listener } : { kind, appToken, pagesAt: listener };
  chat = createSlackChat({
    oauth: {
      clientId: '1.2',
      clientSecret: 'of the app',
      records,
      sealer: createSealer(Buffer.alloc(32, 7).toString('base64')),
      publicUrl: origin,
    },
    transport,
    commands,
    slackApiUrl: slack.apiUrl,
    log: silentLog,
  });
  await chat.start({
    ...handlers,
    onWorkspaceBack: ({ workspaceId }) => void heard.push(`back ${workspaceId}`),
    onWorkspaceLost: ({ workspaceId }) => void heard.push(`lost ${workspaceId}`),
  });
}

/** As Slack sends the browser back once somebody agreed there. */
async function install(installed: FakeToken) {
  const { slackUrl, cookie } = await openInstallPage(origin);
  const state = new URL(slackUrl).searchParams.get('state') ?? '';
  const back = new URL(`${origin}/slack/oauth_redirect`);
  back.search = new URLSearchParams({ code: slack.apps.newCode(installed), state }).toString();
  return { back: back.href, cookie, ...(await comeBack(back.href, cookie)) };
}

const userOf = (team: string, more: object = {}) =>
  createSlackUser(slack, { team, deliver: signedDelivery(origin), ...more });
const tokensUsed = () => slack.messages.map(({ text }) => text);

test.each(['http', 'socket'] as const)(
  'installs by its pages over %s, and asks Slack for what it needs',
  async (kind) => {
    await start(kind);
    const { slackUrl } = await openInstallPage(origin);
    const asked = new URL(slackUrl).searchParams;
    expect(slackUrl).toMatch(/^https:\/\/slack\.com\/oauth\/v2\/authorize\?/u);
    expect(asked.get('redirect_uri')).toBe(`${origin}/slack/oauth_redirect`);
    expect(asked.get('scope')).toContain('chat:write');
    const { status, words } = await install(one);
    expect({ status, words }).toEqual({ status: 200, words: expect.stringContaining('It is in Team T1 now') });
    await chat.post(channel('T1'), saying('Hello.'));
    expect(slack.textsIn('C1')).toEqual(['Hello.']);
    expect((await fetch(`${origin}/other`)).status).toBe(404);
  },
);

it('serves each workspace with its own token, and refuses the one that it is not in', async () => {
  await start();
  await install(one);
  await install(two);
  for (const team of ['T1', 'T2']) await userOf(team).slash('why 1');
  await eventually(() => expect(tokensUsed()).toEqual(['Not in the archive: 1', 'Not in the archive: 1']));
  expect(handlers.calls.map(({ caller }) => caller.channel.workspaceId).toSorted()).toEqual(['T1', 'T2']);

  slack.apps.revokeAll('T1');
  await expect(chat.post(channel('T1'), saying('No.'))).rejects.toMatchObject({ kind: 'lost-workspace' });
  await chat.post(channel('T2'), saying('Yes.'));
  await expect(chat.post(channel('T3'), saying('No.'))).rejects.toMatchObject({ kind: 'lost-workspace' });
});

it('tells somebody of a workspace that it is not in why it does not answer, and does nothing else', async () => {
  await start();
  await install(one);
  await userOf('T666').slash('why 1');
  await eventually(() =>
    expect(slack.shownTo('U1')[0]?.text).toMatch(/^Kurzwelle is not installed in your workspace/u),
  );
  expect(handlers.calls).toEqual([]);
});

test.each<[string, (back: string, cookie: string) => Promise<{ status: number; words: string }>]>([
  ['comes back twice', (back, cookie) => comeBack(back, cookie)],
  ['comes back in another browser', async (back) => comeBack(back, (await openInstallPage(origin)).cookie)],
  [
    'never began',
    async (back) => comeBack(back.replace(/state=[^&]*/u, 'state=made.up'), 'slack-app-oauth-state=made.up'),
  ],
  ['was canceled at Slack', (_back, cookie) => comeBack(`${origin}/slack/oauth_redirect?error=access_denied`, cookie)],
])('refuses an installation that %s', async (_name, attempt) => {
  await start();
  const { back, cookie } = await install(one);
  records.all.clear();
  expect(await attempt(back, cookie)).toEqual({ status: 400, words: expect.stringContaining('was not installed') });
  expect([...records.all]).toEqual([]);
});

it('forgets a workspace that uninstalls it, and goes on where it installs again', async () => {
  await start();
  await install(one);
  slack.apps.revokeAll('T1');
  const ada = userOf('T1');
  await ada.event({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['UBOT1'] } });
  await eventually(() => expect(heard).toEqual(['back T1', 'lost T1']));
  await ada.event({ type: 'app_uninstalled' });
  expect([...records.all]).toEqual([]);
  await install(one);
  expect(heard).toEqual(['back T1', 'lost T1', 'back T1']);
  await chat.post(channel('T1'), saying('Again.'));
});

it('keeps its token where people revoke theirs', async () => {
  await start();
  await install(one);
  slack.apps.revokeAll('T1');
  await userOf('T1').event({ type: 'tokens_revoked', tokens: { oauth: ['U5'], bot: [] } });
  await userOf('T1').event({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['UBOT1'] } });
  await eventually(() => expect(heard).toEqual(['back T1', 'lost T1']));
  // Once while installing, once for the bot's token: that of a person is no question.
  expect(slack.calls.filter(({ method }) => method === 'auth.test')).toHaveLength(2);
});

it('serves all workspaces of an organization by its one installation, as it opens and closes them', async () => {
  await start();
  await install(organization);
  await userOf('T7', { organization: 'E1' }).slash('why 1');
  await eventually(() => expect(tokensUsed()).toEqual(['Not in the archive: 1']));
  await chat.post(channel('T7'), saying('To T7.'));

  const ada = userOf('T7', { organization: 'E1' });
  await ada.event({ type: 'team_access_granted', team_ids: ['T8'] });
  await eventually(() => expect(heard).toEqual(['back T8']));
  await chat.post(channel('T8'), saying('To T8.'));
  await ada.event({ type: 'team_access_revoked', team_ids: ['T7'] });
  await eventually(() => expect(heard).toEqual(['back T8', 'lost T7']));
  await expect(chat.post(channel('T7'), saying('No.'))).rejects.toMatchObject({ kind: 'lost-workspace' });

  slack.apps.tokens.clear();
  await ada.event({ type: 'app_uninstalled' });
  await eventually(() => expect(heard).toEqual(['back T8', 'lost T7', 'lost T8']));
  await install(organization);
  expect(heard.at(-1)).toBe('back T8');
});

it('exchanges tokens that live twelve hours, without losing a message', async () => {
  slack.apps.rotates = true;
  await start();
  await install(one);
  const [record] = await records.list();
  const soon = Temporal.Now.instant().add({ hours: 1 }).toString();
  if (record) records.all.set('T1', { ...record, expiresAt: soon });
  await chat.post(channel('T1'), saying('With a new token.'));
  expect(slack.calls.filter(({ args }) => args.grant_type === 'refresh_token')).toHaveLength(1);
  expect((await records.list())[0]?.sealed).not.toBe(record?.sealed);
});

test.each([
  ['signed with another secret', { secret: 'guessed' }],
  ['signed six minutes ago', { ageSeconds: 360 }],
])('believes no uninstallation %s', async (_name, signing) => {
  await start();
  await install(one);
  slack.apps.revokeAll('T1');
  const { payload } = userOf('T1');
  const response = await sendSigned(origin, payload.event({ type: 'app_uninstalled' }), signing);
  expect([response.status, records.all.size]).toEqual([401, 1]);
});
