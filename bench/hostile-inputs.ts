import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { checkRequest } from '../tests/chat/discord/check-request.ts';
import { personAt } from '../tests/chat/discord/person.ts';
import { signedDelivery, signingSecret } from '../tests/chat/slack/sign-request.ts';
import { startFakeDiscord } from '../tests/fakes/fake-discord.ts';
import { botToken, FakeSlack } from '../tests/fakes/fake-slack.ts';
import { createSlackUser } from '../tests/fakes/fake-slack-user.ts';
import { freePort } from '../tests/fakes/free-port.ts';
import { discordPackets } from './lib/hostile-discord.ts';
import { pageRequests, typedLines } from './lib/hostile-page.ts';
import type { HostileOrder, Observed, PolledFeed, Question } from './lib/hostile-service.ts';
import { day, feedsOf, pagesOf } from './lib/hostile-shapes.ts';
import { slackRequests } from './lib/hostile-slack.ts';
import type { Input, Targets } from './lib/hostile-targets.ts';

// Attacks the service, a process of its own, at each of its entrances: `node bench/hostile-inputs.ts [--all] [surface ...]`, from the project root.
// Counts main-thread CPU in one stretch, the lesser of two readings where an input can be sent again. Loopback only. Exit status 1 where an
// input holds the thread for over 100 ms, ends the process, gains rights, leaks, or keeps the next document from being read.

const mostMs = 100;
/** Stands in what others must not see. */
const canary = 'quillwort';

interface Row {
  inputs: number;
  heldMs: number;
  over: number;
  crashes: number;
  rights: number;
  leaks: number;
  lost: number;
}

const slack = new FakeSlack();
await slack.start();
const discord = await startFakeDiscord({ check: checkRequest });
const [desk, lobby] = ['desk', 'lobby'].map((name) =>
  discord.store.addChannel({ type: 0, guild_id: discord.guildId, name }),
) as [ReturnType<typeof discord.store.addChannel>, ReturnType<typeof discord.store.addChannel>];
slack.channels.set('CVICTIM', { members: ['U1'], hasBot: true });
slack.channels.set('C1', { members: ['U1', 'U6'], hasBot: true });
slack.channels.set('D1', { members: ['U6', 'UBOT'] });

const documents = new Map<string, { body: string | Buffer; type: string }>();
const site = createServer((asked, response) => {
  const found = documents.get(asked.url ?? '');
  response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain' }).end(found?.body);
});
site.listen(0, '127.0.0.1');
await once(site, 'listening');
const siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;

const slackPort = await freePort();
const slackUrl = `http://127.0.0.1:${slackPort}`;
const victims: HostileOrder['victims'] = [
  { platform: 'slack', workspaceId: 'T1', channelId: 'CVICTIM' },
  { platform: 'discord', workspaceId: discord.guildId, channelId: desk.id },
];
const order: HostileOrder = {
  attackerHost: new URL(siteUrl).host,
  slack: { apiUrl: slack.apiUrl, botToken, secret: signingSecret, port: slackPort },
  discord: { api: discord.api, token: discord.token },
  victims,
};
const child = fork(fileURLToPath(new URL('./lib/hostile-service.ts', import.meta.url)), {
  execArgv: ['--max-semi-space-size=4'],
});
child.send(order);
const [{ url: pageUrl }] = (await once(child, 'message')) as [{ url: string }];
const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
child.on('message', ({ number, value, error }: { number: number; value?: unknown; error?: string }) => {
  const one = waiting.get(number);
  waiting.delete(number);
  if (error === undefined) one?.resolve(value);
  else one?.reject(new Error(error));
});
child.once('exit', (code) => {
  for (const { reject } of waiting.values()) reject(new Error(`The service ended with code ${code}`));
});

let asked = 0;
function ask<Answer>(question: Question): Promise<Answer> {
  if (!child.connected) throw new Error('The service has ended');
  const number = asked++;
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  waiting.set(number, { resolve, reject });
  child.send({ number, question });
  return promise as Promise<Answer>;
}

/** What the service did until it had nothing more to do. */
async function settle(): Promise<Observed> {
  const crashes: string[] = [];
  const errors: string[] = [];
  let heldMs = 0;
  for (let [quiet, rounds] = [0, 0]; quiet < 2 && rounds < 3_000; rounds++) {
    await setTimeout(8);
    const seen = await ask<Observed>({ kind: 'observe' });
    heldMs = Math.max(heldMs, seen.heldMs);
    crashes.push(...seen.crashes);
    errors.push(...seen.errors);
    quiet = seen.usedMs < 3 ? quiet + 1 : 0;
  }
  return { heldMs, usedMs: 0, crashes, errors };
}

let served = 0;
/** Reads a document that the site serves, then an ordinary one, which must be archived. */
function documentOf(name: string, path: string): Input {
  return {
    name,
    once: true,
    async send() {
      const { trouble, entries, outcomes } = await ask<PolledFeed>({
        kind: 'poll',
        id: `f${served++}`,
        url: siteUrl + path,
      });
      const recorded = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
      if (trouble === null && entries > 0 && recorded === 0)
        throw new Error('lost: nothing is recorded of its entries');
      return '';
    },
  };
}

const itemAt = (link: string) =>
  `<rss version="2.0"><channel><title>N</title><item><title>News of ${link}</title><link>${siteUrl}${link}</link><pubDate>${day}</pubDate></item></channel></rss>`;

function feeds(): readonly Input[] {
  return feedsOf().map(({ name, body, type = 'text/xml' }, number) => {
    documents.set(`/feed/${number}`, { body, type });
    return documentOf(name, `/feed/${number}`);
  });
}

function pages(): readonly Input[] {
  return pagesOf().map(({ name, body }, number) => {
    documents.set(`/article/${number}`, { body, type: 'text/html; charset=utf-8' });
    documents.set(`/list/${number}`, { body: itemAt(`/article/${number}`), type: 'text/xml' });
    return documentOf(name, `/list/${number}`);
  });
}

const targets: Targets = { pageUrl, slack, slackUrl, discord, desk, lobby };
const surfaces: Readonly<Record<string, () => readonly Input[]>> = {
  lines: () => typedLines(targets),
  page: () => pageRequests(targets),
  slack: () => slackRequests(targets),
  discord: () => discordPackets(targets),
  feeds,
  pages,
};

/** Something of ours went out that must not: what only others may see, a token, a mention that works. */
function leaksIn(answer: unknown): readonly string[] {
  const said = JSON.stringify([
    answer,
    ...slack.messages,
    ...discord.requests.slice(seenRequests).map(({ body }) => body),
  ]);
  const mentions = slack.messages.filter(({ text, blocks }) =>
    /<!(?:here|channel|everyone)|<@U1>/u.test(text + mrkdwnIn(blocks)),
  );
  const bodies = discord.requests.slice(seenRequests).map(({ body }) => (body.data ?? body) as Record<string, unknown>);
  const pinging = bodies.filter(({ components, allowed_mentions: allowed }) => {
    const { parse } = (allowed ?? {}) as { parse?: readonly unknown[] };
    return components !== undefined && allowed !== undefined && parse?.length !== 0;
  });
  seenRequests = discord.requests.length;
  slack.messages = [];
  return [
    ...(said.includes(canary) ? ['what a private channel follows'] : []),
    ...([botToken, signingSecret, discord.token].some((secret) => said.includes(secret)) ? ['a secret'] : []),
    ...mentions.map(({ text }) => `a mention: ${text.slice(0, 100)}`),
    ...pinging.map((body) => `a mention: ${JSON.stringify(body).slice(0, 100)}`),
  ];
}

/** Only texts that Slack reads as its markup. */
function mrkdwnIn(blocks: unknown): string {
  let found = '';
  JSON.parse(JSON.stringify(blocks ?? []), (_key, value) => {
    if (value?.type === 'mrkdwn') found += value.text;
    return value;
  });
  return found;
}

async function readControl(number: number): Promise<boolean> {
  const path = `/control/${number}`;
  const text =
    `<p>The harbor of Sarwana was closed for ${number} days, the harbor master Ana Marsh said on Monday.</p>`.repeat(6);
  documents.set(path, {
    body: `<html lang="en"><title>N</title><article><h1>Harbor closed</h1>${text}</article></html>`,
    type: 'text/html',
  });
  documents.set(`${path}/list`, { body: itemAt(path), type: 'text/xml' });
  const polled = await ask<PolledFeed>({ kind: 'poll', id: `c${number}`, url: `${siteUrl}${path}/list` });
  if (polled.outcomes.stored !== 1) console.log(JSON.stringify(polled));
  return polled.outcomes.stored === 1;
}

let seenRequests = 0;
const owner = createSlackUser(slack, { user: 'U1', channel: 'CVICTIM', deliver: signedDelivery(slackUrl) });
await owner.slash(`subscribe ${canary} times:08:00`);
await personAt(discord, { channel: desk, isManager: true }).give('subscribe', { interest: canary, times: '08:00' });
await settle();
let kept = await ask<string>({ kind: 'victims' });
if (kept.split(canary).length < 3) throw new Error(`The victims did not subscribe: ${kept}`);
slack.messages = [];
seenRequests = discord.requests.length;

const chosen = process.argv.slice(2).filter((word) => word !== '--all');
const table: Record<string, Row> = {};
const report = (surface: string, name: string, what: string) =>
  console.log(`${surface}: ${JSON.stringify(name.slice(0, 70))}: ${what}`);

try {
  for (const [surface, inputsOf] of Object.entries(surfaces)) {
    if (chosen.length > 0 && !chosen.includes(surface)) continue;
    table[surface] = await attack(surface, inputsOf());
  }
} finally {
  console.table(table);
  child.disconnect();
  site.close();
  site.closeAllConnections();
  await Promise.all([slack.stop(), discord.stop()]);
}
if (Object.values(table).some(({ over, crashes, rights, leaks, lost }) => over + crashes + rights + leaks + lost > 0))
  process.exitCode = 1;

async function attack(surface: string, inputs: readonly Input[]): Promise<Row> {
  const row: Row = { inputs: 0, heldMs: 0, over: 0, crashes: 0, rights: 0, leaks: 0, lost: 0 };
  // The first calls load and compile code.
  for (const warmUp of inputs.filter((_, number) => number % 37 === 0 && !inputs[number]?.once)) await warmUp.send();
  await settle();
  for (const input of inputs) {
    let answer = await input.send().catch((error: unknown) => String(error));
    const first = await settle();
    if (first.heldMs > mostMs * 0.8 && !input.once)
      answer = await input.send().catch((error: unknown) => String(error));
    const second = first.heldMs > mostMs * 0.8 && !input.once ? await settle() : first;
    const heldMs = Math.min(first.heldMs, second.heldMs);
    row.inputs += 1;
    row.heldMs = Math.max(row.heldMs, Math.round(heldMs));
    if (heldMs > mostMs) {
      row.over += 1;
      report(surface, input.name, `held for ${heldMs.toFixed(0)} ms`);
    }
    const crashes = [...first.crashes, ...second.crashes];
    row.crashes += crashes.length;
    for (const crash of crashes) report(surface, input.name, `not caught: ${crash}`);
    for (const line of first.errors) report(surface, input.name, `logged: ${line.slice(0, 300)}`);
    for (const leak of leaksIn(answer)) {
      row.leaks += 1;
      report(surface, input.name, `leaked ${leak}`);
    }
    const now = await ask<string>({ kind: 'victims' });
    if (now !== kept) {
      kept = now;
      row.rights += 1;
      report(surface, input.name, 'changed a channel of others');
    }
    const isLost =
      input.once && (String(answer).includes('Error') || (row.inputs % 10 === 0 && !(await readControl(served++))));
    if (isLost) {
      row.lost += 1;
      report(surface, input.name, `not recorded, or the next not read: ${String(answer)}`);
    }
  }
  return row;
}
