import { existsSync, readFileSync } from 'node:fs';
import { NotMeasured } from './figure.ts';

/** Linux counts a process's CPU time in hundredths of a second (`getconf CLK_TCK`, the same on all its platforms). */
const ticksPerSecond = 100;

export interface ProcessUsage {
  readonly cpuMs: number;
  /** Resident memory now, and at most so far; MB. */
  readonly rssMb: number;
  readonly peakMb: number;
}

/** What a running process has used; see proc(5). Throws NotMeasured where there is no /proc. */
export function usageOf(pid: number): ProcessUsage {
  if (!existsSync('/proc/self/stat')) throw new NotMeasured('other processes are read in /proc, which only Linux has');
  // The name of the program, in brackets, may hold blanks.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1_024;
  return {
    cpuMs: ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksPerSecond,
    rssMb: megabytes('VmRSS'),
    peakMb: megabytes('VmHWM'),
  };
}
