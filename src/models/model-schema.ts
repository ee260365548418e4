import { z } from 'zod';

/** A delivery is claimed for two minutes; what composes it must leave time to send it. */
const mostSeconds = 40;
/** Discord accepts an answer for 15 minutes, but nobody waits that long. */
const mostAnswerSeconds = 60;

/** What a model may choose instead of words alone. */
const choosable = ['answers', 'briefings', 'backgrounds', 'lines'] as const;

const wordingSchema = z
  .strictObject({
    briefings: z.boolean().default(false).describe('Let the model write a story from its sentences.'),
    answers: z.boolean().default(false).describe('Let the model write a short answer above the quoted sentences.'),
    translate: z.boolean().default(false).describe("Let the model translate stories into the briefing's language."),
    level: z
      .enum(['usual', 'simple'])
      .default('usual')
      .describe('`simple`: the model writes short sentences in everyday words.'),
    checker: z
      .string()
      .default('')
      .describe(
        'Another model on the same server, asked after the checks whether the cited sentences support each statement. It can only remove statements.',
      ),
  })
  .describe(
    'What a model may write. Everything it writes is checked, as docs/models.md explains, and what fails is quoted instead.',
  )
  .prefault({});

const readerSchema = z
  .strictObject({
    folder: z
      .string()
      .default('')
      .describe('Folder with model.onnx, tokenizer.json and tokenizer_config.json, such as ./models/minilm-squad2.'),
    sha256: z
      .union([z.literal(''), z.string().regex(/^[\da-f]{64}$/i, { error: 'use 64 hexadecimal digits' })])
      .default('')
      .describe('Checksum of model.onnx, as sha256sum prints it. A file with another checksum is not loaded.'),
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}$/, { error: 'use codes such as en or de' }))
      .default([])
      .describe(
        'Languages that the model reads, such as [en]; empty for all. In other languages, sentences are chosen by words.',
      ),
  })
  .describe('A local model that finds answers without a server, instead of a provider; see docs/models.md.')
  .refine(({ folder, sha256 }) => folder === '' || sha256 !== '', {
    path: ['sha256'],
    error: 'give the checksum of model.onnx, as sha256sum prints it',
  })
  .prefault({});

/** The `model` part of the configuration. */
export const modelSchema = z
  .strictObject({
    provider: z
      .enum(['none', 'openai-compatible', 'anthropic', 'google'])
      .default('none')
      .describe(
        '`none`: sentences are chosen by their words. `openai-compatible`: Ollama, vLLM, LM Studio, OpenAI, Mistral and others.',
      ),
    name: z.string().default('').describe("The model's name at its provider, such as qwen3:8b or gpt-5-mini."),
    url: z
      .union([z.literal(''), z.url({ protocol: /^https?$/, error: 'use an http or https address' })])
      .default('')
      .describe('Address of an `openai-compatible` server, such as http://127.0.0.1:11434/v1.'),
    jsonSchema: z
      .boolean()
      .default(true)
      .describe('Whether the provider accepts a JSON schema; if not, the format is described in the prompt.'),
    chooses: z
      .array(z.enum(choosable))
      .default([...choosable])
      .describe('What the model chooses. Everything else is chosen by words alone.'),
    steps: z
      .enum(['auto', 'one', 'two'])
      .default('auto')
      .describe(
        '`two`: first asks whether any sentence answers the question, then which. `auto`: `two` for models with at most 14b in their names, otherwise `one`.',
      ),
    rewords: z
      .boolean()
      .default(false)
      .describe(
        'Let the model reword a question up to three times for the search, at the cost of one more call per question.',
      ),
    embeddings: z
      .string()
      .default('')
      .describe(
        'An embedding model on the same server, such as nomic-embed-text, for searching across languages. It never decides what is shown.',
      ),
    answerSeconds: z
      .number()
      .int()
      .min(1)
      .max(mostAnswerSeconds)
      .default(8)
      .describe('Time limit per answer. If the model is late, the sentences chosen by words are shown.'),
    tokensPerAnswer: z
      .number()
      .int()
      .min(1_000)
      .max(1_000_000)
      .default(30_000)
      .describe('Token limit per answer; beyond it, sentences are chosen by words.'),
    tokensPerBriefing: z
      .number()
      .int()
      .min(1_000)
      .max(1_000_000)
      .default(60_000)
      .describe('Token limit per briefing; beyond it, sentences are chosen by words and quoted.'),
    secondsPerBriefing: z
      .number()
      .int()
      .min(1)
      .max(mostSeconds)
      .default(20)
      .describe('Time limit per briefing; beyond it, sentences are chosen by words and quoted.'),
    tokensPerDay: z
      .number()
      .int()
      .min(1_000)
      .max(1_000_000_000)
      .default(2_000_000)
      .describe('Token limit per process and day (UTC); beyond it, the model is not asked.'),
    minutesPerDay: z
      .number()
      .int()
      .min(1)
      .max(100_000)
      .default(600)
      .describe('Limit on the total time of all calls per process and day (UTC).'),
    reader: readerSchema,
    wording: wordingSchema,
  })
  .refine(({ provider, reader }) => provider === 'none' || reader.folder === '', {
    path: ['reader'],
    error: 'a provider chooses answers already; remove reader, or set provider to none',
  })
  .refine(({ provider, name }) => provider === 'none' || name !== '', {
    path: ['name'],
    error: 'name the model, as its provider calls it',
  })
  .refine(({ provider, url }) => provider !== 'openai-compatible' || url !== '', {
    path: ['url'],
    error: 'say where it answers, such as http://127.0.0.1:11434/v1 for Ollama',
  })
  .refine(
    ({ provider, embeddings }) => embeddings === '' || provider === 'openai-compatible' || provider === 'google',
    {
      path: ['embeddings'],
      error: 'this provider has no embeddings; leave it empty, or use openai-compatible or google',
    },
  );

type ModelSettings = z.output<typeof modelSchema>;

const smallModel = 14;

/** Whether the configured model answers in two steps: small ones choose sentences where nothing answers. */
export function isInTwoSteps({ steps, name }: Pick<ModelSettings, 'steps' | 'name'>): boolean {
  if (steps !== 'auto') return steps === 'two';
  const billions = /(?<![\d.])(\d{1,4}(?:\.\d{1,2})?)b(?![a-z])/i.exec(name)?.[1];
  return billions !== undefined && Number(billions) <= smallModel;
}
