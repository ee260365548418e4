import { z } from 'zod';

/** A delivery is claimed for two minutes; what composes it must leave time to send it. */
const mostSeconds = 40;

/** The `model` part of the configuration. */
export const modelSchema = z
  .strictObject({
    provider: z.enum(['none', 'openai-compatible', 'anthropic', 'google']).default('none'),
    name: z.string().default(''),
    url: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'use an http or https address' })]).default(''),
    /** Whether the provider takes a JSON schema; else it is told the form in words. */
    jsonSchema: z.boolean().default(true),
    tokensPerBriefing: z.number().int().min(1_000).max(1_000_000).default(20_000),
    secondsPerBriefing: z.number().int().min(1).max(mostSeconds).default(20),
    translate: z.boolean().default(false),
    answers: z.boolean().default(false),
  })
  .refine(({ provider, name }) => provider === 'none' || name !== '', {
    path: ['name'],
    error: 'name the model, as its provider calls it',
  })
  .refine(({ provider, url }) => provider !== 'openai-compatible' || url !== '', {
    path: ['url'],
    error: 'say where it answers, such as http://127.0.0.1:11434/v1 for Ollama',
  });
