import { z } from 'zod';
import type { Config } from '../../config/config.ts';
import { openModel } from '../../models/open-model.ts';
import { type Finding, failure, ok, skipped } from './finding.ts';

const schema = z.object({ answer: z.string() });

/** Whether the configured model answers in the asked form. */
export async function checkModel(
  settings: Config['model'],
  apiKey: string | undefined,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  const opened = await openModel(settings, apiKey);
  if (!opened) return [skipped('none is configured; briefings quote')];
  const instructions = 'Answer with the one word "ready" in the field "answer".';
  try {
    const { tokens } = await opened.model.write({
      instructions,
      input: 'Ready?',
      schema,
      maxOutputTokens: 500,
      signal,
    });
    return [ok(`${opened.model.id} answers (${tokens} tokens)`)];
  } catch (error) {
    const status = statusOf(error);
    const text =
      status === undefined ? `gives no usable answer: ${(error as Error).message}` : `answers with status ${status}`;
    return [failure(`${opened.model.id} ${text}`, remedyOf(status))];
  } finally {
    await opened.stop();
  }
}

/** Of the provider's refusal, also below what the SDK says of its retries. */
function statusOf(error: unknown): number | undefined {
  const { statusCode, lastError, cause } = (error ?? {}) as {
    statusCode?: unknown;
    lastError?: unknown;
    cause?: unknown;
  };
  // An answer that was cut off came with status 200.
  if (typeof statusCode === 'number' && statusCode >= 400) return statusCode;
  const deeper = lastError ?? cause;
  return deeper === undefined ? undefined : statusOf(deeper);
}

function remedyOf(status: number | undefined): string {
  if (status === 401 || status === 403) return 'check KURZWELLE_MODEL_KEY';
  if (status === 404) return 'check model.url and model.name';
  if (status === 400) return 'set model.jsonSchema to false, or check model.name';
  if (status === 429) return 'its limit is reached; wait, or raise it at the provider';
  return 'check that it runs at model.url; docs/models.md has more. Briefings quote meanwhile';
}
