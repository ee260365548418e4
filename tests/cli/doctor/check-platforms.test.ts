import { describe, expect, onTestFinished, test } from 'vitest';
import { scopesNeeded } from '../../../src/chat/slack/manifest.ts';
import { checkDiscord, checkSlack } from '../../../src/cli/doctor/check-platforms.ts';
import { FakeSlack } from '../../fakes/fake-slack.ts';
import { allPermissions, type FakeApplicationFacts, startFakeApplication } from './fake-application.ts';

describe('Slack', () => {
  const features = { pictures: true, unfurl: false, looks: false };
  const tokens = { botToken: 'xoxb-1', appToken: 'xapp-1', clientId: undefined, features };

  async function startSlack(): Promise<FakeSlack> {
    const slack = new FakeSlack();
    await slack.start();
    onTestFinished(() => slack.stop());
    return slack;
  }

  test('with both tokens and all scopes nothing is wrong', async () => {
    const slack = await startSlack();
    slack.scopes = Object.keys(scopesNeeded(features));
    const findings = await checkSlack({ ...tokens, slackApiUrl: slack.apiUrl });
    expect(findings.map(({ result, text }) => [result, text])).toEqual([
      ['ok', 'SLACK_BOT_TOKEN works, workspace T1'],
      ['ok', 'SLACK_APP_TOKEN works; Socket Mode is on'],
    ]);
  });

  test('names each scope that is missing for what is switched on, and what it is for', async () => {
    const slack = await startSlack();
    slack.scopes = Object.keys(scopesNeeded(features)).filter(
      (scope) => scope !== 'users:read' && scope !== 'files:write',
    );
    const missing = (await checkSlack({ ...tokens, slackApiUrl: slack.apiUrl })).filter(
      ({ result }) => result !== 'ok',
    );
    expect(missing).toEqual([
      {
        result: 'failure',
        text: 'missing scope users:read: the language of who asks; guests and people of other workspaces',
        remedy: "paste the output of kurzwelle manifest into the app's manifest, and reinstall the app",
      },
      { result: 'skipped', text: 'optional scope files:write is not granted: charts as pictures' },
    ]);
  });

  test.each([
    [
      'a revoked bot token',
      'auth.test',
      { kind: 'error', error: 'token_revoked' },
      'failure',
      'SLACK_BOT_TOKEN: Slack refused: token_revoked',
    ],
    [
      'a wrong app token',
      'apps.connections.open',
      { kind: 'error', error: 'invalid_auth' },
      'failure',
      'SLACK_APP_TOKEN: Slack refused: invalid_auth',
    ],
    [
      'an app token without its scope',
      'apps.connections.open',
      { kind: 'error', error: 'missing_scope' },
      'failure',
      'SLACK_APP_TOKEN: Slack refused: missing_scope',
    ],
    ['a Slack that fails', 'auth.test', { kind: 'status', status: 503 }, 'warning', 'could not check SLACK_BOT_TOKEN'],
    [
      'a Slack that asks to wait',
      'auth.test',
      { kind: 'status', status: 429, retryAfter: 30 },
      'warning',
      'could not check SLACK_BOT_TOKEN',
    ],
  ] as const)('%s is told', async (_name, method, fault, result, text) => {
    const slack = await startSlack();
    slack.failNext(method, fault);
    const findings = await checkSlack({ ...tokens, slackApiUrl: slack.apiUrl });
    const wrong = findings.filter((finding) => finding.result !== 'ok');
    expect(wrong).toEqual([{ result, text: expect.stringContaining(text), remedy: expect.any(String) }]);
  });

  test('without tokens it is not asked', async () => {
    const none = { botToken: undefined, appToken: undefined, clientId: undefined, features };
    expect(await checkSlack(none)).toEqual([{ result: 'skipped', text: 'not configured' }]);
    expect(await checkSlack({ ...none, clientId: '1.2' })).toHaveLength(1);
  });
});

describe('Discord', () => {
  async function look(facts: FakeApplicationFacts, reads: 'mentions' | 'links' = 'mentions') {
    const fake = await startFakeApplication(facts);
    onTestFinished(() => fake.stop());
    return checkDiscord({ token: fake.token, reads, api: fake.api });
  }
  const wrong = async (...args: Parameters<typeof look>) =>
    (await look(...args)).filter(({ result }) => result !== 'ok');

  test('a bot in one server with all it needs is well', async () => {
    expect(await wrong({})).toEqual([]);
    expect(await wrong({ guilds: [{ name: 'Desk', permissions: '8' }] })).toEqual([]);
  });

  test('names the server and the permissions that are lacking there', async () => {
    const guilds = [
      { name: 'Desk', permissions: allPermissions },
      { name: 'Annex', permissions: String(BigInt(allPermissions) & ~0x8000n & ~(1n << 35n)) },
    ];
    const [finding, ...others] = await wrong({ guilds });
    expect(others).toEqual([]);
    expect(finding?.text).toBe('it is missing permissions in "Annex": Attach Files, Create Public Threads');
    expect(finding?.remedy).toContain('https://discord.com/oauth2/authorize?client_id=');
  });

  test.each([
    ['no server', { guilds: [] }, 'mentions', 'warning', 'is not in any server'],
    ['the intent is off', {}, 'links', 'failure', 'Message Content Intent is off'],
    ['commands are not registered', { isRegistered: false }, 'mentions', 'failure', 'out of date: brief, '],
    ['no connection is left', { sessionsLeft: 0 }, 'mentions', 'failure', 'connections for today'],
  ] as const)('%s', async (_name, facts, reads, result, text) => {
    expect(await wrong(facts, reads)).toEqual([
      { result, text: expect.stringContaining(text), remedy: expect.any(String) },
    ]);
  });

  test('with the intent on, reading links is well', async () => {
    expect(await wrong({ flags: 1 << 19 }, 'links')).toEqual([]);
  });

  test('a token that is not taken is told apart from a Discord that fails', async () => {
    const fake = await startFakeApplication();
    onTestFinished(() => fake.stop());
    expect(await checkDiscord({ token: 'other', reads: 'mentions', api: fake.api })).toMatchObject([
      { result: 'failure', text: 'Discord rejected DISCORD_TOKEN' },
    ]);
    await fake.stop();
    expect(await checkDiscord({ token: fake.token, reads: 'mentions', api: fake.api })).toMatchObject([
      { result: 'warning', text: expect.stringContaining('could not reach Discord') },
    ]);
  });
});
