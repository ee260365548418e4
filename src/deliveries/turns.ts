/** Jobs that wait to be sent. Workspaces take turns, so that the many of one do not delay the few of another. */
export interface Turns<Job> {
  readonly size: number;
  add(job: Job): void;
  /** The next job that need not wait; if there is none, how long the first of them must. */
  next(): { readonly job: Job } | { readonly waitMs: number };
  /** Takes out all that match. */
  takeOut(isOut: (job: Job) => boolean): readonly Job[];
}

/** Makes an empty waiting room; within a workspace the job that came first goes first, if it need not wait. */
export function createTurns<Job>({
  workspaceOf,
  waitMs,
}: {
  readonly workspaceOf: (job: Job) => string;
  readonly waitMs: (job: Job) => number;
}): Turns<Job> {
  /** In the order of turns: who was served goes to the end. */
  const waiting = new Map<string, Job[]>();
  let size = 0;

  function remove(workspace: string, jobs: Job[], index: number): void {
    jobs.splice(index, 1);
    size--;
    waiting.delete(workspace);
    if (jobs.length > 0) waiting.set(workspace, jobs);
  }

  return {
    get size() {
      return size;
    },
    add(job) {
      const workspace = workspaceOf(job);
      const jobs = waiting.get(workspace);
      if (jobs) jobs.push(job);
      else waiting.set(workspace, [job]);
      size++;
    },
    next() {
      let shortest = Number.POSITIVE_INFINITY;
      for (const [workspace, jobs] of waiting) {
        for (const [index, job] of jobs.entries()) {
          const wait = waitMs(job);
          if (wait <= 0) {
            remove(workspace, jobs, index);
            return { job };
          }
          shortest = Math.min(shortest, wait);
        }
      }
      return { waitMs: shortest };
    },
    takeOut(isOut) {
      const out: Job[] = [];
      for (const [workspace, jobs] of waiting) {
        const staying = jobs.filter((job) => !isOut(job));
        if (staying.length === jobs.length) continue;
        out.push(...jobs.filter((job) => isOut(job)));
        if (staying.length === 0) waiting.delete(workspace);
        else waiting.set(workspace, staying);
      }
      size -= out.length;
      return out;
    },
  };
}
