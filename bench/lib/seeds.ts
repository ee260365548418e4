/** What the steps of the bench draw their chances from: the same run after run, and named in its report. */
export const seeds = {
  /** Invented news and questions about it. */
  news: 9,
  /** Faults of platforms in a fan-out. */
  fanOut: 1,
  /** Bursts that several processes share out. */
  instances: 1,
} as const;
