import type { LanguageModel } from 'ai';
import { type RequestInit as GuardedInit, fetch as guardedFetch } from 'undici';
import type { Config } from '../config/config.ts';
import { readBody } from '../runtime/http.ts';
import { HttpError } from '../runtime/http-error.ts';
import { createHttpGuard, type HttpGuard } from '../runtime/http-guard.ts';
import { byteLimits } from '../text/limits.ts';
import { otherReason } from '../wording/reason.ts';
import { estimateTokens, type TextModel } from './text-model.ts';

/** Where the providers' own APIs are, as their packages have it. */
const homes = {
  anthropic: 'https://api.anthropic.com/v1',
  google: 'https://generativelanguage.googleapis.com/v1beta',
} as const;

/** The configured model, ready to be asked. */
export interface OpenedModel {
  readonly model: TextModel;
  stop(): Promise<void>;
}

/** The configured model, if any. Its requests can only reach the configured host. */
export async function openModel(
  settings: Config['model'],
  apiKey: string | undefined,
): Promise<OpenedModel | undefined> {
  const { provider, name } = settings;
  if (provider === 'none') return undefined;
  const url = settings.url || (provider === 'openai-compatible' ? '' : homes[provider]);
  const way = createModelFetch(url);
  const access = { url, apiKey, fetch: way.fetch };
  const language = await createLanguageModel(settings, access);
  const model = await createSdkTextModel(`${provider}:${name}`, language);
  const embed = await createEmbed(settings, access);
  const checking = settings.wording.checker;
  const checker =
    checking === ''
      ? undefined
      : await createSdkTextModel(
          `${provider}:${checking}`,
          await createLanguageModel({ ...settings, name: checking }, access),
        );
  return { model: { ...model, ...(embed && { embed }), ...(checker && { checker }) }, stop: way.stop };
}

interface Access {
  readonly url: string;
  readonly apiKey: string | undefined;
  readonly fetch: ModelFetch['fetch'];
}

/** Only the provider's own package is loaded. */
async function createLanguageModel(
  { provider, name, jsonSchema }: Config['model'],
  { url, apiKey, fetch }: Access,
): Promise<Exclude<LanguageModel, string>> {
  const access = { baseURL: url, fetch, ...(apiKey ? { apiKey } : {}) };
  if (provider === 'anthropic') return (await import('@ai-sdk/anthropic')).createAnthropic(access)(name);
  if (provider === 'google') return (await import('@ai-sdk/google')).createGoogleGenerativeAI(access)(name);
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  return createOpenAICompatible({ ...access, name: 'configured', supportsStructuredOutputs: jsonSchema })(name);
}

/** Of the same server; undefined where no embedding model is configured. */
async function createEmbed(
  { provider, embeddings }: Config['model'],
  { url, apiKey, fetch }: Access,
): Promise<TextModel['embed']> {
  if (embeddings === '') return undefined;
  const access = { baseURL: url, fetch, ...(apiKey ? { apiKey } : {}) };
  const model =
    provider === 'google'
      ? (await import('@ai-sdk/google')).createGoogleGenerativeAI(access).embeddingModel(embeddings)
      : (await import('@ai-sdk/openai-compatible'))
          .createOpenAICompatible({ ...access, name: 'configured' })
          .embeddingModel(embeddings);
  const { embedMany } = await import('ai');
  return async (texts, abortSignal) => {
    const { embeddings: vectors, usage } = await embedMany({ model, values: [...texts], abortSignal, maxRetries: 0 });
    return { vectors, tokens: usage.tokens || estimateTokens(texts.join('\n')) };
  };
}

type Middleware = Parameters<typeof import('ai')['wrapLanguageModel']>[0]['model'];

/**
 * A text model over the Vercel AI SDK: structured output, temperature 0, no tools. Reasoning that a model writes into its answer between
 * `<think>` tags is cut off before the answer is read. The SDK is loaded by whoever configures a model, by nobody else.
 */
export async function createSdkTextModel(id: string, model: Exclude<LanguageModel, string>): Promise<TextModel> {
  const { extractReasoningMiddleware, generateText, Output, wrapLanguageModel } = await import('ai');
  const plain = wrapLanguageModel({
    model: model as Middleware,
    middleware: extractReasoningMiddleware({ tagName: 'think' }),
  });
  return {
    id,
    async write({ instructions, input, schema, maxOutputTokens, signal, isUrgent }) {
      const result = await generateText({
        model: plain,
        instructions,
        prompt: input,
        output: Output.object({ schema }),
        temperature: 0,
        maxOutputTokens,
        maxRetries: isUrgent ? 0 : 1,
        abortSignal: signal,
      });
      const counted = result.usage.totalTokens;
      const tokens = counted ?? estimateTokens(instructions + input + result.text);
      return { value: schema.parse(result.output), tokens };
    },
  };
}

export interface ModelFetch {
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  stop(): Promise<void>;
}

/**
 * A `fetch` for the model's provider alone: any other host is refused, redirects are too (a key must not travel), and answers are limited.
 * The host may be a private one, such as Ollama on this machine, since the operator named it.
 */
export function createModelFetch(baseUrl: string): ModelFetch {
  const { host } = new URL(baseUrl);
  const guard = createHttpGuard({ allowPrivateHosts: [host] });
  return {
    fetch: (input, init) => send(new URL(input instanceof Request ? input.url : input), init, { host, guard }),
    stop: () => guard.stop(),
  };
}

async function send(
  url: URL,
  init: RequestInit | undefined,
  { host, guard }: { readonly host: string; readonly guard: HttpGuard },
): Promise<Response> {
  if (url.host !== host) throw new HttpError('blocked', url.href, otherReason(`only ${host} is asked for the model`));
  const response = await guardedFetch(url, {
    ...(init as GuardedInit | undefined),
    dispatcher: guard.agentFor(url),
    redirect: 'error',
  });
  const body = await readBody(response, url.href, byteLimits.modelAnswer);
  const headers = new Headers([...response.headers].filter(([name]) => !/^content-(?:encoding|length)$/.test(name)));
  // A status without a body must be given none.
  return new Response(body.byteLength > 0 ? Buffer.from(body) : null, { status: response.status, headers });
}
