/** How the model has done since the service started, for `status`. */
export interface ModelStatus {
  readonly id: string;
  /** Texts that passed the gate, and those for which the sources were quoted instead. */
  readonly written: number;
  readonly quoted: number;
  /** Statements that the gate dropped. */
  readonly dropped: number;
  readonly lastProblem?: { readonly at: Temporal.Instant; readonly text: string };
}

export interface ModelRecord {
  status(): ModelStatus;
  written(dropped: number): void;
  quoted(problem: string, dropped?: number): void;
}

/** Keeps the count. */
export function createModelRecord(id: string, now: () => Temporal.Instant): ModelRecord {
  let status: ModelStatus = { id, written: 0, quoted: 0, dropped: 0 };
  return {
    status: () => status,
    written(dropped) {
      status = { ...status, written: status.written + 1, dropped: status.dropped + dropped };
    },
    quoted(text, dropped = 0) {
      const lastProblem = { at: now(), text };
      status = { ...status, quoted: status.quoted + 1, dropped: status.dropped + dropped, lastProblem };
    },
  };
}
