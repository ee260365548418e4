import { commands } from '../../commands/index.ts';
import type { Caller } from '../../src/chat/chat.ts';
import { parseConfig } from '../../src/config/config.ts';
import { createPruner } from '../../src/deliveries/prune-ended.ts';
import { createArchivePruner } from '../../src/ingest/prune-archive.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createHandlers } from '../../src/services/handlers.ts';
import { openNewsroom } from '../../src/services/newsroom.ts';
import { createNewsroomOutbox } from '../../src/services/outbox.ts';
import { FakeChat } from '../../tests/fakes/fake-chat.ts';
import { FakeClock } from '../../tests/fakes/fake-clock.ts';
import { FakeResponder } from '../../tests/fakes/fake-responder.ts';
import { makeTestArticle } from '../../tests/fixtures/make-test-article.ts';
import { bulkNow } from './bulk-archive.ts';
import type { QueryRecorder } from './record-queries.ts';

/** What people type, for each command: at least one line, with different ways through it. */
const typed: Readonly<Record<string, readonly Record<string, string>[]>> = {
  brief: [{}, { interest: 'asia', since: '24h' }, { interest: 'actor:"Actor 7" OR well12', since: '3d' }],
  catchup: [{}, { since: '24h' }],
  who: [{ actor: 'Actor 7' }, { actor: '7' }],
  background: [{ topic: 'Actor 7' }, { topic: 'vote on well12' }],
  story: [{ story: '3' }, { story: 'vote on well12' }],
  ask: [{ question: 'What did Actor 7 say?' }, { question: 'When did the council vote on well12?' }],
  search: [{ words: 'council' }, { words: 'well12 vote' }],
  preview: [{ interest: 'asia' }],
  subscribe: [
    { interest: 'asia', times: '08:00' },
    { interest: 'story:3', as: 'both' },
  ],
  subscriptions: [{}],
  move: [{ subscription: '2' }],
  overview: [{}, { filter: 'asia' }],
  settings: [{}, { zone: 'Asia/Seoul' }],
  topics: [{}],
  why: [{ article: 'story:3' }, { article: 'https://news.example/a-12' }, { article: 'vote on well12' }],
  status: [{}],
  help: [{}],
};

const caller: Caller = {
  channel: { platform: 'local', workspaceId: 'w1', channelId: 'c1' },
  userId: 'u1',
  userName: 'u1',
  mayManage: true,
  managesServer: true,
  locale: 'en',
};

/**
 * Does everything that a service does over a bulk archive: every command, what is completed, archiving, planning, sending, correcting and
 * pruning. Throws where a command has nothing typed for it, so that none is forgotten. Gives what the commands answered.
 */
export async function exerciseService({ db, during }: QueryRecorder): Promise<ReadonlyMap<string, readonly string[]>> {
  const clock = new FakeClock(bulkNow.toString());
  const newsroom = await openNewsroom({ config: parseConfig('', 'plans'), db, clock, log: silentLog });
  const { storage, archiver } = newsroom;
  const handlers = createHandlers(newsroom);
  const answered = new Map<string, readonly string[]>();
  for (const command of commands) {
    const lines = typed[command.name];
    if (!lines) throw new Error(`Nothing is typed for /${command.name}; add a line to exercise-service.ts.`);
    answered.set(command.name, await during(`/${command.name}`, () => runAll(command.name, lines)));
    for (const [option, { completes }] of Object.entries(command.options)) {
      if (completes === undefined) continue;
      const call = { caller, command: command.name, option, typed: 'act' };
      await during(`completing ${option} of /${command.name}`, () => handlers.complete(call));
    }
  }
  for (const number of [1, 2, 1])
    await during('archiving', () =>
      archiver.archive(newArticle(number, clock.now()), { archivedAt: clock.now(), isSeed: false }),
    );
  const outbox = createNewsroomOutbox(newsroom, [new FakeChat()]);
  for (let hour = 0; hour < 10; hour++) {
    clock.advance({ hours: 1 });
    await during('a tick of the outbox', () => outbox.tick());
  }
  await outbox.stop();
  const { retention, archiveRetention } = storage;
  await during('pruning deliveries', () =>
    createPruner({ storage: retention, days: 90, clock, log: silentLog }).tick(),
  );
  const pruner = createArchivePruner({ storage: archiveRetention, days: 100, clock, log: silentLog });
  for (let step = 0; step < 2; step++) await during('pruning the archive', () => pruner.tick());
  await during('what feeds are asked', () => storage.feeds.states());
  await newsroom.charts.stop();
  return answered;

  async function runAll(command: string, lines: readonly Record<string, string>[]): Promise<readonly string[]> {
    const said: string[] = [];
    for (const options of lines) {
      const responder = new FakeResponder();
      await handlers.onCommand({ caller, command, options }, responder);
      said.push(responder.messages.at(-1)?.summary ?? '');
    }
    return said;
  }
}

function newArticle(number: number, now: Temporal.Instant) {
  return makeTestArticle({
    id: `plans:${number}`,
    headline: `Actor 7 opens bridge ${number}`,
    lead: 'Mayor Actor Seven said the bridge is open.',
    paragraphs: ['The council met.'],
    at: now.toString(),
  });
}
