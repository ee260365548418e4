import { describe, expect, it } from 'vitest';
import type { Http } from '../../src/runtime/http.ts';
import { HttpError } from '../../src/runtime/http-error.ts';
import { createRobots } from '../../src/runtime/robots.ts';
import { reason } from '../../src/wording/reason.ts';

type Reply = { readonly status: number; readonly text?: string } | HttpError;

function robotsAnswering(reply: Reply) {
  const asked: string[] = [];
  const http: Http = {
    async get(url) {
      asked.push(url);
      if (reply instanceof HttpError) throw reply;
      return { url, status: reply.status, headers: new Headers(), body: new TextEncoder().encode(reply.text ?? '') };
    },
  };
  const time = { now: Temporal.Instant.from('2026-03-01T08:00:00Z') };
  const robots = createRobots({
    http,
    userAgent: 'Kurzwelle/0.1 (+https://example.org)',
    clock: { now: () => time.now },
  });
  return { robots, asked, pass: (duration: { minutes: number }) => (time.now = time.now.add(duration)) };
}

const rules = 'User-agent: *\nDisallow: /search\n\nUser-agent: Kurzwelle\nDisallow: /private\n';

describe('robots', () => {
  it.each([
    ['https://www.example.org/en/story/a-1', true],
    ['https://www.example.org/private/a-1', false],
    ['https://www.example.org/search?q=x', true],
  ])('reads the rules that name us: %s -> %s', async (url, allowed) => {
    expect(await robotsAnswering({ status: 200, text: rules }).robots.allows(url)).toBe(allowed);
  });

  it.each([
    ['missing', { status: 404, text: 'User-agent: *\nDisallow: /' }],
    ['failing', { status: 503 }],
    ['unreachable', new HttpError('timeout', 'https://www.example.org/robots.txt', reason('brokenOff'))],
  ] as const)('allows everything while robots.txt is %s', async (_state, reply) => {
    expect(await robotsAnswering(reply).robots.allows('https://www.example.org/private')).toBe(true);
  });

  it.each([
    ['a day after reading it', { status: 200, text: rules }, { minutes: 23 * 60 }, { minutes: 90 }],
    ['an hour after a failure', { status: 503 }, { minutes: 50 }, { minutes: 15 }],
  ] as const)('asks again %s', async (_case, reply, still, then) => {
    const { robots, asked, pass } = robotsAnswering(reply);
    const look = () => robots.allows('https://www.example.org/a-1');
    await Promise.all([look(), look()]);
    pass(still);
    await look();
    expect(asked).toEqual(['https://www.example.org/robots.txt']);
    pass(then);
    await look();
    expect(asked).toHaveLength(2);
  });

  it.each([
    ['User-agent: *\nCrawl-delay: 5\n', 5_000],
    ['User-agent: *\nCrawl-delay: 0.5\n', 500],
    ['User-agent: *\nCrawl-delay: 86400\n', 60_000],
    ['User-agent: *\nCrawl-delay: soon\n', 0],
    ['User-agent: Other\nCrawl-delay: 5\n', 0],
  ])('gives the pause that %j asks for', async (text, pauseMs) => {
    expect(await robotsAnswering({ status: 200, text }).robots.pauseMs('https://www.example.org/a')).toBe(pauseMs);
    expect(await robotsAnswering({ status: 404, text }).robots.pauseMs('https://www.example.org/a')).toBe(0);
  });

  it('forgets the origin unused for longest when it knows a thousand, not all of them', async () => {
    const { robots, asked } = robotsAnswering({ status: 200, text: rules });
    const look = (number: number) => robots.allows(`https://${number}.example.org/a-1`);
    for (let number = 0; number < 1_000; number++) await look(number);
    await look(0);
    await look(1_000);
    expect(asked).toHaveLength(1_001);
    await look(0);
    await look(999);
    expect(asked).toHaveLength(1_001);
    await look(1);
    expect(asked.at(-1)).toBe('https://1.example.org/robots.txt');
  });
});
