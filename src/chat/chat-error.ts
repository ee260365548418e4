import { otherReason, type Reason, reasonInEnglish } from '../wording/reason.ts';

/**
 * Why a chat refused. `kind` decides what happens next: retry later, suspend the channel's subscriptions (`lost-channel`,
 * `missing-permission`) or the whole workspace's (`lost-workspace`: uninstalled, token revoked), give up (`lost-post`: the message that was
 * to be edited or answered is not there), or look before sending again.
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
  /** For people; the message is for the log. */
  readonly why: Reason;
  /** What has to wait for `retryAfterMs`. */
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

/** What has to wait after a refusal: one channel, a workspace, or everything. */
export type RetryScope = 'platform' | 'workspace' | 'channel';
