import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { silentLog } from '../../src/runtime/log.ts';
import { createRedact } from '../../src/runtime/redact.ts';
import { openTracing, type TracingOptions } from '../../src/runtime/tracing.ts';
import { within } from '../fakes/within.ts';

interface SentSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code?: number; readonly message?: string };
}

/** A collector that keeps the spans it is sent, or never answers. */
async function startCollector({ answers = true } = {}) {
  const spans: SentSpan[] = [];
  const requests: { path: string | undefined; key: unknown }[] = [];
  const server = createServer(async (request, response) => {
    requests.push({ path: request.url, key: request.headers['x-key'] });
    const body = JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString());
    for (const { scopeSpans } of body.resourceSpans) for (const scope of scopeSpans) spans.push(...scope.spans);
    if (answers) response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    spans,
    requests,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function open(options: Partial<TracingOptions>) {
  return openTracing({ endpoint: undefined, redact: createRedact(['hunter22']), log: silentLog, ...options });
}

test('spans reach a collector on a private address, each under the one it began in, with its facts and without secrets', async () => {
  const collector = await startCollector();
  const { trace, stop } = await open({ endpoint: `${collector.endpoint}/`, headers: 'x-key=a%20key' });
  const stored = await trace('poll', { feedId: 'rss-en-top', missing: undefined }, async () => {
    await trace('article', { articleId: 'dw:1' }, async () => {
      await trace('group', { articleId: 'dw:1' }, async () => 1);
    });
    return 7;
  });
  const refused = trace('deliver', {}, async () => {
    throw new TypeError('the key hunter22 is wrong');
  });
  await expect(refused).rejects.toThrow('hunter22');
  await stop();
  await collector.stop();

  expect(stored).toBe(7);
  expect(collector.requests[0]).toEqual({ path: '/v1/traces', key: 'a key' });
  const [poll, article, group, deliver] = ['poll', 'article', 'group', 'deliver'].map((name) =>
    collector.spans.find((span) => span.name === name),
  );
  expect([article?.parentSpanId, group?.parentSpanId]).toEqual([poll?.spanId, article?.spanId]);
  expect(new Set([poll, article, group].map((span) => span?.traceId)).size).toBe(1);
  expect(poll?.attributes).toEqual([{ key: 'kurzwelle.feedId', value: { stringValue: 'rss-en-top' } }]);
  expect(deliver?.status).toEqual({ code: 2, message: 'the key [redacted] is wrong' });
  expect(deliver?.traceId).not.toBe(poll?.traceId);
});

test('a collector that does not answer holds up a stop for two seconds at most', async () => {
  const collector = await startCollector({ answers: false });
  const { trace, stop } = await open({ endpoint: collector.endpoint });
  await trace('command', {}, async () => undefined);
  await within(2_900, stop());
  expect(collector.requests).toHaveLength(1);
  await collector.stop();
});

test('without a collector the work is done, and nothing else', async () => {
  const { trace, stop } = await open({});
  expect(await trace('compose', {}, async () => 'done')).toBe('done');
  await stop();
});
