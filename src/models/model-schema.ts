import { z } from 'zod';

/** A delivery is claimed for two minutes; what composes it must leave time to send it. */
const mostSeconds = 40;

/** The `model` part of the configuration. */
export const modelSchema = z
  .strictObject({
    provider: z
      .enum(['none', 'openai-compatible', 'anthropic', 'google'])
      .default('none')
      .describe('none: briefings quote. openai-compatible: Ollama, vLLM, LM Studio, OpenAI, Mistral and others.'),
    name: z.string().default('').describe("The model's name at its provider, such as qwen3:8b or gpt-5-mini."),
    url: z
      .union([z.literal(''), z.url({ protocol: /^https?$/, error: 'use an http or https address' })])
      .default('')
      .describe('For openai-compatible: its address, such as http://127.0.0.1:11434/v1.'),
    jsonSchema: z
      .boolean()
      .default(true)
      .describe('Whether the provider accepts a JSON schema; if not, the format is described in the prompt.'),
    tokensPerBriefing: z
      .number()
      .int()
      .min(1_000)
      .max(1_000_000)
      .default(20_000)
      .describe('Token limit per briefing; the rest of the briefing is quoted.'),
    secondsPerBriefing: z
      .number()
      .int()
      .min(1)
      .max(mostSeconds)
      .default(20)
      .describe('Time limit per briefing; the rest of the briefing is quoted.'),
    translate: z.boolean().default(false).describe("Translate stories that are not in the briefing's language."),
    answers: z.boolean().default(false).describe('Let the model write answers to `/ask` as well.'),
  })
  .refine(({ provider, name }) => provider === 'none' || name !== '', {
    path: ['name'],
    error: 'name the model, as its provider calls it',
  })
  .refine(({ provider, url }) => provider !== 'openai-compatible' || url !== '', {
    path: ['url'],
    error: 'say where it answers, such as http://127.0.0.1:11434/v1 for Ollama',
  });
