import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { startLocalServer } from '../../../src/chat/local/server.ts';
import { eventually } from '../../fakes/eventually.ts';
import { newsroom, startLocalService } from './local-service.ts';
import { saying, subscribeForm } from './sample-service.ts';

type Answer = { readonly status: number; readonly body: unknown };

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** Sends headers that fetch keeps to itself, such as Host. */
async function statusWith(url: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const sent = request(url, { method, headers }, (response) => {
    response.resume();
    resolve(response.statusCode ?? 0);
  });
  sent.on('error', reject);
  sent.end();
  return promise;
}

describe('the page', () => {
  it('comes with a policy that lets it load nothing from elsewhere and run no inline script', async () => {
    const { url } = await startLocalService();
    const response = await fetch(url);

    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('finds every file it names, and names nothing of another host', async () => {
    const { url } = await startLocalService();
    const html = await (await fetch(url)).text();
    const named = Array.from(html.matchAll(/(?:href|src)="([^"#]+)"/gu), ([, address]) => address ?? '');

    expect(named.length).toBeGreaterThan(2);
    for (const address of named) {
      expect(address).toMatch(/^\/(?:page\/|operator$)/u);
      expect((await fetch(url + address)).status).toBe(200);
    }
  });

  it.each(['/page/..%2f..%2fserver.ts', '/page/server.ts', '/page/constructor', '/package.json'])(
    'gives no other file for %s',
    async (path) => {
      const { url } = await startLocalService();
      expect(await statusWith(url + path, {})).toBe(404);
    },
  );
});

describe('requests from elsewhere', () => {
  it.each([
    ['a name that was pointed here', { host: 'evil.example' }, 421],
    ['a name that begins like ours', { host: 'localhost.evil.example:80' }, 421],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['another site that hides its origin', { 'sec-fetch-site': 'cross-site' }, 403],
  ])('are refused when they come by %s', async (_, headers, status) => {
    const { url } = await startLocalService();
    expect(await statusWith(`${url}/api/channels`, headers as Record<string, string>)).toBe(status);
  });

  it('are answered for localhost, addresses and the names allowed', async () => {
    const { url } = await startLocalService({ hosts: ['news.example'] });
    const { port } = new URL(url);

    for (const host of [`localhost:${port}`, '192.168.1.5:8080', '[::1]:8080', 'news.example', 'NEWS.example:443']) {
      expect(await statusWith(`${url}/api/channels`, { host })).toBe(200);
    }
    expect(await statusWith(`${url}/api/channels`, { origin: url })).toBe(200);
  });

  it('may lead to the page by a link', async () => {
    const { url } = await startLocalService();
    expect(await statusWith(url, { 'sec-fetch-site': 'cross-site' })).toBe(200);
  });
});

describe('commands', () => {
  it('answer only the caller in the response', async () => {
    const { url, chat, handlers } = await startLocalService();

    const { status, body } = await post(
      `${url}/api/commands/run`,
      { channelId: 'newsroom', line: '/who Mirela Danesh' },
      { 'Accept-Language': 'de-DE,de;q=0.9' },
    );

    expect(status).toBe(200);
    expect(body).toMatchObject({ answers: [{ message: { summary: expect.stringContaining('Mirela Danesh') } }] });
    expect(await chat.recent('newsroom', { limit: 9 })).toEqual([]);
    expect(handlers.calls).toMatchObject([
      {
        command: 'who',
        options: { actor: 'Mirela Danesh' },
        caller: { channel: newsroom, locale: 'de-DE', mayManage: true },
      },
    ]);
  });

  it('post for everybody, with what was asked', async () => {
    const { url, chat } = await startLocalService();

    const { body } = await post(`${url}/api/commands/run`, { channelId: 'newsroom', line: '/brief asia' });

    const [posted] = await chat.recent('newsroom', { limit: 9 });
    expect(body).toEqual({ answers: [], posted: posted?.id });
    expect(posted?.asked).toEqual({ by: 'Reader', line: '/brief asia' });
  });

  it('run without a line too, and from plain words', async () => {
    const { url, handlers } = await startLocalService();

    await post(`${url}/api/commands/run`, { channelId: 'asia-desk', command: 'who', options: { actor: 'Mirko Vale' } });
    await post(`${url}/api/commands/run`, { channelId: 'asia-desk', line: 'did they sign?' });

    expect(handlers.calls).toMatchObject([
      { command: 'who', options: { actor: 'Mirko Vale' } },
      { command: 'ask', options: { question: 'did they sign?' } },
    ]);
  });

  it('open a form, whose answers come back with its reference', async () => {
    const { url, handlers } = await startLocalService();
    const { body } = await post(`${url}/api/commands/run`, { channelId: 'newsroom', line: '/subscribe asia' });
    expect(body).toEqual({ answers: [], form: subscribeForm });

    const answers = { interest: 'asia', times: '', length: 'short' };
    await post(`${url}/api/forms`, { channelId: 'newsroom', action: 'subscribe', reference: 'draft-7', answers });
    expect(handlers.calls[1]).toMatchObject({ action: 'subscribe', reference: 'draft-7', answers });
  });

  it.each([
    [{ channelId: 'newsroom', line: '/wo Park' }, 422, 'Unknown command "wo". Did you mean /who?'],
    [{ channelId: 'newsroom', command: 'constructor', options: {} }, 422, 'Unknown command "constructor". Use '],
    [{ channelId: 'sports', line: '/who' }, 404, 'There is no channel "sports"; the channels are newsroom, asia-desk.'],
    [{ channelId: 'newsroom' }, 400, 'The request could not be read.'],
    [{ channelId: 7, line: '/who' }, 400, 'The request could not be read.'],
    ['{"channelId": ', 400, 'The request is not valid JSON.'],
    [{ channelId: 'newsroom', line: 'x'.repeat(70_000) }, 413, 'The request is too long.'],
  ])('are refused with the reason: %j', async (body, status, message) => {
    const { url } = await startLocalService();
    const answer = await post(`${url}/api/commands/run`, body);
    expect(answer).toMatchObject({ status, body: { error: { message: expect.stringContaining(message) } } });
  });

  it('are refused in the words of who asks', async () => {
    const { url } = await startLocalService();
    const run = (line: string) =>
      post(`${url}/api/commands/run`, { channelId: 'newsroom', line }, { 'Accept-Language': 'de-AT,de;q=0.9' });
    expect(await run('/wo Park')).toMatchObject({
      body: { error: { message: 'Unbekannter Befehl „wo“. Meinten Sie /who?' } },
    });
  });

  it('are refused as a form that another site could send', async () => {
    const { url } = await startLocalService();
    const body = JSON.stringify({ channelId: 'newsroom', line: '/who A' });
    expect((await post(`${url}/api/commands/run`, body, { 'Content-Type': 'text/plain' })).status).toBe(415);
  });

  it('wait for the service to start', async () => {
    const { url, chat } = await startLocalService();
    await chat.stop();
    expect((await post(`${url}/api/commands/run`, { channelId: 'newsroom', line: '/brief' })).status).toBe(503);
  });

  it('complete as they are typed', async () => {
    const { url } = await startLocalService();
    const { body } = await post(`${url}/api/complete`, { channelId: 'newsroom', line: '/who Mirela' });
    expect(body).toEqual({ from: 5, items: [{ kind: 'actor', label: 'Mirela Danesh', text: 'Mirela Danesh ' }] });
  });

  it('are listed with their options', async () => {
    const { url } = await startLocalService();
    const { commands } = (await (await fetch(`${url}/api/commands`)).json()) as { commands: { name: string }[] };
    expect(commands.map(({ name }) => name)).toContain('subscribe');
  });
});

describe('buttons', () => {
  it('edit the post they stand under', async () => {
    const { url, chat } = await startLocalService();
    const { messageId } = await chat.post(newsroom, saying('A story.'));

    await post(`${url}/api/actions`, { channelId: 'newsroom', messageId, action: 'mute', value: 's-1' });

    expect((await chat.recent('newsroom', { limit: 9 }))[0]).toMatchObject({ message: saying('Muted.') });
  });

  it('change an answer that only the caller has', async () => {
    const { url } = await startLocalService();
    const run = await post(`${url}/api/commands/run`, { channelId: 'newsroom', line: '/who Mirela Danesh' });
    const [answer] = (run.body as { answers: { id: string }[] }).answers;

    const pressed = { channelId: 'newsroom', messageId: answer?.id, action: 'quotes', value: 'river' };
    expect((await post(`${url}/api/actions`, pressed)).body).toEqual({
      answers: [],
      updated: { id: answer?.id, message: { ...saying('Quotes about river.'), language: 'en-GB' } },
    });
  });
});

describe('events', () => {
  it('tell of posts, edits and removals, and end with the server', async () => {
    const { url, chat, server } = await startLocalService();
    const response = await fetch(`${url}/api/events`);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = (response.body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream()).getReader();
    let received = '';
    const until = async (words: string) => {
      while (!received.includes(words)) received += (await reader.read()).value ?? '';
    };

    await until('event: ready');
    const posted = await chat.post(newsroom, saying('Line one.\nLine two.'));
    await until('event: posted');
    await chat.edit(posted, saying('Better.'));
    await until('event: edited');
    await chat.remove(posted);
    await until('event: removed');
    await server.stop();

    expect((await reader.read()).done).toBe(true);
    expect(received).toContain(posted.messageId);
  });
});

describe('streams of events', () => {
  /** Opens one from an address of this machine; `more` ends where the server refused it. */
  async function open(url: string, localAddress: string) {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const sent = request(`${url}/api/events`, { localAddress, agent: false }, resolve).on('error', reject);
    sent.end();
    const response = await promise;
    return { status: response.statusCode, response, close: () => sent.destroy() };
  }

  it('are so many for an address, and one that is closed makes room for another', async () => {
    const { url } = await startLocalService();
    const own = await Promise.all(Array.from({ length: 50 }, () => open(url, '127.0.0.1')));
    expect(new Set(own.map(({ status }) => status))).toEqual(new Set([200]));
    const refused = await open(url, '127.0.0.1');
    expect([refused.status, refused.response.headers['retry-after']]).toEqual([429, '60']);
    expect(await text(refused.response)).toContain(
      'your address has 50 pages open. Close some, and load this one again.',
    );
    own[7]?.close();
    await eventually(async () => expect((await open(url, '127.0.0.1')).status).toBe(200));
    for (const { close } of own) close();
  });

  it.skipIf(process.platform !== 'linux')('are so many in all', async () => {
    const { url } = await startLocalService();
    const addresses = ['127.0.0.1', '127.0.0.2', '127.0.0.3', '127.0.0.4'];
    const all = await Promise.all(addresses.flatMap((from) => Array.from({ length: 50 }, () => open(url, from))));
    const refused = await open(url, '127.0.0.5');
    expect(refused.status).toBe(503);
    expect(await text(refused.response)).toContain('200 pages are open.');
    for (const { close } of all) close();
  });
});

describe('what messages look like elsewhere', () => {
  const previewsOf = async (url: string, id: string) =>
    (await fetch(`${url}/api/channels/newsroom/messages/${encodeURIComponent(id)}/previews`)).json();

  it('is told of posts with their delivery\u2019s mark, as they read now', async () => {
    const { url, chat } = await startLocalService();
    const post = await chat.post(newsroom, saying('First.'), { deliveryId: 'd1' });
    expect(await previewsOf(url, post.messageId)).toMatchObject({
      slack: { messages: [{ text: 'First.', metadata: { event_payload: { delivery_id: 'd1' } } }] },
      discord: { messages: [{ enforce_nonce: true, allowed_mentions: { parse: [] } }] },
    });
    await chat.edit(post, saying('Second.'));
    expect(await previewsOf(url, post.messageId)).toMatchObject({ slack: { messages: [{ text: 'Second.' }] } });
  });

  it('is told of answers for one person, until they are long past', async () => {
    const { url } = await startLocalService();
    const run = () => post(`${url}/api/commands/run`, { channelId: 'newsroom', line: '/why 1' });
    const { body } = (await run()) as { body: { answers: { id: string }[] } };
    const id = body.answers[0]?.id ?? '';
    expect(await previewsOf(url, id)).toMatchObject({ slack: { messages: [{ text: expect.any(String) }] } });
    for (let count = 0; count < 100; count += 1) await run();
    expect(await previewsOf(url, id)).toMatchObject({
      error: { message: expect.stringContaining('not there any more') },
    });
  });
});

describe('the operator\u2019s view', () => {
  it('searches for what is typed, and says what it cannot search for', async () => {
    const { url } = await startLocalService();
    const search = async (words: string) => {
      const response = await fetch(`${url}/api/operator/search?words=${encodeURIComponent(words)}`);
      return { status: response.status, body: await response.text() };
    };
    expect(await search('Danesh')).toMatchObject({ status: 200, body: expect.stringContaining('Found for Danesh') });
    expect(await search(' ')).toMatchObject({ status: 400, body: expect.stringContaining('nothing to search for') });
    expect(await search('a'.repeat(401))).toMatchObject({ status: 400, body: expect.stringContaining('too long') });
  });

  it('takes back what is asked, and says what is wrong in the language of the browser', async () => {
    const { url } = await startLocalService();
    const ask = async (of: string) => {
      const headers = { 'content-type': 'application/json', 'accept-language': 'de' };
      const response = await fetch(`${url}/api/operator/recall`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ of }),
      });
      return { status: response.status, body: await response.text() };
    };
    expect(await ask('dw:7')).toEqual({ status: 200, body: '{"posts":3}' });
    expect(await ask('dw:9')).toMatchObject({ status: 422, body: expect.stringContaining('nicht im Archiv') });
    expect(await ask('')).toMatchObject({ status: 400 });
  });

  it('is refused to other sites, and absent where the service has none', async () => {
    const { url } = await startLocalService();
    expect(await statusWith(`${url}/api/operator`, { host: 'evil.example' })).toBe(421);
    expect(await statusWith(`${url}/api/operator`, { origin: 'https://evil.example' })).toBe(403);
    const without = await startLocalServer({ status: async () => ({ ready: true }) });
    expect(await statusWith(`${without.url}/operator`, {})).toBe(404);
    expect(await statusWith(`${without.url}/api/operator`, {})).toBe(404);
    await without.stop();
  });
});

describe('the page\u2019s language', () => {
  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de-DE', 'Senden'],
    ['en-US,en;q=0.9', 'en-GB', 'Send'],
    ['x-invalid;q=2,tlh;q=0.9,de;q=0.5,en;q=0.4', 'de-DE', 'Senden'],
    ['*', 'en-GB', 'Send'],
  ])('for %s is %s', async (accepted, language, send) => {
    const { url } = await startLocalService();
    const response = await fetch(url, { headers: { 'Accept-Language': accepted } });
    const html = await response.text();
    expect(response.headers.get('content-language')).toBe(language);
    expect(html).toContain(`<html lang="${language}" dir="ltr">`);
    expect(html).toContain(`<button type="submit">${send}</button>`);
    expect(html).not.toContain('{{');
  });
});

describe('the server', () => {
  it('tells its health with or without a chat', async () => {
    const server = await startLocalServer({
      status: async () => ({ ready: false, reason: 'The database is being migrated' }),
      metrics: async () => ({ contentType: 'text/plain', body: 'posts_total 3\n' }),
    });

    expect(await (await fetch(`${server.url}/healthz`)).text()).toBe('ok');
    const ready = await fetch(`${server.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ ready: false, reason: 'The database is being migrated' });
    expect(await (await fetch(`${server.url}/metrics`)).text()).toBe('posts_total 3\n');
    expect((await fetch(server.url)).status).toBe(404);
    await server.stop();
  });

  it('hands unexpected trouble on and tells nothing of it', async () => {
    const errors: unknown[] = [];
    const trouble = new Error('secret detail');
    const { url } = await startLocalService({
      status: () => Promise.reject(trouble),
      onError: (error, where) => errors.push([error, where]),
    });

    const response = await fetch(`${url}/readyz`);

    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(errors).toEqual([[trouble, { method: 'GET', path: '/readyz' }]]);
  });

  it('waits for the requests in hand, and stops as often as asked', async () => {
    const { chat, server, url, handlers } = await startLocalService();
    const [arrived, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await chat.start({
      ...handlers,
      async onCommand(_, responder) {
        arrived.resolve();
        await release.promise;
        await responder.respond(saying('Late.'), { onlyCaller: true });
      },
    });
    const answer = post(`${url}/api/commands/run`, { channelId: 'newsroom', line: '/brief' });
    await arrived.promise;

    const stopped = server.stop();
    release.resolve();

    expect((await answer).body).toMatchObject({ answers: [{ message: saying('Late.') }] });
    await stopped;
    await server.stop();
    await expect(fetch(url)).rejects.toThrow();
  });

  it('says so when the port is taken', async () => {
    const { url } = await startLocalService();
    const port = Number(new URL(url).port);
    await expect(startLocalService({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
