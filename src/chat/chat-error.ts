import { otherReason, type Reason, reasonInEnglish } from '../wording/reason.ts';

/**
 * Why a chat refused. `kind` decides what happens next: retry later, suspend the subscriptions of the channel (`lost-channel`,
 * `missing-permission`) or of the whole workspace (`lost-workspace`: uninstalled, token revoked), give up (`lost-post`: the message to edit
 * or answer does not exist), or check before sending again.
 */
export class ChatError extends Error {
  readonly kind:
    | 'retryable'
    | 'lost-channel'
    | 'lost-workspace'
    | 'missing-permission'
    | 'lost-post'
    | 'rejected'
    | 'ambiguous';
  readonly retryAfterMs: number | undefined;
  /** The text for users; the message is for the log. */
  readonly why: Reason;
  /** What is limited for `retryAfterMs`. */
  readonly retryScope: RetryScope;

  constructor(
    problem: string | Reason,
    facts: { kind: ChatError['kind']; retryAfterMs?: number; retryScope?: RetryScope; cause?: unknown; why?: Reason },
  ) {
    super(typeof problem === 'string' ? problem : reasonInEnglish(problem), { cause: facts.cause });
    this.name = 'ChatError';
    this.kind = facts.kind;
    this.why = facts.why ?? (typeof problem === 'string' ? otherReason(problem) : problem);
    this.retryAfterMs = facts.retryAfterMs;
    this.retryScope = facts.retryScope ?? 'channel';
  }
}

/** The scope of a rate limit: one channel, a workspace, or everything. */
export type RetryScope = 'platform' | 'workspace' | 'channel';
