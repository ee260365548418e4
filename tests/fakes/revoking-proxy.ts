import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Stands before a Slack that takes any token, as emulate does, and refuses those that were revoked. Methods that it does not have can be
 * answered here.
 */
export async function startRevokingProxy(target: string) {
  const revoked = new Set<string>();
  const calls: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    calls.push(request.url ?? '');
    response.setHeader('content-type', 'application/json');
    if (revoked.has(request.headers.authorization?.replace('Bearer ', '') ?? '')) {
      response.end(JSON.stringify({ ok: false, error: 'account_inactive' }));
      return;
    }
    const { authorization, 'content-type': type } = request.headers;
    const answer = await fetch(new URL(request.url ?? '', target), {
      method: request.method ?? 'GET',
      headers: { ...(authorization && { authorization }), ...(type && { 'content-type': type }) },
      ...(request.method === 'POST' && { body: Buffer.concat(chunks) }),
    });
    response.statusCode = answer.status;
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    revoke: (token: string) => void revoked.add(token),
    calls,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
