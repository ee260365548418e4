import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { answerQuestion } from '../../src/answers/ask/ask.ts';
import { checkModel } from '../../src/cli/doctor/check-network.ts';
import { parseConfig } from '../../src/config/config.ts';
import { createLocalReader, createReading, type LocalReaderOptions } from '../../src/models/local-reader.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { type Log, silentLog } from '../../src/runtime/log.ts';
import { openNewsroom } from '../../src/services/newsroom.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { harborDispute, smallArchive } from '../answers/small-archive.ts';
import { eventually } from '../fakes/eventually.ts';
import { writeTinyReader } from '../fakes/tiny-reader.ts';

type Files = ReturnType<typeof writeTinyReader>;
const troubled = new URL('../fakes/troubled-reader-worker.js', import.meta.url);
const patient = () => AbortSignal.timeout(60_000);
const passages = ['The sale was called off.', 'The sale goes on.'].map((sentence) => ({ before: '', sentence }));
/** Words alone refuse it. */
const unclear = 'what has Norland given up';
/** Words alone answer it. */
const clear = 'Who was named as the new transport minister of Norland?';

function openReader(reader: Files, options: LocalReaderOptions = {}, answerSeconds = 30) {
  const opened = createLocalReader({ reader, answerSeconds }, options);
  onTestFinished(() => opened.stop());
  return opened;
}

async function startReading(files: Files, options: LocalReaderOptions = {}) {
  const { model } = parseConfig('model: { answerSeconds: 30 }', 'a test');
  const lines: unknown[][] = [];
  const log: Log = { ...silentLog, warn: (...line: unknown[]) => void lines.push(line) };
  const reader = openReader(files, options);
  const reading = createReading({ reader, settings: { ...model, reader: files }, log, now: systemClock.now });
  const archive = await smallArchive(harborDispute);
  return {
    reading,
    lines,
    ask: (question: string) => answerQuestion(question, { ...archive, ...reading.createAnswering?.() }),
    askWords: (question: string) => answerQuestion(question, archive),
  };
}

/** What a reader runs on is installed apart. */
const hasRuntime = existsSync('node_modules/onnxruntime-web');

describe.skipIf(!hasRuntime)('a reader', () => {
  test('says by how much an answer is better than none', async () => {
    const margins = await openReader(writeTinyReader({ off: 3 })).read('?', passages, patient());
    expect(margins).toEqual([5, -1]);
  });

  test('finds no answer in the question, nor in what stands before the sentence', async () => {
    const [margin] = await openReader(writeTinyReader({ off: 3 })).read(
      'What is off?',
      [{ before: 'It was called off.', sentence: 'The minister said so.' }],
      patient(),
    );
    expect(margin).toBe(-1);
  });

  test('reads sentences that are longer than its model takes, up to there', async () => {
    const long = `${'word '.repeat(600)}off`;
    const reader = openReader(writeTinyReader({ off: 3 }));
    const texts = [long, `off ${long}`].map((sentence) => ({ before: long, sentence }));
    expect(await reader.read('?', texts, patient())).toEqual([-1, 5]);
  });

  test.each([
    ['a wrong checksum', (files: Files) => ({ ...files, sha256: '0'.repeat(64) }), /has the SHA-256 [\da-f]{64}, not/],
    [
      'no folder',
      (files: Files) => ({ ...files, folder: join(files.folder, 'gone') }),
      /cannot read .*ENOENT.*reader\.folder/,
    ],
    ['another model', () => writeTinyReader({}, ['logits']), /has no start_logits and end_logits/],
  ])('says what is wrong: %s', async (_what, change, problem) => {
    const reader = openReader(change(writeTinyReader({ off: 3 })));
    await expect(reader.read('?', passages, patient())).rejects.toThrow(problem);
  });

  test('names the command that installs a missing package, and reads once that it is there', async () => {
    const files = writeTinyReader({ off: 3 });
    const mark = join(files.folder, 'lacks-a-package');
    writeFileSync(mark, '');
    const reader = openReader(files, { worker: troubled });
    await expect(reader.read('?', passages, patient())).rejects.toThrow(
      'npm install --no-save --omit=dev onnxruntime-web',
    );
    rmSync(mark);
    expect(await reader.read('?', passages, patient())).toEqual([5, -1]);
  });

  test('replaces a thread that hangs', async () => {
    const files = writeTinyReader({ off: 3 });
    const reader = openReader(files, { worker: troubled }, 1);
    await reader.read('?', passages, patient());
    const hanging = reader.read('hang', passages, patient());
    const next = reader.read('?', passages, patient());
    await expect(hanging).rejects.toThrow('hung');
    expect(await next).toEqual([5, -1]);
    expect(startsIn(files)).toBe(2);
  });

  test('keeps its thread between questions, and ends it when idle', async () => {
    const [busy, idle] = [writeTinyReader({ off: 3 }), writeTinyReader({ off: 3 })];
    const reader = openReader(busy, { worker: troubled });
    for (const question of ['one', 'two', 'three']) await reader.read(question, passages, patient());
    expect(startsIn(busy)).toBe(1);
    const sleepy = openReader(idle, { worker: troubled, idleMs: 1 });
    await eventually(async () => {
      await sleepy.read('?', passages, patient());
      expect(startsIn(idle)).toBeGreaterThan(1);
    });
  });
});

function startsIn({ folder }: Files): number {
  return readFileSync(join(folder, 'starts'), 'utf8').length;
}

describe.skipIf(!hasRuntime)('answers chosen by a reader', () => {
  test('show the sentence with the best answer, also where words alone refuse', async () => {
    const { ask, askWords, reading } = await startReading(writeTinyReader({ off: 3 }));
    expect((await askWords(unclear)).refused).toBe(true);
    const answer = await ask(unclear);
    expect(answer.refused).toBe(false);
    expect(answer.statements.at(-1)?.text).toBe('Aalto said the sale of the port had been called off.');
    expect(reading.status()).toMatchObject({ chosen: 1, byWords: 0 });
  });

  test('are refused where no sentence answers', async () => {
    const { ask, askWords } = await startReading(writeTinyReader({}));
    expect((await askWords(clear)).refused).toBe(false);
    expect(await ask(clear)).toMatchObject({ refused: true, statements: [] });
  });

  test('are those of words where the reader fails, with one line in the log', async () => {
    const files = writeTinyReader({});
    const { ask, askWords, lines, reading } = await startReading({ ...files, folder: join(files.folder, 'gone') });
    expect(await ask(clear)).toEqual(await askWords(clear));
    expect(lines).toHaveLength(1);
    expect(reading.status()).toMatchObject({ chosen: 0, byWords: 1 });
    expect(reading.status().lastProblem?.text).toMatch(/model\.reader\.folder/);
  });

  test.each([
    ['in a language that it does not read', clear, ['de']],
    ['that asks whether something is so', 'Did Norland name a new transport minister?', []],
  ])('are those of words for a question %s', async (_what, question, languages) => {
    const { ask, askWords, reading } = await startReading({ ...writeTinyReader({}), languages });
    expect(await ask(question)).toEqual(await askWords(question));
    expect(reading.status()).toMatchObject({ chosen: 0, byWords: 0 });
  });
});

describe('the configuration', () => {
  const settingsOf = ({ folder, sha256 }: Pick<Files, 'folder' | 'sha256'>, more = '') =>
    parseConfig(`model: { ${more} reader: { folder: "${folder}", sha256: "${sha256}" } }`, 'a test');

  test('wants a checksum, and no provider beside a reader', () => {
    expect(() => settingsOf({ folder: 'models/one', sha256: '' })).toThrow('give the checksum of model.onnx');
    const provider = 'provider: google, name: one,';
    expect(() => settingsOf({ folder: 'models/one', sha256: 'a'.repeat(64) }, provider)).toThrow('remove reader');
  });

  test('makes /status say that the reader chooses answers', async () => {
    const config = settingsOf(writeTinyReader({}));
    const db = await openMemoryDatabase();
    const newsroom = await openNewsroom({ config, db, clock: systemClock, log: silentLog });
    onTestFinished(() => newsroom.charts.stop());
    onTestFinished(() => newsroom.storage.close());
    expect((await newsroom.services.status()).answersBy).toMatch(/^reader:tiny-reader-/);
  });

  test.skipIf(!hasRuntime)('is checked by doctor, which says that the reader answers, and how well', async () => {
    const [answers, measured] = await checkModel(settingsOf(writeTinyReader({})).model, undefined, patient());
    expect(answers).toMatchObject({ result: 'ok', text: expect.stringMatching(/^reader:.* answers$/) });
    expect(measured).toMatchObject({ result: 'warning', text: expect.stringContaining('0 of 10 answered') });
  });

  test.skipIf(!hasRuntime)('is checked by doctor, which says why the reader cannot answer', async () => {
    const { model } = settingsOf({ ...writeTinyReader({}), sha256: 'b'.repeat(64) });
    expect(await checkModel(model, undefined, patient())).toMatchObject([
      { result: 'failure', text: expect.stringContaining('SHA-256') },
    ]);
  });
});
