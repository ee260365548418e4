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
    name: z.string().default('').describe('The model, as its provider calls it: qwen3:8b, gpt-5-mini ...'),
    url: z
      .union([z.literal(''), z.url({ protocol: /^https?$/, error: 'use an http or https address' })])
      .default('')
      .describe('openai-compatible: where it answers, such as http://127.0.0.1:11434/v1.'),
    jsonSchema: z
      .boolean()
      .default(true)
      .describe('Whether the provider takes a JSON schema; else it is told the form in words.'),
    tokensPerBriefing: z
      .number()
      .int()
      .min(1_000)
      .max(1_000_000)
      .default(20_000)
      .describe('Tokens that one briefing may cost; beyond, it quotes.'),
    secondsPerBriefing: z
      .number()
      .int()
      .min(1)
      .max(mostSeconds)
      .default(20)
      .describe('Time that one briefing may take; beyond, it quotes.'),
    translate: z
      .boolean()
      .default(false)
      .describe('Translate stories that come in another language than the briefing.'),
    answers: z.boolean().default(false).describe('Word answers of `/ask` too.'),
  })
  .refine(({ provider, name }) => provider === 'none' || name !== '', {
    path: ['name'],
    error: 'name the model, as its provider calls it',
  })
  .refine(({ provider, url }) => provider !== 'openai-compatible' || url !== '', {
    path: ['url'],
    error: 'say where it answers, such as http://127.0.0.1:11434/v1 for Ollama',
  });
