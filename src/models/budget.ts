import { estimateTokens } from './text-model.ts';

/** What one briefing or answer may cost. */
export interface BudgetSettings {
  readonly tokens: number;
  readonly seconds: number;
}

/** What one briefing may cost in time and tokens. */
export interface Budget {
  readonly signal: AbortSignal;
  /** Sets tokens aside for a call; false where too few are left. Calls side by side cannot overspend together. */
  reserve(text: string, maxOutputTokens: number): boolean;
  /** Says what a call cost really; the rest of its share is free again. */
  settle(text: string, maxOutputTokens: number, spent: number): void;
}

/** Bounds the tokens and the time of one briefing's calls. A call that fails keeps its share: it may have been counted. */
export function createBudget({ tokens, seconds }: BudgetSettings): Budget {
  let left = tokens;
  const shareOf = (text: string, maxOutputTokens: number) => estimateTokens(text) + maxOutputTokens;
  return {
    signal: AbortSignal.timeout(seconds * 1_000),
    reserve(text, maxOutputTokens) {
      const share = shareOf(text, maxOutputTokens);
      if (share > left) return false;
      left -= share;
      return true;
    },
    settle(text, maxOutputTokens, spent) {
      left += shareOf(text, maxOutputTokens) - spent;
    },
  };
}
