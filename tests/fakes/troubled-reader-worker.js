import { appendFileSync, existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

/** The reader's thread, which counts its starts in the folder, lacks a package where the folder says so, and hangs when asked to. */
const { folder } = workerData;
appendFileSync(join(folder, 'starts'), '.');
if (existsSync(join(folder, 'lacks-a-package')))
  registerHooks({
    resolve: (name, context, next) => next(name === 'onnxruntime-web' ? `${name}-not-installed` : name, context),
  });
await import('../../src/models/reader-worker.ts');
parentPort.on('message', ({ question }) => {
  // A loop that only computes could not be ended: a thread that waits can.
  if (question.startsWith('hang')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
