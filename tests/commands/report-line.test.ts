import { Registry } from 'prom-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { createHandlers } from '../../src/services/handlers.ts';
import { readOperatorView } from '../../src/services/operator-view.ts';
import { FakeResponder } from '../fakes/fake-responder.ts';
import { openTestNewsroom, type TestNewsroom, textOf } from './newsroom.ts';

let room: TestNewsroom;

beforeEach(async () => {
  room = await openTestNewsroom('2026-05-06T08:00:00Z');
  await room.archive({
    id: 'dw:7',
    headline: 'Ferry runs aground off Penang',
    lead: 'A ferry with 200 people on board has run aground off the Malaysian island of Penang.',
    paragraphs: ['Harbor master Lim Wei said on Wednesday that everybody was brought ashore unhurt.'],
    topics: ['asia'],
  });
  room.clock.advance({ minutes: 1 });
});
afterEach(() => room.close());

test('the evidence of a line offers to report it, and the operator sees it once with its id and words', async () => {
  const evidence = await room.press('evidence', 'dw:7@1.1');
  expect(evidence).toContain('[Wrong] [Outdated] [Different story] [Already reported]');
  expect(await room.press('report-outdated', 'dw:7@1.1')).toContain('Thank you.');
  await room.press('report-outdated', 'dw:7@1.1');
  const { reports } = await readOperatorView({ ...room, configured: [] });
  expect(reports).toHaveLength(1);
  expect(reports[0]).toMatchObject({
    statement: 'dw:7@1.1',
    what: 'Outdated',
    line: 'Harbor master Lim Wei said on Wednesday that everybody was brought ashore unhurt.',
    channel: { channelId: 'here' },
  });
});

test('an answer to a question leads to its evidence', async () => {
  const said = await room.command('ask', { question: 'Who said that everybody was brought ashore unhurt?' });
  expect(said).toContain('Evidence');
});

test('a report of a line that is not there is refused', async () => {
  expect(await room.press('report-wrong', 'dw:7@1.99')).toContain('no longer in the archive');
  expect((await readOperatorView({ ...room, configured: [] })).reports).toEqual([]);
});

test('reports are counted for each thousand statements shown', async () => {
  const metrics = createMetrics(new Registry());
  const trace = async <Answer>(_name: string, _facts: object, work: () => Promise<Answer>) => work();
  const handlers = createHandlers(room, { metrics, trace: trace as never });
  const caller = room.callerIn('here');
  const options = { question: 'Who said that everybody was brought ashore unhurt?' };
  const answer = new FakeResponder();
  await handlers.onCommand({ caller, command: 'ask', options }, answer);
  expect(textOf(answer.messages.at(-1))).toContain('brought ashore unhurt');
  const post = { ...caller.channel, messageId: 'm' };
  await handlers.onAction({ caller, action: 'report-wrong', value: 'dw:7@1.1', post }, new FakeResponder());
  const { body } = await metrics.render({ unready: [] });
  expect(body).toContain('kurzwelle_line_reports_total{kind="wrong"} 1');
  const shown = Number(/kurzwelle_statements_shown_total (\d+)/u.exec(body)?.[1]);
  expect(shown).toBeGreaterThan(0);
  expect(body).toContain(`kurzwelle_line_reports_per_thousand_statements ${1_000 / shown}`);
});
