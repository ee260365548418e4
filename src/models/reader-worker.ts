import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Tokenizer } from '@huggingface/tokenizers';
import type { InferenceSession, Tensor } from 'onnxruntime-common';
import { encodePair, marginOf, type Passage, type TokenPair } from './answer-spans.ts';

/** What the thread is started with. */
export interface ReaderFiles {
  readonly folder: string;
  /** Of model.onnx, in hexadecimal. */
  readonly sha256: string;
}

/** Passages come best first: those that are not reached within the time are not read. */
export interface ReadingOrder {
  readonly question: string;
  readonly passages: readonly Passage[];
  readonly ms: number;
}

/** What the thread says: once that its model is loaded, and of each order the margins of the passages read, or that it failed. */
export type ReadingReport =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'read'; readonly margins: readonly number[] }
  | { readonly kind: 'failed'; readonly problem: string };

interface LoadedReader {
  readonly tokenizer: Tokenizer;
  readonly session: InferenceSession;
  readonly tensorOf: (numbers: readonly number[]) => Tensor;
}

const say = (report: ReadingReport) => parentPort?.postMessage(report);
const loading = load(workerData as ReaderFiles);
loading.then(
  () => say({ kind: 'loaded' }),
  () => undefined,
);
parentPort?.on('message', async (order: ReadingOrder) => {
  try {
    say({ kind: 'read', margins: await read(order, await loading) });
  } catch (error) {
    say({ kind: 'failed', problem: error instanceof Error ? error.message : String(error) });
  }
});

async function load({ folder, sha256 }: ReaderFiles): Promise<LoadedReader> {
  const [{ Tokenizer }, { env, InferenceSession, Tensor }] = await loadPackages();
  const model = await readPart(folder, 'model.onnx');
  const found = createHash('sha256').update(model).digest('hex');
  if (found !== sha256.toLowerCase())
    throw new Error(`${join(folder, 'model.onnx')} has the SHA-256 ${found}, not that of model.reader.sha256`);
  const tokenizer = JSON.parse((await readPart(folder, 'tokenizer.json')).toString());
  const settings = await readPart(folder, 'tokenizer_config.json');
  // More threads would be workers within this one; the rest of the service needs the other cores.
  env.wasm.numThreads = 1;
  const session = await InferenceSession.create(model, { executionProviders: ['wasm'], logSeverityLevel: 3 });
  const missing = ['start_logits', 'end_logits'].filter((name) => !session.outputNames.includes(name));
  if (missing.length > 0)
    throw new Error(
      `the model in ${folder} has no ${missing.join(' and ')}: use one for extractive question answering`,
    );
  return {
    tokenizer: new Tokenizer(tokenizer, JSON.parse(settings.toString())),
    session,
    tensorOf: (numbers) => new Tensor('int64', BigInt64Array.from(numbers, BigInt), [1, numbers.length]),
  };
}

async function loadPackages() {
  // Its types are those of onnxruntime-common: the package itself has 139 MB, and is installed only by those who use a reader.
  const runtime: string = 'onnxruntime-web';
  try {
    const loaded: Promise<typeof import('onnxruntime-common')> = import(runtime);
    return await Promise.all([import('@huggingface/tokenizers'), loaded]);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new Error(
      'model.reader needs a package that is not installed; run "npm install --no-save --omit=dev onnxruntime-web"',
      { cause },
    );
  }
}

async function readPart(folder: string, name: string): Promise<Buffer> {
  const path = join(folder, name);
  try {
    return await readFile(path);
  } catch (cause) {
    const { code = 'unknown error' } = cause as NodeJS.ErrnoException;
    throw new Error(`cannot read ${path} (${code}); check model.reader.folder`, { cause });
  }
}

/** One after the other, so that none is padded to the length of another. */
async function read({ question, passages, ms }: ReadingOrder, reader: LoadedReader): Promise<readonly number[]> {
  const until = performance.now() + ms;
  const margins: number[] = [];
  for (const passage of passages) {
    if (margins.length > 0 && performance.now() > until) break;
    margins.push(await marginIn(encodePair(reader.tokenizer, question, passage), reader));
  }
  return margins;
}

async function marginIn(pair: TokenPair, { session, tensorOf }: LoadedReader): Promise<number> {
  const inputs: Readonly<Record<string, readonly number[]>> = {
    input_ids: pair.ids,
    attention_mask: pair.ids.map(() => 1),
    token_type_ids: pair.types,
  };
  const feeds = session.inputNames.map((name) => {
    const numbers = inputs[name];
    if (!numbers) throw new Error(`the model wants an input "${name}" that a reader does not have`);
    return [name, tensorOf(numbers)] as const;
  });
  const { start_logits: starts, end_logits: ends } = await session.run(Object.fromEntries(feeds));
  return marginOf(starts?.data as Float32Array, ends?.data as Float32Array, pair);
}
