import type { LanguageModel } from 'ai';
import type { Config } from '../config/config.ts';
import { createModelFetch, type ModelFetch } from './model-fetch.ts';
import { createSdkTextModel } from './sdk-text-model.ts';
import type { TextModel } from './text-model.ts';

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

/** The configured model; undefined where there is none. Its requests reach the configured host and nothing else. */
export async function openModel(
  settings: Config['model'],
  apiKey: string | undefined,
): Promise<OpenedModel | undefined> {
  const { provider, name } = settings;
  if (provider === 'none') return undefined;
  const url = settings.url || (provider === 'openai-compatible' ? '' : homes[provider]);
  const way = createModelFetch(url);
  const language = await createLanguageModel(settings, { url, apiKey, fetch: way.fetch });
  return { model: await createSdkTextModel(`${provider}:${name}`, language), stop: way.stop };
}

interface Access {
  readonly url: string;
  readonly apiKey: string | undefined;
  readonly fetch: ModelFetch['fetch'];
}

/** Only the package that is asked for is loaded. */
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
