import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Dispatcher, request as forward } from 'undici';

/**
 * A door before the twin, which takes no uploads: of a body with files it hands on what the body says. Everything else passes as it is.
 */
export async function openUploadDoor(restUrl: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    const body = await bodyOf(request);
    // Not `fetch`, which takes no empty answer that comes in chunks, as the twin's are.
    const answer = await forward(new URL(url, restUrl), {
      method: method as Dispatcher.HttpMethod,
      headers: {
        ...(headers.authorization !== undefined && { authorization: headers.authorization }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    });
    const bytes = await answer.body.bytes();
    response.writeHead(answer.statusCode, bytes.length > 0 ? { 'content-type': 'application/json' } : {});
    response.end(bytes);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (chunks.length === 0) return undefined;
  const bytes = Buffer.concat(chunks);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return bytes.toString();
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  return String(form.get('payload_json'));
}
