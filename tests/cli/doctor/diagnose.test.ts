import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { diagnose } from '../../../src/cli/doctor/diagnose.ts';
import type { NamedFinding } from '../../../src/cli/doctor/finding.ts';
import { startFakeModelServer } from '../../fakes/fake-model-server.ts';
import { FakeSlack } from '../../fakes/fake-slack.ts';
import { within } from '../../fakes/within.ts';
import { feedOf, startFeedServer } from '../../ingest/feed-server.ts';
import { knowTheSample } from '../know-the-sample.ts';
import { emptyFolder, runCli } from '../run-cli.ts';
import { startFakeApplication } from './fake-application.ts';

/** Everything that a service with all chats and a model needs, on this machine. */
async function startWorld() {
  const [site, slack, discord, model] = await Promise.all([
    startFeedServer(),
    startSlack(),
    startFakeApplication(),
    startFakeModelServer(),
  ]);
  onTestFinished(async () => {
    await Promise.all([site.stop(), slack.stop(), discord.stop(), model.stop()]);
  });
  site.routes['/feed'] = feedOf({ 1: '2026-11-20T08:00:00Z' });
  model.behave = knowTheSample;
  const folder = emptyFolder();
  const configure = (text: string): void => writeFileSync(join(folder, 'kurzwelle.yaml'), text);
  configure(`
dataDir: ${join(folder, 'data')}
server: { port: 0 }
feeds: { use: [], add: [{ id: ours, url: "${site.url}/feed" }] }
model: { provider: openai-compatible, name: small, url: "${model.url}" }
`);
  const env = {
    KURZWELLE_CONFIG: join(folder, 'kurzwelle.yaml'),
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
  };
  const look = (more: Record<string, string> = {}, options: Parameters<typeof diagnose>[1] = {}) =>
    diagnose(
      { ...env, ...more },
      { slackApiUrl: slack.apiUrl, discordApi: discord.api, allowPrivateHosts: [site.host], ...options },
    );
  return { site, slack, discord, model, folder, configure, look };
}

async function startSlack(): Promise<FakeSlack> {
  const slack = new FakeSlack();
  await slack.start();
  return slack;
}

const of = (findings: readonly NamedFinding[], check: string) => findings.filter((finding) => finding.check === check);

test('finds nothing wrong with a service whose parts all work', async () => {
  const { look, discord } = await startWorld();
  const findings = await look({ DISCORD_TOKEN: discord.token });
  // The fake's token is not as long as Discord's.
  const wrong = findings.filter(({ result, check }) => result !== 'ok' && check !== 'environment');
  expect(wrong).toEqual([]);
  expect(of(findings, 'feeds')).toEqual([{ check: 'feeds', result: 'ok', text: '1 of 1 can be read' }]);
  expect(of(findings, 'model')[0]?.text).toMatch(/^openai-compatible:small answers/u);
  expect(of(findings, 'discord')[0]?.text).toBe('kurzwelle is in 1 server');
});

test('says of every part that fails what to do, and goes on with the others', async () => {
  const { look, site, slack, model, discord, folder } = await startWorld();
  site.routes['/feed'] = (_request, response) => void response.writeHead(410).end();
  slack.apps.tokens.clear();
  model.behave = () => ({ kind: 'status', status: 401 });
  discord.addFault({ path: /applications/u, response: { status: 401, body: { code: 0, message: '401' } } });
  writeFileSync(join(folder, 'data'), 'a file in the way');
  const findings = await look({ DISCORD_TOKEN: 'wrong', SLACK_APP_TOKEN: 'xapp-2' });
  const failed = findings.filter(({ result }) => result === 'failure');
  expect([...new Set(failed.map(({ check }) => check))]).toEqual([
    'environment',
    'data directory',
    'feeds',
    'slack',
    'discord',
    'model',
  ]);
  expect(findings.every(({ result, remedy }) => (result === 'ok') === (remedy === undefined))).toBe(true);
  expect(JSON.stringify(findings)).not.toMatch(/xoxb-1|xapp-2|"wrong"/u);
});

test('a part that never answers fails in time, and holds nobody up', async () => {
  const { look, site, model } = await startWorld();
  site.routes['/feed'] = () => undefined;
  model.behave = () => ({ kind: 'stall' });
  const findings = await within(8_000, look({}, { timeoutMs: 1_500 }));
  for (const check of ['feeds', 'model']) expect(of(findings, check)[0]).toMatchObject({ result: 'failure' });
});

test('a database server that is down is told as that, without its password', async () => {
  const { look } = await startWorld();
  const findings = await look({ DATABASE_URL: 'postgres://news:very-secret@127.0.0.1:1/news' }, { offline: true });
  expect(of(findings, 'database')).toEqual([
    expect.objectContaining({ result: 'failure', remedy: expect.stringContaining('check DATABASE_URL') }),
  ]);
  expect(JSON.stringify(findings)).not.toContain('very-secret');
});

test('asks nobody with --offline', async () => {
  const { look, site, slack, model, discord } = await startWorld();
  const findings = await look({ DISCORD_TOKEN: discord.token }, { offline: true });
  expect(of(findings, 'slack')).toEqual([{ check: 'slack', result: 'skipped', text: 'skipped: --offline' }]);
  expect([site.asked.length, slack.calls.length, model.calls.length, discord.askedSince()]).toEqual([0, 0, 0, 0]);
});

test('a configuration with mistakes has each named, and everything else is looked at', async () => {
  const { look, configure } = await startWorld();
  configure('briefings: { zone: Mars/Olympus }\ncolour: red\n');
  const findings = await look({ KURZWELLE_PORT: '99999' }, { offline: true });
  expect(of(findings, 'configuration').map(({ result }) => result)).toEqual(['failure', 'failure', 'failure']);
  expect(of(findings, 'configuration').map(({ remedy }) => remedy?.split(';')[0])).toEqual([
    expect.stringMatching(/^correct .*kurzwelle\.yaml$/u),
    expect.stringMatching(/^correct .*kurzwelle\.yaml$/u),
    'correct the environment or .env',
  ]);
  expect(of(findings, 'configuration')[0]?.text).toContain('line 1: briefings.zone: Unknown time zone');
  expect(of(findings, 'time zones')[0]?.result).toBe('ok');
});

test('the command prints lines or JSON, and its exit code tells', async () => {
  const cwd = emptyFolder();
  const env = { KURZWELLE_PORT: '0' };
  const well = await runCli(['doctor', '--offline'], { cwd, env });
  expect(well).toMatchObject({ code: 0, err: '' });
  expect(well.out).toMatch(/^ok {7}configuration {3}11 feeds/u);
  expect(well.out).not.toMatch(/failure|warning|-> /iu);

  const ill = await runCli(['doctor', '--offline', '--json'], { cwd, env: { ...env, SLACK_BOT_TOKEN: 'secret-1' } });
  expect(ill.code).toBe(1);
  const { ok, findings } = JSON.parse(ill.out);
  expect(ok).toBe(false);
  expect(findings).toContainEqual(
    expect.objectContaining({ check: 'environment', result: 'failure', text: expect.stringContaining('xoxb-') }),
  );
  expect(ill.out).not.toContain('secret-1');

  const lines = await runCli(['doctor', '--offline'], { cwd, env: { ...env, SLACK_BOT_TOKEN: 'secret-1' } });
  expect(lines.out).toContain('\n                         -> ');
  writeFileSync(join(cwd, 'kurzwelle.yaml'), 'colour: red\nserver: { port: http }\n');
  const { out } = await runCli(['doctor', '--offline'], { cwd, env });
  expect(out.match(/FAILURE {2}configuration/gu)).toHaveLength(2);
  expect(out.match(/-> correct kurzwelle\.yaml/gu)).toHaveLength(1);
  expect(lines.out).toMatch(/2 failures, 0 warnings\.\n$/u);
});
