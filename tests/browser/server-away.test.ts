import { createServer, request, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { newsroom, startLocalService } from '../chat/local/local-service.ts';
import { briefing, paragraph, text } from '../chat/local/sample-messages.ts';
import { sampleOperator } from '../chat/local/sample-operator.ts';
import { describeInBrowser } from './browser.ts';

/** Between browser and server; `away`: as nginx answers while the server behind it restarts, or as a machine without a server. */
async function startProxy(target: string) {
  let away: 'bad gateway' | 'refused' | undefined;
  const sockets = new Set<Socket>();
  const server: Server = createServer((asked, answer) => {
    if (away) return void answer.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
    const options = { method: asked.method, headers: asked.headers };
    const passed = request(new URL(asked.url ?? '/', target), options, (response) => {
      answer.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    if (away === 'refused') socket.destroy();
  });
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    cut();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    goAway(how: NonNullable<typeof away>) {
      away = how;
      cut();
    },
    comeBack() {
      away = undefined;
    },
  };
}

const lost = (page: Page) => page.getByText('Connection lost. Trying again…').waitFor();
const back = (page: Page) => expect.poll(() => page.locator('#connection').innerText(), { timeout: 30_000 }).toBe('');

describeInBrowser('the page while its server is away', (open) => {
  it.each(['bad gateway', 'refused'] as const)('keeps what was typed and comes back by itself: %s', async (how) => {
    const { url, chat, followed } = await startLocalService();
    const proxy = await startProxy(url);
    await chat.post(newsroom, { summary: 'First', blocks: [paragraph(text('The first message.'))] });
    const page = await open(proxy.url, { restarts: true });
    await page.getByText('The first message.').waitFor();
    await followed;

    proxy.goAway(how);
    await lost(page);
    const line = page.getByRole('combobox', { name: 'Message or command' });
    await line.fill('What did the court decide?');
    await line.press('Enter');
    await page.getByRole('alert').getByText("The server isn't responding.").waitFor();
    expect(await line.inputValue()).toBe('What did the court decide?');
    await chat.post(newsroom, { summary: 'Second', blocks: [paragraph(text('Posted meanwhile.'))] });

    proxy.comeBack();
    await back(page);
    await page.getByText('Posted meanwhile.').waitFor();
    expect(await page.getByRole('alert').getByText("The server isn't responding.").count()).toBe(0);
    expect(await line.inputValue()).toBe('What did the court decide?');
    // And it follows again, without being loaded.
    await chat.post(newsroom, { summary: 'Third', blocks: [paragraph(text('Posted afterwards.'))] });
    await page.getByText('Posted afterwards.').waitFor();
  });

  it('leaves the reader where they were when the connection returns', async () => {
    const { url, chat, followed } = await startLocalService();
    const proxy = await startProxy(url);
    for (let index = 0; index < 5; index += 1) await chat.post(newsroom, briefing, { deliveryId: `d${index}` });
    const page = await open(proxy.url, { restarts: true });
    await page.locator('.entry').nth(4).waitFor();
    await followed;
    const stream = page.locator('#stream');
    const first = page.locator('.entry').first();
    await first.getByRole('button').first().focus();
    await stream.evaluate((one) => {
      one.scrollTop = 0;
    });

    proxy.goAway('bad gateway');
    await lost(page);
    proxy.comeBack();
    await back(page);
    expect(await stream.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
    expect(await first.locator(':focus').count()).toBe(1);
  });

  it('loads a channel, and the whole page, once the server can', async () => {
    let fails = true;
    const { url, chat } = await startLocalService();
    const { recent } = chat;
    chat.recent = async (...given) => {
      if (fails) throw new Error('The database is away');
      return recent(...given);
    };
    await chat.post(newsroom, { summary: 'First', blocks: [paragraph(text('The first message.'))] });
    const page = await open(url, { restarts: true });
    await lost(page);
    fails = false;
    await page.getByText('The first message.').waitFor();
    await back(page);
  });

  it("loads the operator's view once the server can", async () => {
    let fails = true;
    const view: typeof sampleOperator.view = async (...given) => {
      if (fails) throw new Error('The database is away');
      return sampleOperator.view(...given);
    };
    const { url } = await startLocalService({ operator: { ...sampleOperator, view } });
    const page = await open(`${url}/operator`, { restarts: true });
    await page.getByText('Something went wrong').waitFor();
    expect(await page.getByRole('button', { name: 'Retract' }).count()).toBe(0);
    fails = false;
    await page.getByRole('table', { name: 'Feeds', exact: true }).waitFor();
  });
});
