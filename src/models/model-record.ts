/** How the model has done since the service started, for `status`. */
export interface ModelStatus {
  readonly id: string;
  /** Choices that the model made, and those made by words instead, since it failed. */
  readonly chosen: number;
  readonly byWords: number;
  /** Texts that passed the gate, and those for which the sources were quoted instead. */
  readonly written: number;
  readonly quoted: number;
  /** Statements that the gate dropped. */
  readonly dropped: number;
  readonly lastProblem?: { readonly at: Temporal.Instant; readonly text: string };
}

/** Keeps the count of what a model did. */
export interface ModelRecord {
  status(): ModelStatus;
  chosen(): void;
  byWords(problem: string): void;
  written(dropped: number): void;
  quoted(problem: string, dropped?: number): void;
  /** A search that was not widened, since the model failed. */
  notWidened(problem: string): void;
}

/** An empty record of the model with this id. */
export function createModelRecord(id: string, now: () => Temporal.Instant): ModelRecord {
  const counts = { chosen: 0, byWords: 0, written: 0, quoted: 0, dropped: 0 };
  let lastProblem: ModelStatus['lastProblem'];
  const fail = (text: string) => {
    lastProblem = { at: now(), text };
  };
  return {
    status: () => ({ id, ...counts, ...(lastProblem && { lastProblem }) }),
    chosen: () => void counts.chosen++,
    byWords(problem) {
      counts.byWords++;
      fail(problem);
    },
    written(dropped) {
      counts.written++;
      counts.dropped += dropped;
    },
    notWidened: fail,
    quoted(problem, dropped = 0) {
      counts.quoted++;
      counts.dropped += dropped;
      fail(problem);
    },
  };
}
