import type { Caller } from '../../src/chat/chat.ts';
import type { Message } from '../../src/chat/message.ts';
import { parseConfig } from '../../src/config/config.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createHandlers } from '../../src/services/handlers.ts';
import { openNewsroom } from '../../src/services/newsroom.ts';
import { createNewsroomOutbox } from '../../src/services/outbox.ts';
import { openMemoryDatabase } from '../../src/storage/database.ts';
import { FakeChat } from '../fakes/fake-chat.ts';
import { FakeClock } from '../fakes/fake-clock.ts';
import { FakeResponder } from '../fakes/fake-responder.ts';
import { patientCharts } from '../fakes/patient-charts.ts';
import { makeTestArticle, type TestArticle } from '../fixtures/make-test-article.ts';

const channelOf = (channelId: string) => ({ platform: 'local', workspaceId: 'w', channelId }) as const;

/** An article for an archive. */
export const ferry = {
  id: 'dw:7',
  headline: 'Ferry runs aground off Penang',
  lead: 'A ferry with 200 people on board has run aground off the Malaysian island of Penang.',
  paragraphs: ['Harbor master Lim Wei said on Wednesday that everybody was brought ashore unhurt.'],
  topics: ['asia'],
};

/** The whole service without network: what people type and press, and what is posted, on a clock of its own. */
export async function openTestNewsroom(at: string, configuration = 'briefings: { quiet: daily }') {
  const clock = new FakeClock(at);
  const chat = new FakeChat();
  const { archive: answers, ...newsroom } = await openNewsroom({
    config: parseConfig(configuration, 'test'),
    db: await openMemoryDatabase(),
    clock,
    log: silentLog,
    charts: patientCharts(),
  });
  const handlers = createHandlers(newsroom);
  const outbox = createNewsroomOutbox({ ...newsroom, archive: answers }, [chat]);
  const callerIn = (channelId: string, mayManage = true, userId = 'u1'): Caller => ({
    channel: channelOf(channelId),
    userId,
    userName: userId,
    mayManage,
    locale: 'en',
  });
  return {
    ...newsroom,
    answers,
    clock,
    chat,
    outbox,
    handlers,
    callerIn,

    async command(name: string, options: Record<string, string> = {}, caller = callerIn('here')): Promise<string> {
      const responder = new FakeResponder();
      await handlers.onCommand({ caller, command: name, options }, responder);
      return textOf(responder.messages.at(-1));
    },

    async press(action: string, value: string, caller = callerIn('here')): Promise<string> {
      const responder = new FakeResponder();
      const post = { ...caller.channel, messageId: 'm' };
      await handlers.onAction({ caller, action, value, post }, responder);
      return textOf(responder.messages.at(-1)) || (responder.said.at(-1)?.text ?? '');
    },

    async submit(action: string, reference: string, answers: Record<string, string>, caller = callerIn('here')) {
      const responder = new FakeResponder();
      await handlers.onForm({ caller, action, reference, answers }, responder);
      return textOf(responder.messages.at(-1));
    },

    async archive(article: Omit<TestArticle, 'at'> & { readonly at?: string }): Promise<void> {
      const published = makeTestArticle({ at: clock.now().toString(), ...article });
      await newsroom.archiver.archive(published, { archivedAt: clock.now(), isSeed: false });
    },

    /** Goes on to an instant, tick by tick of a quarter of an hour. */
    async runTo(instant: string): Promise<void> {
      for (const end = Temporal.Instant.from(instant); Temporal.Instant.compare(clock.now(), end) < 0; ) {
        clock.advance({ minutes: 15 });
        await outbox.tick();
      }
    },

    async close(): Promise<void> {
      await outbox.stop();
      await newsroom.storage.close();
    },
  };
}

export type TestNewsroom = Awaited<ReturnType<typeof openTestNewsroom>>;

/** Everything a message says, for looking into. */
export function textOf(message: Message | undefined): string {
  return (message?.blocks ?? [])
    .map((block) => {
      if (block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'context')
        return block.spans.map((span) => ('text' in span ? span.text : 'at' in span ? span.at : '')).join('');
      if (block.kind === 'list')
        return block.items.map((spans) => spans.map((span) => ('text' in span ? span.text : '')).join('')).join('\n');
      if (block.kind === 'fields')
        return block.fields
          .map(({ name, value }) => `${name}: ${value.map((span) => ('text' in span ? span.text : '')).join('')}`)
          .join('\n');
      if (block.kind === 'actions') return block.items.map((item) => `[${item.label}]`).join(' ');
      return '';
    })
    .join('\n');
}
