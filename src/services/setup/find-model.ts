import { z } from 'zod';
import { parseConfig } from '../../config/config.ts';
import { openModel } from '../../models/open-model.ts';

/** A model on this machine that a server offers. */
export interface FoundModel {
  readonly name: string;
  /** The address for `model.url`. */
  readonly url: string;
}

/** Where Ollama listens unless told otherwise: https://docs.ollama.com/faq */
const ollama = 'http://127.0.0.1:11434';
const patienceMs = 1_500;
/** Beyond this a list is no longer read by a person. */
const mostModels = 20;

/** The list of an OpenAI-compatible server: https://platform.openai.com/docs/api-reference/models/list */
const listSchema = z.object({ data: z.array(z.object({ id: z.string().max(200) })) });

/** The models of a server on this machine; none where nothing answers there in time, or something else does. */
export async function findModels(server: string = ollama): Promise<readonly FoundModel[]> {
  const url = `${server}/v1`;
  try {
    const response = await fetch(`${url}/models`, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
    if (!response.ok) return [];
    const { data } = listSchema.parse(await response.json());
    return data.slice(0, mostModels).map(({ id }) => ({ name: id, url }));
  } catch {
    return [];
  }
}

/** A small machine loads a model first. */
const loadingMs = 60_000;
const readySchema = z.object({ answer: z.string() });

/** Asks a model one thing, and says in a line how that went. */
export async function tryModel({ name, url }: FoundModel): Promise<string> {
  const { model } = parseConfig(JSON.stringify({ model: { provider: 'openai-compatible', name, url } }), 'init');
  const opened = await openModel(model, undefined);
  const begun = performance.now();
  try {
    await opened?.model.write({
      instructions: 'Answer with the one word "ready" in the field "answer".',
      input: 'Ready?',
      schema: readySchema,
      maxOutputTokens: 500,
      signal: AbortSignal.timeout(loadingMs),
    });
    return `${name} answered in ${((performance.now() - begun) / 1_000).toFixed(1)} s; doctor measures how well it chooses`;
  } catch {
    return `${name} gave no usable answer; doctor says more, and words choose until it works`;
  } finally {
    await opened?.stop();
  }
}
