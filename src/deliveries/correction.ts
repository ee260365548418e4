import type { Correction } from '../briefings/news/find-corrections.ts';
import type { PostRef } from '../chat/chat.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Delivery } from './delivery.ts';

/**
 * What becomes of a post one of whose articles was revised:
 *
 * due -> claimed -> edited (the post shows what changed) | replied (in its thread) | unchanged (nothing we said) | lost (nobody can
 * read it any more) | retrying -> claimed again | dead (given up). A claim that ran out is taken again.
 */
export type CorrectionState = 'due' | 'claimed' | 'retrying' | 'edited' | 'replied' | 'unchanged' | 'lost' | 'dead';

/** A post to be looked at, ours until the claim runs out. */
export interface ClaimedCorrection {
  readonly delivery: Delivery;
  readonly subscription: Subscription;
  /** Tries that failed. */
  readonly attempts: number;
  /** What its channel was shown as corrected before. */
  readonly shown: readonly Correction[];
}

/** What the corrector needs of storage. Each call is one transaction. */
export interface CorrectionStorage {
  /**
   * Finds posts of the last days whose articles were revised since, and keeps each (post, article, revision) once. Only what was
   * archived or sent since `changedSince` is looked at.
   */
  notice(options: {
    readonly now: Temporal.Instant;
    readonly changedSince: Temporal.Instant;
    readonly sentSince: Temporal.Instant;
  }): Promise<void>;
  claim(options: {
    readonly now: Temporal.Instant;
    readonly until: Temporal.Instant;
    readonly limit: number;
  }): Promise<readonly ClaimedCorrection[]>;
  /** Finishes the claimed corrections of a post. */
  end(deliveryId: string, end: CorrectionEnd): Promise<void>;
  retry(deliveryId: string, at: Temporal.Instant, reason: string): Promise<void>;
}

/** The outcome of a post's correction, and the corrections shown since. */
export interface CorrectionEnd {
  readonly state: Exclude<CorrectionState, 'due' | 'claimed' | 'retrying'>;
  readonly at: Temporal.Instant;
  readonly reason?: string;
  /** The corrections now shown in the channel, if they changed. */
  readonly shown?: readonly Correction[];
  /** The post as it was edited, to be kept with its delivery. */
  readonly post?: PostRef;
}
