import type { Emulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chat } from '../../../src/chat/chat.ts';
import type { Message } from '../../../src/chat/message.ts';
import { scopesNeeded } from '../../../src/chat/slack/manifest.ts';
import { createSlackChat } from '../../../src/chat/slack/slack-chat.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createSealer } from '../../../src/runtime/sealer.ts';
import { type Database, openMemoryDatabase } from '../../../src/storage/database.ts';
import { createSlackInstallations } from '../../../src/storage/slack-installations.ts';
import { reasonInEnglish } from '../../../src/wording/reason.ts';
import { eventually } from '../../fakes/eventually.ts';
import { freePort } from '../../fakes/free-port.ts';
import { startRevokingProxy } from '../../fakes/revoking-proxy.ts';
import { commands, sampleHandlers } from '../local/sample-service.ts';
import { agreeAtSlack, comeBack, openInstallPage } from './install-in-browser.ts';
import { sendSigned, signingSecret } from './sign-request.ts';

/** Against emulate 0.12.2 (npm), which others wrote from Slack's documentation: with OAuth, strict scopes and files, without block limits. */
const credentials = { clientId: '12345.67890', clientSecret: 'of the app' };
const sealer = createSealer(Buffer.alloc(32, 7).toString('base64'));
const features = { pictures: true, unfurl: false, looks: false };
/** With which the test looks for itself what stands in emulate. */
const watcher = 'xoxp-watcher';
const emulate = await import('emulate').catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
  throw error;
});
const note = emulate ? '' : ' (skipped: emulate is not installed; npm ci brings it)';

describe.skipIf(!emulate)(`a Slack by others${note}`, { shuffle: false }, () => {
  const heard: string[] = [];
  let emulator: Emulator;
  let proxy: Awaited<ReturnType<typeof startRevokingProxy>>;
  let db: Database;
  let chat: Chat;
  let origin: string;

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const { clientId: client_id, clientSecret: client_secret } = credentials;
    if (!emulate) return;
    emulator = await emulate.createEmulator({
      service: 'slack',
      port: await freePort(),
      seed: {
        slack: {
          team: { name: 'Acme', domain: 'acme' },
          users: [{ name: 'ada', real_name: 'Ada', email: 'ada@acme.example' }],
          channels: [{ name: 'news' }],
          oauth_apps: [
            { client_id, client_secret, name: 'Kurzwelle', redirect_uris: [`${origin}/slack/oauth_redirect`] },
          ],
          strict_scopes: true,
          tokens: [{ token: watcher, scopes: ['channels:read', 'channels:history'] }],
        },
      },
    });
    proxy = await startRevokingProxy(emulator.url);
    db = await openMemoryDatabase();
    chat = createSlackChat({
      oauth: {
        ...credentials,
        records: createSlackInstallations(db),
        sealer,
        publicUrl: origin,
        authorizationUrl: `${emulator.url}/oauth/v2/authorize`,
      },
      transport: { kind: 'http', signingSecret, host: '127.0.0.1', port },
      commands,
      features,
      slackApiUrl: `${proxy.url}/api/`,
      log: silentLog,
    });
    await chat.start({
      ...sampleHandlers(),
      onWorkspaceBack: ({ workspaceId }) => void heard.push(`back ${workspaceId}`),
      onWorkspaceLost: ({ workspaceId }, why) => void heard.push(`lost ${workspaceId}: ${reasonInEnglish(why)}`),
    });
  });

  afterAll(async () => {
    await chat?.stop();
    await proxy?.stop();
    await emulator?.close();
    await db?.destroy();
  });

  async function install(): Promise<{ status: number; words: string }> {
    const visit = await openInstallPage(origin);
    return comeBack(await agreeAtSlack(visit), visit.cookie);
  }

  /** Asks emulate itself. */
  async function ask<Answer>(method: string, args: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${watcher}` },
      body: new URLSearchParams(args),
    });
    return (await response.json()) as Answer;
  }

  async function newsChannel() {
    const { channels } = await ask<{ channels: { id: string; name: string }[] }>('conversations.list');
    const [installation] = await db.selectFrom('slack_installations').selectAll().execute();
    const channelId = channels.find(({ name }) => name === 'news')?.id ?? '';
    return { platform: 'slack', workspaceId: installation?.id ?? '', channelId } as const;
  }

  interface Posted {
    readonly ts: string;
    readonly text: string;
    readonly blocks?: readonly { readonly type: string; readonly slack_file?: { readonly id: string } }[];
  }

  async function messagesIn(channel: string): Promise<readonly Posted[]> {
    return (await ask<{ messages: Posted[] }>('conversations.history', { channel })).messages;
  }

  const saying = (words: string): Message => ({
    summary: words,
    blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text: words }] }],
  });

  it('is installed by its page, keeps the token sealed, and has the scopes it asked for', async () => {
    const { status, words } = await install();
    expect({ status, words }).toEqual({ status: 200, words: expect.stringContaining('It is in Acme now') });
    const [row] = await db.selectFrom('slack_installations').selectAll().execute();
    expect(row?.sealed).not.toContain('xoxb');
    expect(sealer.open(row?.sealed ?? '', row?.id ?? '')).toContain('xoxb');
    expect(JSON.parse(row?.scopes ?? '[]')).toEqual(Object.keys(scopesNeeded(features)));
    expect(heard).toEqual([`back ${row?.id}`]);
  });

  it('posts, finds, edits, uploads a picture and answers a mention, with strict scopes', async () => {
    const channel = await newsChannel();
    const post = await chat.post(channel, saying('Before.'), { deliveryId: 'd-1' });
    expect(await chat.findDelivery(channel, 'd-1')).toEqual(post);
    await chat.edit(post, saying('After.'));
    const pngBase64 = Buffer.from('\u0089PNG').toString('base64');
    await chat.post(channel, {
      ...saying('A chart.'),
      blocks: [{ kind: 'picture', name: 'mentions', pngBase64, alt: 'Mentions per day' }],
    });
    const [chart, edited] = await messagesIn(channel.channelId);
    expect(edited?.text).toBe('After.');
    // Emulate lets nobody else see a file that was not shared into a channel.
    expect(chart?.blocks?.map(({ slack_file }) => slack_file?.id)).toEqual([expect.stringMatching(/^F/u)]);
    expect(proxy.calls).toContain('/api/files.completeUploadExternal');

    await sendSigned(origin, mention(channel, edited?.ts ?? ''));
    await eventually(async () => {
      const { messages } = await ask<{ messages: Posted[] }>('conversations.replies', {
        channel: channel.channelId,
        ts: edited?.ts ?? '',
      });
      expect(messages.at(-1)?.text).toBe('Not in the archive: 1');
    });
  });

  function mention({ channelId, workspaceId }: { channelId: string; workspaceId: string }, ts: string) {
    return envelope(workspaceId, { type: 'app_mention', user: 'U000000001', text: 'why 1', channel: channelId, ts });
  }

  let events = 0;
  function envelope(teamId: string, event: object) {
    events += 1;
    return {
      type: 'event_callback',
      team_id: teamId,
      event_id: `Ev${events}`,
      authorizations: [{ team_id: teamId, enterprise_id: null, is_enterprise_install: false }],
      event,
    };
  }

  it('forgets the token when it is uninstalled, and goes on when it is installed again', async () => {
    const channel = await newsChannel();
    const [row] = await db.selectFrom('slack_installations').selectAll().execute();
    const { token } = JSON.parse(sealer.open(row?.sealed ?? '', row?.id ?? '')) as { token: string };
    heard.length = 0;

    proxy.revoke(token);
    await sendSigned(origin, envelope(channel.workspaceId, { type: 'app_uninstalled' }));
    await eventually(() => expect(heard).toEqual([`lost ${row?.id}: Kurzwelle was uninstalled from the workspace`]));
    expect(await db.selectFrom('slack_installations').selectAll().execute()).toEqual([]);
    await expect(chat.post(channel, saying('Into the void.'))).rejects.toMatchObject({ kind: 'lost-workspace' });

    expect((await install()).status).toBe(200);
    expect(heard).toHaveLength(2);
    await chat.post(channel, saying('Back.'));
    expect((await messagesIn(channel.channelId))[0]?.text).toBe('Back.');
  });

  it('stays installed where the news of an uninstallation comes after the next installation', async () => {
    heard.length = 0;
    const channel = await newsChannel();
    await sendSigned(origin, envelope(channel.workspaceId, { type: 'tokens_revoked', tokens: { bot: ['U1'] } }));
    await chat.post(channel, saying('Still here.'));
    expect(heard).toEqual([]);
  });
});
