import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a chat completion's request says, as far as we look at it. */
export interface ModelCall {
  readonly authorization: string | undefined;
  readonly model: string;
  readonly temperature: number | undefined;
  readonly tools: unknown;
  readonly responseFormat: unknown;
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
}

/** What the server does with a call: a text as the model's answer, a status, silence, bytes cut off, or silence after half of them. */
export type ModelBehavior =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'stall' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'half' }
  | { readonly kind: 'redirect'; readonly to: string };

export interface FakeModelServer {
  readonly url: string;
  readonly calls: ModelCall[];
  /** Texts that were embedded. */
  readonly embedded: string[];
  /** The vector of a text; a server error if left out. */
  embed?: (text: string) => readonly number[];
  behave: (call: ModelCall) => ModelBehavior;
  stop(): Promise<void>;
}

/** A server on loopback that speaks OpenAI's chat completions, well or badly. */
export async function startFakeModelServer(): Promise<FakeModelServer> {
  const calls: ModelCall[] = [];
  const embedded: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.url?.endsWith('/embeddings')) {
      const { input } = JSON.parse(Buffer.concat(chunks).toString()) as { readonly input: readonly string[] };
      const { embed } = fake;
      embedded.push(...input);
      response.writeHead(embed ? 200 : 500, { 'content-type': 'application/json' });
      return response.end(JSON.stringify(embed ? embeddings(input.map(embed)) : { error: { message: 'no' } }));
    }
    const call = readCall(request.headers.authorization, Buffer.concat(chunks).toString());
    calls.push(call);
    const behavior = fake.behave(call);
    if (behavior.kind === 'stall') return;
    if (behavior.kind === 'redirect') return response.writeHead(302, { location: behavior.to }).end();
    if (behavior.kind === 'status') {
      return response
        .writeHead(behavior.status, { 'content-type': 'application/json', 'retry-after': '0' })
        .end('{"error":{"message":"no"}}');
    }
    const body = completion(behavior.kind === 'text' ? behavior.text : 'cut');
    response.writeHead(200, { 'content-type': 'application/json' });
    if (behavior.kind === 'half') return response.write(body.slice(0, body.length / 2));
    return response.end(behavior.kind === 'truncated' ? body.slice(0, body.length / 2) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fake: FakeModelServer = {
    url: `http://127.0.0.1:${port}/v1`,
    calls,
    embedded,
    behave: () => ({ kind: 'status', status: 500 }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

function readCall(authorization: string | undefined, text: string): ModelCall {
  const body = JSON.parse(text) as Record<string, unknown>;
  return {
    authorization,
    model: String(body.model),
    temperature: body.temperature as number | undefined,
    tools: body.tools,
    responseFormat: body.response_format,
    messages: body.messages as ModelCall['messages'],
  };
}

function embeddings(vectors: readonly (readonly number[])[]): unknown {
  const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }));
  return { object: 'list', model: 'fake', data, usage: { prompt_tokens: 10, total_tokens: 10 } };
}

function completion(text: string): string {
  return JSON.stringify({
    id: 'c1',
    object: 'chat.completion',
    created: 1,
    model: 'fake',
    choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  });
}
