/** Jobs that wait to be sent, workspaces in round-robin order, so that the many jobs of one do not delay the few of another. */
export interface FairQueue<Job> {
  readonly size: number;
  add(job: Job): void;
  /** The next job that can be sent now; if there is none, the shortest time until one can. */
  next(): { readonly job: Job } | { readonly waitMs: number };
  /** Removes and returns all jobs that match. */
  takeOut(isOut: (job: Job) => boolean): readonly Job[];
}

/** Makes an empty queue; within a workspace the oldest job that can be sent now goes first. */
export function createFairQueue<Job>({
  workspaceOf,
  waitMs,
}: {
  readonly workspaceOf: (job: Job) => string;
  readonly waitMs: (job: Job) => number;
}): FairQueue<Job> {
  /** In round-robin order: a workspace that was served goes to the end. */
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
