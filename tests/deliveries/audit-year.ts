import type { Delivery } from '../../src/deliveries/delivery.ts';
import { slotsAround } from '../../src/subscriptions/slots.ts';
import type { Subscription } from '../../src/subscriptions/subscription.ts';
import type { YearResult } from './run-year.ts';

export interface YearAudit {
  readonly states: Readonly<Record<string, number>>;
  readonly slots: number;
  /** Each of these must be empty. */
  readonly faults: {
    readonly seenTwice: readonly string[];
    readonly sentUnseen: readonly string[];
    readonly seenUnsent: readonly string[];
    readonly lost: readonly string[];
    readonly notAsked: readonly string[];
    readonly unexplained: readonly string[];
    readonly gaps: readonly string[];
  };
}

/** Holds what an outbox did against what it should have done: every slot one record, every sent one seen once, windows without gaps. */
export function auditYear({ subscriptions, deliveries, seen, until }: YearResult): YearAudit {
  const bySubscription = Map.groupBy(deliveries, ({ subscriptionId }) => subscriptionId);
  const expected = new Set(
    subscriptions.flatMap(({ id, schedule, createdAt }) =>
      slotsAround(schedule, createdAt, until).slots.map(({ key }) => `${id}-${key}`),
    ),
  );
  const recorded = new Set(deliveries.map(({ id }) => id));
  const sent = new Set(deliveries.filter(({ state }) => state === 'sent').map(({ id }) => id));
  const states = Map.groupBy(deliveries, ({ state }) => state);
  return {
    states: Object.fromEntries([...states].map(([state, list]) => [state, list.length])),
    slots: expected.size,
    faults: {
      seenTwice: [...seen].filter(([, times]) => times > 1).map(([id]) => id),
      sentUnseen: [...sent].filter((id) => !seen.has(id)),
      seenUnsent: [...seen.keys()].filter((id) => !sent.has(id)),
      lost: [...expected].filter((id) => !recorded.has(id)),
      notAsked: [...recorded].filter((id) => !expected.has(id)),
      unexplained: deliveries.filter(isUnexplained).map(({ id }) => id),
      gaps: subscriptions.flatMap((one) => gapsOf(one, bySubscription.get(one.id) ?? [])),
    },
  };
}

function isUnexplained({ state, reason }: Delivery): boolean {
  return state !== 'sent' && (state !== 'missed' || reason === undefined);
}

/** Sent windows that do not begin where the one before ended. */
function gapsOf({ createdAt, windowStart }: Subscription, deliveries: readonly Delivery[]): string[] {
  const sent = deliveries
    .filter(({ state }) => state === 'sent')
    .toSorted((a, b) => Temporal.Instant.compare(a.windowEnd, b.windowEnd));
  const gaps = sent.filter((one, index) => !one.windowStart.equals(sent[index - 1]?.windowEnd ?? createdAt));
  const isCurrent = windowStart.equals(sent.at(-1)?.windowEnd ?? createdAt);
  return [...gaps.map(({ id }) => id), ...(isCurrent ? [] : [`the window after ${sent.at(-1)?.id}`])];
}
