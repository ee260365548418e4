import { createHash } from 'node:crypto';
import { promptVersion, statementsSchema, type WrittenStatements } from './prompt.ts';

/** Where generated texts are kept: what the model returned, before the gate, so that the gate sees it again whenever it is read. */
export interface GeneratedTexts {
  find(key: string): Promise<string | undefined>;
  save(text: { readonly key: string; readonly model: string; readonly document: string }): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Names a text by all it was made from: model, prompt, task, and the revision of each article in `parts`. */
export function cacheKey(model: string, task: string, parts: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([model, promptVersion, task, ...parts]))
    .digest('hex')
    .slice(0, 32);
}

/** What was generated before; undefined where nothing was, or what is kept cannot be read. */
export async function readCached(texts: GeneratedTexts, key: string): Promise<WrittenStatements | undefined> {
  const document = await texts.find(key);
  if (document === undefined) return undefined;
  try {
    return statementsSchema.parse(JSON.parse(document));
  } catch {
    await texts.remove(key);
    return undefined;
  }
}
