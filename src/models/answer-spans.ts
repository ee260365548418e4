import type { Tokenizer } from '@huggingface/tokenizers';

/** A sentence to look for an answer in, with the text before it, so that names and pronouns are understood. */
export interface Passage {
  readonly before: string;
  readonly sentence: string;
}

/** A question and a passage as a model reads them, and where the tokens of the sentence are: from `from` up to, not including, `to`. */
export interface TokenPair {
  readonly ids: readonly number[];
  readonly types: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Most readers are trained on pairs of 384 tokens; longer ones cost more than they add. */
const mostTokens = 384;
/** An answer is a name, a number or a clause: the length that the SQuAD scripts allow. */
const longestSpan = 30;
/** BERT's `[SEP]` and RoBERTa's `</s>`: one token closes a pair. */
const closing = 1;

/** Without the text before the sentence if that would be too long, and cut off at the end if that is not enough. */
export function encodePair(tokenizer: Tokenizer, question: string, { before, sentence }: Passage): TokenPair {
  const [whole, alone] = [`${before} ${sentence}`.trim(), sentence].map((text) =>
    tokenizer.encode(question, { text_pair: text, return_token_type_ids: true }),
  );
  const encoded = whole && whole.ids.length <= mostTokens ? whole : alone;
  if (!encoded) return { ids: [], types: [], from: 0, to: 0 };
  // The space makes byte-level tokenizers see the sentence as they see it within a text.
  const own = tokenizer.encode(` ${sentence}`, { add_special_tokens: false }).ids.length;
  const to = encoded.ids.length - closing;
  return {
    ids: encoded.ids.slice(0, mostTokens),
    types: encoded.token_type_ids.slice(0, mostTokens),
    from: Math.max(1, to - own),
    to: Math.min(to, mostTokens),
  };
}

/**
 * By how much the best span within a sentence is better than no answer, which SQuAD 2 models give as a span of the first token alone.
 * https://arxiv.org/abs/1806.03822. Minus infinity where the sentence has no token left.
 */
export function marginOf(
  starts: ArrayLike<number>,
  ends: ArrayLike<number>,
  { from, to }: Pick<TokenPair, 'from' | 'to'>,
): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let start = from; start < to; start++)
    for (let end = start; end < Math.min(to, start + longestSpan); end++)
      best = Math.max(best, (starts[start] ?? 0) + (ends[end] ?? 0));
  return best - ((starts[0] ?? 0) + (ends[0] ?? 0));
}
