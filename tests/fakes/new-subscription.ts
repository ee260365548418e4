import type { NewSubscription } from '../../src/subscriptions/subscription.ts';

/** What a test says of a subscription; the rest is as most have it. */
export interface SomeSubscription extends Partial<NewSubscription> {
  readonly channel: NewSubscription['channel'];
  readonly createdAt: Temporal.Instant;
  /** Of every day; unless there is a schedule. */
  readonly times?: readonly string[];
  readonly zone?: string;
}

/** A short digest of everything, daily at 08:00 UTC, whose first window begins when it is made. */
export function newSubscription({ times = ['08:00'], zone = 'UTC', ...some }: SomeSubscription): NewSubscription {
  return {
    interest: 'everything',
    schedule: { days: [1, 2, 3, 4, 5, 6, 7], times, zone },
    language: 'en',
    length: 'short',
    maxStories: 5,
    createdBy: 'u1',
    windowStart: some.createdAt,
    ...some,
  };
}
