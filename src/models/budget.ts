import { type Embedded, estimateTokens, type ModelRequest, type TextModel } from './text-model.ts';

/** What one briefing or answer may cost. */
export interface BudgetSettings {
  readonly tokens: number;
  readonly seconds: number;
}

/** What a whole day (UTC) may cost, of this process. */
export interface DailyLimit {
  /** Sets tokens aside; false where the day has too few left, or its time is spent. */
  reserve(tokens: number): boolean;
  /** Gives back tokens that were set aside, and counts the time that a call took. */
  settle(unusedTokens: number, ms: number): void;
}

/** What one briefing or answer may cost in time and tokens. */
export interface Budget {
  readonly signal: AbortSignal;
  /** Sets tokens aside for a call; false where too few are left. Calls side by side cannot overspend together. */
  reserve(text: string, maxOutputTokens: number): boolean;
  /** Says what a call really cost; the rest of its share is free again. */
  settle(text: string, maxOutputTokens: number, spent: number, ms?: number): void;
}

/** Bounds the tokens and the time of one briefing's or answer's calls. A call that fails keeps its share: it may have been counted. */
export function createBudget({ tokens, seconds }: BudgetSettings, day?: DailyLimit): Budget {
  let left = tokens;
  const shareOf = (text: string, maxOutputTokens: number) => estimateTokens(text) + maxOutputTokens;
  return {
    signal: AbortSignal.timeout(seconds * 1_000),
    reserve(text, maxOutputTokens) {
      const share = shareOf(text, maxOutputTokens);
      if (share > left || day?.reserve(share) === false) return false;
      left -= share;
      return true;
    },
    settle(text, maxOutputTokens, spent, ms = 0) {
      const unused = shareOf(text, maxOutputTokens) - spent;
      left += unused;
      day?.settle(unused, ms);
    },
  };
}

/** Counts the day's tokens and time; a new day begins at midnight UTC. */
export function createDailyLimit(
  { tokens, minutes }: { readonly tokens: number; readonly minutes: number },
  now: () => Temporal.Instant,
): DailyLimit {
  let spent = { day: '', tokens: 0, ms: 0 };
  const today = () => {
    const day = now().toString().slice(0, 10);
    if (spent.day !== day) spent = { day, tokens: 0, ms: 0 };
    return spent;
  };
  return {
    reserve(share) {
      const { tokens: gone, ms } = today();
      if (gone + share > tokens || ms >= minutes * 60_000) return false;
      spent.tokens += share;
      return true;
    },
    settle(unused, ms) {
      today();
      spent.tokens = Math.max(0, spent.tokens - unused);
      spent.ms += ms;
    },
  };
}

/** Thrown where a call would cost more than is left. */
class BudgetSpentError extends Error {}

/** The model's answer within the budget. Throws where none of the asked form comes in time, or no tokens are left. */
export async function callModel<T>(
  request: Omit<ModelRequest<T>, 'signal'>,
  budget: Budget,
  model: Pick<TextModel, 'write'>,
): Promise<T> {
  const { signal } = budget;
  const { maxOutputTokens } = request;
  const sent = request.instructions + request.input;
  if (!budget.reserve(sent, maxOutputTokens)) throw new BudgetSpentError('the token budget is spent');
  const begun = performance.now();
  const answer = await withSignal(model.write({ ...request, signal }), signal);
  budget.settle(sent, maxOutputTokens, answer.tokens, performance.now() - begun);
  return answer.value;
}

/** The same budget with less time. */
export function within(budget: Budget, seconds: number): Budget {
  return { ...budget, signal: AbortSignal.any([budget.signal, AbortSignal.timeout(seconds * 1_000)]) };
}

/** A vector for each text within the budget. Throws where they do not come in time, or no tokens are left. */
export async function embedWithin(
  texts: readonly string[],
  budget: Budget,
  embed: NonNullable<TextModel['embed']>,
): Promise<Embedded['vectors']> {
  const { signal } = budget;
  const sent = texts.join('\n');
  if (!budget.reserve(sent, 0)) throw new BudgetSpentError('the token budget is spent');
  const begun = performance.now();
  const { vectors, tokens } = await withSignal(embed(texts, signal), signal);
  budget.settle(sent, 0, tokens, performance.now() - begun);
  return vectors;
}

/** Ends with the signal, even where a provider does not. */
export async function withSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
    work.catch(() => undefined);
  }
}

/** Why no answer came, in one line for people; a provider's message may quote the request, so this has only kind and status. */
export function problemOf(err: unknown, { signal }: Pick<Budget, 'signal'>): string {
  if (signal.aborted) return 'no answer in time';
  if (err instanceof BudgetSpentError) return err.message;
  const { name = 'Error', statusCode, lastError, message = '' } = err as ModelError;
  if (statusCode !== undefined && statusCode >= 400) return `the provider answered with status ${statusCode}`;
  if (lastError !== undefined) return problemOf(lastError, { signal });
  if (/^(?:AI_(?:NoObject|NoOutput|JSONParse|TypeValidation)|Zod)/.test(name) || statusCode !== undefined)
    return 'the answer does not have the requested format';
  if (name === 'AI_APICallError') return 'the provider cannot be reached';
  return name === 'Error' ? message : name;
}

interface ModelError {
  readonly name?: string;
  readonly statusCode?: number;
  readonly lastError?: unknown;
  readonly message?: string;
}
