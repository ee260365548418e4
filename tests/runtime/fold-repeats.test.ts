import { expect, test } from 'vitest';
import { foldRepeats } from '../../src/runtime/fold-repeats.ts';
import { createLog } from '../../src/runtime/log.ts';

/** A log over lines that a test reads, and minutes that pass when it says so. */
function folded() {
  const lines: { readonly msg: string; readonly repeated?: number; readonly errorId?: string }[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  let minute = Promise.withResolvers<void>();
  const log = foldRepeats(createLog({ level: 'info', isTerminal: false, destination }), {
    timer: { nowMs: () => 0, wait: () => minute.promise },
  });
  return {
    log,
    /** What was written since it was last asked. */
    written: () => lines.splice(0).map(({ msg, repeated }) => (repeated === undefined ? msg : `${msg} [${repeated}]`)),
    async pass() {
      const passed = minute;
      minute = Promise.withResolvers();
      passed.resolve();
      await new Promise(setImmediate);
    },
  };
}

const refused = (worker: number) =>
  Object.assign(new Error(`connect ECONNREFUSED (worker ${worker})`), { code: 'ECONNREFUSED' });

test('an outage is a line at its beginning, one a minute with a count, and one at its end', async () => {
  const { log, written, pass } = folded();
  for (let worker = 1; worker <= 89; worker++) log.warn({ err: refused(worker) }, 'the queue had trouble');
  expect(written()).toEqual(['the queue had trouble']);
  await pass();
  expect(written()).toEqual(['the queue had trouble (88 more like this) [88]']);
  log.warn({ err: refused(1) }, 'the queue had trouble');
  await pass();
  expect(written()).toEqual(['the queue had trouble (1 more like this) [1]']);
  await pass();
  expect(written()).toEqual(['not for a minute now: the queue had trouble [89]']);
  log.warn({ err: refused(1) }, 'the queue had trouble');
  expect(written()).toEqual(['the queue had trouble']);
  log.stop();
});

test('what has facts, a level or a kind of error of its own is written', () => {
  const { log, written } = folded();
  for (const feedId of ['a', 'b']) log.warn({ feedId, err: refused(1) }, 'feed not read');
  for (const errorId of ['1', '2']) log.error({ errorId, err: refused(1) }, 'a command failed');
  log.warn({ err: refused(1) }, 'trouble');
  log.error({ err: refused(1) }, 'trouble');
  log.error({ err: new TypeError('x') }, 'trouble');
  log.error({ err: new TypeError('y') }, 'trouble');
  log.info({ a: 1 }, 'said');
  log.info({ a: 1 }, 'said');
  expect(written()).toHaveLength(10);
  log.stop();
});

test('a line that came once is over without a word, and a stop writes what was counted', async () => {
  const { log, written, pass } = folded();
  log.error({}, 'once');
  await pass();
  expect(written()).toEqual(['once']);
  log.error({}, 'twice');
  log.error({}, 'twice');
  log.stop();
  expect(written()).toEqual(['twice', 'twice (1 more like this) [1]']);
  log.error({}, 'twice');
  expect(written()).toEqual(['twice']);
});

test('more different lines than are remembered are all written', () => {
  const { log, written } = folded();
  for (let index = 0; index < 1_500; index++) log.warn({ index }, 'one of many');
  expect(written()).toHaveLength(1_500);
  log.stop();
});
