import { describe, expect, it } from 'vitest';
import type { Timer } from '../../src/runtime/clock.ts';
import type { Http } from '../../src/runtime/http.ts';
import { withPace } from '../../src/runtime/http-pace.ts';

/** A way out that answers at once, on a timer whose waits pass at once. */
function walk(pauseMs: (url: string) => number) {
  const requests: string[] = [];
  let now = 0;
  const timer: Timer = {
    nowMs: () => now,
    async wait(ms, signal) {
      if (!signal.aborted) now += ms;
    },
  };
  const http: Http = {
    async get(url) {
      requests.push(`${now} ${new URL(url).pathname}`);
      return { url, status: 200, headers: new Headers(), body: new Uint8Array() };
    },
  };
  return { requests, paced: withPace(http, { pauseMs, timer }), pass: (ms: number) => (now += ms) };
}

describe('the pace', () => {
  it('leaves the pause between the requests to one host', async () => {
    const { requests, paced, pass } = walk(() => 1_000);
    await paced.get('https://one.example/a');
    pass(300);
    await paced.get('https://one.example/b');
    await paced.get('https://one.example/c');
    pass(5_000);
    await paced.get('https://one.example/d');
    expect(requests).toEqual(['0 /a', '1000 /b', '2000 /c', '7000 /d']);
  });

  it('holds up no other host, and none where there is no pause', async () => {
    const { requests, paced } = walk((url) => (url.includes('free') ? 0 : 1_000));
    await paced.get('https://one.example/a');
    await paced.get('https://two.example/b');
    await paced.get('https://free.example/c');
    await paced.get('https://free.example/d');
    expect(requests).toEqual(['0 /a', '0 /b', '0 /c', '0 /d']);
  });

  it('ends with the reason when it is aborted while it waits', async () => {
    const { requests, paced } = walk(() => 1_000);
    await paced.get('https://one.example/a');
    const signal = AbortSignal.abort(new Error('shutting down'));
    await expect(paced.get('https://one.example/b', { signal })).rejects.toThrow('shutting down');
    expect(requests).toEqual(['0 /a']);
  });

  it('stays polite with very many hosts', async () => {
    const { requests, paced } = walk(() => 1_000);
    for (let number = 0; number < 1_200; number += 1) await paced.get(`https://host${number}.example/`);
    await paced.get('https://host1199.example/again');
    expect(requests.at(-1)).toBe('1000 /again');
  });
});
