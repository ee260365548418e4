import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compileCache } from './compile-cache.ts';
import { type Figure, NotMeasured, type SuiteStep } from './figure.ts';
import type { StepOrder, StepReport } from './step-process.ts';

const program = fileURLToPath(new URL('step-process.ts', import.meta.url));

/** A step in a process of its own: it does not feel what others left behind, and can be ended whatever it is doing. */
export function measureApart(step: string): SuiteStep {
  return ({ quick, folder, say, signal }) => {
    const { promise, resolve, reject } = Promise.withResolvers<readonly Figure[]>();
    const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
    // With a group of its own, so that processes which it has started end with it.
    const child = fork(program, { detached: true, env });
    signal.addEventListener('abort', () => endGroup(child), { once: true });
    child.on('message', (report: StepReport) => {
      if (report.kind === 'said') say(report.line);
      else if (report.kind === 'measured') resolve(report.figures);
      else reject(report.isNotMeasured ? new NotMeasured(report.reason) : new Error(report.reason));
    });
    const interrupt = () => {
      endGroup(child);
      process.exit(130);
    };
    process.once('SIGINT', interrupt);
    child.once('exit', () => process.off('SIGINT', interrupt));
    child.once('exit', (code) =>
      reject(signal.aborted ? signal.reason : new Error(`The step ended with code ${code}.`)),
    );
    child.send({ step, quick, folder } satisfies StepOrder);
    return promise;
  };
}

function endGroup({ pid, exitCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null) process.kill(-pid, 'SIGKILL');
}
