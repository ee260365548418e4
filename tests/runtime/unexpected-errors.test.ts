import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { type ErrorOrigin, originOf, watchUnexpectedErrors } from '../../src/runtime/unexpected-errors.ts';

test('what a request sets off comes from outside, also as a cause', async () => {
  const app = new Hono();
  const { promise, resolve } = Promise.withResolvers<unknown>();
  app.get('/', () => {
    throw new TypeError("Cannot read properties of undefined (reading 'id')");
  });
  app.onError((error, context) => {
    resolve(error);
    return context.text('no');
  });
  await app.request('/');
  const error = await promise;
  expect(originOf(error)).toBe('outside');
  expect(originOf(new Error('the command failed', { cause: error }))).toBe('outside');
});

test('a connection that breaks comes from outside, though no frame says so', async () => {
  const [error] = await once(connect(1, '127.0.0.1'), 'error').catch((reason: unknown) => [reason]);
  expect(originOf(error)).toBe('outside');
});

test('our own work, and what cannot be told, come from inside', () => {
  expect(originOf(new Error('of a step'))).toBe('inside');
  expect(originOf('a text')).toBe('inside');
  expect(originOf(undefined)).toBe('inside');
  // A port that is taken is a mistake of the setup.
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const first = createServer().listen(0, '127.0.0.1', () => {
    createServer()
      .on('error', resolve)
      .listen((first.address() as { port: number }).port, '127.0.0.1');
  });
  return promise.then((error) => {
    first.close();
    expect(originOf(error)).toBe('inside');
  });
});

test('each is logged with an id and counted; only one from inside that is not harmless ends the service', async () => {
  const source = new EventEmitter();
  const counted: ErrorOrigin[] = [];
  const logged: { errorId: string; origin: string }[] = [];
  let hasEnded = false;
  const watch = watchUnexpectedErrors({
    log: { error: ((facts: { errorId: string; origin: string }) => logged.push(facts)) as never },
    count: (origin) => counted.push(origin),
    isHarmless: (error) => error instanceof RangeError,
    source,
  });
  void watch.fatal.then(() => {
    hasEnded = true;
  });
  const connection = Object.assign(new Error('read ECONNRESET'), { syscall: 'read' });
  for (const error of [connection, new RangeError('rolled back')]) source.emit('uncaughtException', error);
  await new Promise(setImmediate);
  expect(hasEnded).toBe(false);
  source.emit('uncaughtException', new Error('of a step'));
  await watch.fatal;
  expect(counted).toEqual(['outside', 'inside', 'inside']);
  expect(new Set(logged.map(({ errorId }) => errorId)).size).toBe(3);
  watch.stop();
  expect(source.listenerCount('uncaughtException')).toBe(0);
});
