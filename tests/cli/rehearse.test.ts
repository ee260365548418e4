import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { rehearseDiscord, rehearseSlack } from '../../src/cli/verbs/rehearse.ts';
import { checkRequest } from '../chat/discord/check-request.ts';
import { startFakeDiscord } from '../fakes/fake-discord.ts';
import { appToken, botToken, FakeSlack } from '../fakes/fake-slack.ts';
import { createSlackUser } from '../fakes/fake-slack-user.ts';

async function startSlack() {
  const slack = new FakeSlack();
  await slack.start();
  slack.channels.set('C1', { members: [], hasBot: true });
  const path = join(mkdtempSync(join(tmpdir(), 'kurzwelle-rehearse-')), 'kurzwelle.yaml');
  writeFileSync(path, `chat: { slack: { apiUrl: '${slack.apiUrl}' } }`);
  return { slack, env: { KURZWELLE_CONFIG: path, SLACK_BOT_TOKEN: botToken } };
}

const wait = async () => {};

/** The pace that Slack documents, by a clock that moves where the rehearsal waits. */
function keepPace(slack: FakeSlack) {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  slack.keepPace(() => performance.now());
  const sleep = async (milliseconds: number) => void vi.advanceTimersByTime(milliseconds);
  return { sleep, wait: () => sleep(1_000) };
}

it('finds the fake of Slack to be as it expects Slack, and leaves nothing in the channel but what shows the limit', async () => {
  const { slack, env } = await startSlack();
  const { sleep, wait: waitAStep } = keepPace(slack);
  const asked: string[] = [];
  const ada = createSlackUser(slack);
  const say = (line: string) => {
    asked.push(line);
    if (line.startsWith('Press')) {
      const message = slack.messages.at(-1);
      if (message) void ada.press(message, 'Press');
    } else if (line.startsWith('Remove')) void ada.event({ type: 'channel_left', channel: 'C1' });
    else void ada.event({ type: 'member_joined_channel', channel: 'C1', user: 'UBOT' });
  };
  const withHands = { ...env, SLACK_APP_TOKEN: appToken };
  const report = await rehearseSlack({ channel: 'C1' }, withHands, waitAStep, { sleep, say });
  await slack.stop();
  expect(asked).toHaveLength(3);
  expect(report).toMatch(/^slack: \d+ steps, 0 answered otherwise than our fake$/mu);
  expect(slack.textsIn('C1').map((text) => text.split('\n')[0])).toEqual(['Long']);
});

it('reports what is answered otherwise, by its code and without a secret', async () => {
  const { slack, env } = await startSlack();
  slack.limitBlocks({ json: 3_000 });
  const report = await rehearseSlack({ channel: 'C1' }, env, wait);
  await slack.stop();
  expect(report).toContain('OTHERWISE    blocks of the size that we take for the limit: msg_blocks_too_long, not ok');
  expect(report).not.toContain(botToken);
});

it('wants a token and a channel', async () => {
  await expect(rehearseSlack({ channel: 'C1' }, {})).rejects.toThrow('SLACK_BOT_TOKEN');
  await expect(rehearseSlack({}, { SLACK_BOT_TOKEN: botToken })).rejects.toThrow('--channel');
});

async function startDiscord() {
  const fake = await startFakeDiscord({ check: checkRequest });
  const channel = fake.store.addChannel({ type: 0, guild_id: fake.guildId, name: 'rehearsal' });
  const path = join(mkdtempSync(join(tmpdir(), 'kurzwelle-rehearse-')), 'kurzwelle.yaml');
  writeFileSync(path, `chat: { discord: { apiUrl: '${fake.api}' } }`);
  return { fake, channel: channel.id, env: { KURZWELLE_CONFIG: path, DISCORD_TOKEN: fake.token } };
}

it('finds the fake of Discord to be as it expects Discord, and leaves no post in the channel', async () => {
  const { fake, channel, env } = await startDiscord();
  const report = await rehearseDiscord({ channel }, env, wait);
  await fake.stop();
  expect(report).toMatch(/^discord: \d+ steps, 0 answered otherwise than our fake$/mu);
  expect(fake.store.everyIn(channel)).toEqual([]);
});

it('reports what Discord answers otherwise, by its code and without a secret', async () => {
  const { fake, channel, env } = await startDiscord();
  fake.store.deniesThreads.add(channel);
  const report = await rehearseDiscord({ channel }, env, wait);
  await fake.stop();
  expect(report).toContain('OTHERWISE    a thread under it: 50013, not ok');
  expect(report).not.toContain(fake.token);
  expect(report).not.toContain(channel);
});

it('wants a token and a channel of Discord', async () => {
  await expect(rehearseDiscord({ channel: '1' }, {})).rejects.toThrow('DISCORD_TOKEN');
  await expect(rehearseDiscord({ channel: '#desk' }, { DISCORD_TOKEN: 'x' })).rejects.toThrow('--channel');
});
