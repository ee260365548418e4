import type { Briefing } from '../briefings/briefing.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { Delivery } from './delivery.ts';

/** A claimed delivery on its way. */
export interface Job {
  readonly delivery: Delivery;
  readonly subscription: Subscription;
  /** What it carries, once that is composed and remembered. */
  briefing?: Briefing;
  /** The platform was asked whether an earlier try arrived, and it had not. */
  isLookedUp: boolean;
  /** How often the platform asked to wait since the claim. */
  pauses: number;
}

/** Whether it may stand in the channel already: an earlier claim had prepared it, and what came of that is not known. */
export function needsLookup({ delivery, isLookedUp }: Pick<Job, 'delivery' | 'isLookedUp'>): boolean {
  return delivery.briefingId !== undefined && !isLookedUp;
}
