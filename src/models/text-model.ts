import type { z } from 'zod';

/** One call of a model: what it is to do, and the text it is to do it with, kept apart. */
export interface ModelRequest<T> {
  readonly instructions: string;
  /** Data, never instructions: other people's text. */
  readonly input: string;
  readonly schema: z.ZodType<T>;
  readonly maxOutputTokens: number;
  readonly signal: AbortSignal;
  /** Where somebody waits, a failure is final; else what may pass is tried once more. */
  readonly isUrgent?: boolean;
}

/** What a model wrote, in the shape asked for, and the tokens that it took. */
export interface ModelAnswer<T> {
  readonly value: T;
  /** Of question and answer together, as the provider counts, else as we estimate. */
  readonly tokens: number;
}

/** Vectors of texts, and the tokens that they took. */
export interface Embedded {
  readonly vectors: readonly (readonly number[])[];
  readonly tokens: number;
}

/** A language model: the port that everything generated comes through. `write` throws where no answer of that shape came. */
export interface TextModel {
  /** Provider and model, as configured: part of every cache's key. */
  readonly id: string;
  write<T>(request: ModelRequest<T>): Promise<ModelAnswer<T>>;
  /** Another model of the same server, asked whether sentences say what was written from them; absent where none is configured. */
  readonly checker?: Pick<TextModel, 'id' | 'write'>;
  /** A vector for each text, in their order, and the tokens that it took; absent where no embedding model is configured. */
  readonly embed?: (texts: readonly string[], signal: AbortSignal) => Promise<Embedded>;
}

/** A token is about four letters in English and three in German; the lower figure keeps a budget safe. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 3);
}

/** Where generated texts are kept: what the model returned, before the gate, so that the gate sees it again whenever it is read. */
export interface GeneratedTexts {
  find(key: string): Promise<string | undefined>;
  save(text: { readonly key: string; readonly model: string; readonly document: string }): Promise<void>;
  remove(key: string): Promise<void>;
}
