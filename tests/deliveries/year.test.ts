import { expect, test } from 'vitest';
import { auditYear } from './audit-year.ts';
import { runYear } from './run-year.ts';

/** The reduced form of bench/year-of-slots.ts: over both changes of the clocks is the bench's. */
test.each([5, 9])(
  'downtime, clock jumps, doubled and missing ticks: every slot has one record, none is seen twice, windows abut (seed %i)',
  async (seed) => {
    const result = await runYear({ subscriptions: 40, days: 21, seed });
    const { states, slots, faults } = auditYear(result);
    expect(faults).toEqual({
      seenTwice: [],
      sentUnseen: [],
      seenUnsent: [],
      lost: [],
      notAsked: [],
      unexplained: [],
      gaps: [],
    });
    expect(slots).toBeGreaterThan(400);
    expect(states.sent).toBeGreaterThan(slots * 0.8);
    // The troubles took place.
    expect(result.jumps).toBeGreaterThan(0);
    expect(result.restarts).toBeGreaterThan(0);
    expect(states.missed).toBeGreaterThan(0);
  },
);
