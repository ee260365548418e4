import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { FakePlatform, PlatformAnswer, PlatformRequest } from './fake-platform.ts';
import type { PlatformApi } from './fake-platform-chat.ts';

/** A fake platform behind a socket, for processes that may be killed while it answers. A silent answer closes the connection. `hold`: what a request waits for before all else. */
export async function startPlatformServer(
  platform: FakePlatform,
  { answerMs, hold }: { readonly answerMs: () => number; readonly hold?: () => Promise<void> | undefined },
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = JSON.parse(await text(request)) as PlatformRequest;
    await hold?.();
    // Some of the time passes before the platform acts, some after: a kill may fall on either side.
    await setTimeout(answerMs());
    const found = request.url === '/find' ? findAnswer(asked) : platform.post(asked);
    await setTimeout(answerMs());
    if (found.kind === 'silent') response.destroy();
    else response.end(JSON.stringify(found));
  }

  function findAnswer({ channelId, deliveryId }: PlatformRequest): { kind: 'found'; messageId: string | undefined } {
    return { kind: 'found', messageId: platform.find(channelId, deliveryId) };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The way to a platform server. `searches`: its history can be looked through, as Slack's can. */
export function platformAt(url: string, { searches }: { readonly searches: boolean }): PlatformApi {
  async function ask(path: string, asked: PlatformRequest): Promise<unknown> {
    const response = await fetch(`${url}/${path}`, { method: 'POST', body: JSON.stringify(asked) });
    return response.json();
  }

  const api: PlatformApi = {
    async post(request) {
      try {
        return (await ask('post', request)) as PlatformAnswer;
      } catch {
        return { kind: 'silent' };
      }
    },
  };
  if (!searches) return api;
  return {
    ...api,
    async find(channelId, deliveryId) {
      const found = (await ask('find', { workspaceId: '', channelId, deliveryId })) as { messageId?: string };
      return found.messageId;
    },
  };
}
