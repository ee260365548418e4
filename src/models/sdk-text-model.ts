import type { LanguageModel } from 'ai';
import { estimateTokens, type TextModel } from './text-model.ts';

type Middleware = Parameters<typeof import('ai')['wrapLanguageModel']>[0]['model'];

/** Once more after a failure that may pass; the budget's signal ends it whenever it must. */
const maxRetries = 1;

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
    async write({ instructions, input, schema, maxOutputTokens, signal }) {
      const result = await generateText({
        model: plain,
        instructions,
        prompt: input,
        output: Output.object({ schema }),
        temperature: 0,
        maxOutputTokens,
        maxRetries,
        abortSignal: signal,
      });
      const counted = result.usage.totalTokens;
      const tokens = counted ?? estimateTokens(instructions + input + result.text);
      return { value: schema.parse(result.output), tokens };
    },
  };
}
