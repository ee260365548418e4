/** Work that runs once at a time. */
export interface SingleRun<Result> {
  /** Aborted once it stops: a run begins nothing more then. */
  readonly signal: AbortSignal;
  /** Starts a run, or joins the one that is under way. */
  tick(): Promise<Result>;
  /** Aborts the signal and waits for the run that is under way. */
  stop(): Promise<void>;
}

/** Makes the ticks and the stop of a service that works in runs. */
export function createSingleRun<Result>(run: () => Promise<Result>): SingleRun<Result> {
  const stopping = new AbortController();
  let running: Promise<Result> | undefined;
  return {
    signal: stopping.signal,
    tick() {
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
