import { expect, it } from 'vitest';
import { createMethodPace } from '../../../src/chat/slack/slack-api.ts';

function paced() {
  let now = 0;
  const pace = createMethodPace(() => now);
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { pace, pass };
}

it('does not ask again for a method that Slack refused until its time is over, and asks for others', () => {
  const { pace, pass } = paced();
  pace.close('chat.postMessage', 30_000);
  pass(10_000);
  expect(() => pace.take('chat.postMessage')).toThrow(
    expect.objectContaining({ kind: 'retryable', retryAfterMs: 20_000, retryScope: 'workspace' }),
  );
  pace.take('views.open');
  pass(20_000);
  pace.take('chat.postMessage');
});

it('keeps to the tier of what comes in bulk, over any minute', () => {
  const { pace, pass } = paced();
  for (let call = 0; call < 50; call += 1) {
    pace.take('chat.update');
    pass(1_000);
  }
  expect(() => pace.take('chat.update')).toThrow(expect.objectContaining({ retryAfterMs: 10_000 }));
  pass(10_000);
  pace.take('chat.update');
});

it('tries what a person waits for, however often', () => {
  const { pace } = paced();
  for (let call = 0; call < 500; call += 1) pace.take('views.open');
});
