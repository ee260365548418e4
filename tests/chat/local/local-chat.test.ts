import { expect, it } from 'vitest';
import { createLocalChat, type LocalEvent } from '../../../src/chat/local/local-chat.ts';
import type { Message } from '../../../src/chat/message.ts';
import { chatContract } from '../../contracts/chat-contract.ts';
import { eventually } from '../../fakes/eventually.ts';
import { FakeChat } from '../../fakes/fake-chat.ts';
import { createMemoryPosts } from '../../fakes/memory-posts.ts';

const channel = { platform: 'local', workspaceId: 'local', channelId: 'newsroom' } as const;
const otherChannel = { ...channel, channelId: 'asia-desk' };
const lostChannel = { ...channel, channelId: 'closed-long-ago' };

function startedChat() {
  const clock = { now: () => Temporal.Instant.from('2024-03-05T08:00:00Z') };
  return createLocalChat({
    posts: createMemoryPosts(),
    clock,
    channels: [{ id: 'newsroom' }, { id: 'asia-desk', purpose: 'Asia, early' }],
  });
}

const saying = (summary: string): Message => ({ summary, blocks: [] });

chatContract('the local chat', async () => {
  const chat = startedChat();
  return {
    chat,
    channel,
    otherChannel,
    lostChannel,
    texts: async ({ channelId }) =>
      (await chat.recent(channelId, { limit: 100 })).map(({ message }) => message.summary),
  };
});

chatContract('the fake chat', async () => {
  const chat = new FakeChat({ channels: ['newsroom', 'asia-desk'] });
  return {
    chat,
    channel,
    otherChannel,
    lostChannel,
    texts: async ({ channelId }) =>
      chat.sent.filter(({ post }) => post.channelId === channelId).map(({ message }) => message.summary),
  };
});

it('tells watchers of posts, edits and removals until they turn away', async () => {
  const chat = startedChat();
  const events: LocalEvent[] = [];
  const unwatch = chat.watch((event) => void events.push(event));

  const post = await chat.post(channel, saying('First.'), { deliveryId: 'd-1' });
  await chat.post(channel, saying('First.'), { deliveryId: 'd-1' });
  await chat.edit(post, saying('Second.'));
  await chat.remove(post);
  unwatch();
  await chat.post(channel, saying('Unheard.'));

  expect(events.map(({ kind }) => kind)).toEqual(['posted', 'edited', 'removed']);
});

it('keeps when a post was made and edited, and what was asked', async () => {
  const chat = startedChat();
  const post = await chat.post(channel, saying('Answer.'), { asked: { by: 'Reader', line: '/who Mirela Danesh' } });
  await chat.edit(post, saying('Better answer.'));

  expect(await chat.recent('newsroom', { limit: 1 })).toMatchObject([
    {
      asked: { by: 'Reader', line: '/who Mirela Danesh' },
      postedAt: '2024-03-05T08:00:00Z',
      editedAt: '2024-03-05T08:00:00Z',
      message: { summary: 'Better answer.' },
    },
  ]);
});

it('lists the newest posts only, oldest of them first', async () => {
  const chat = startedChat();
  for (const text of ['one', 'two', 'three']) await chat.post(channel, saying(text));

  const summaries = (await chat.recent('newsroom', { limit: 2 })).map(({ message }) => message.summary);
  expect(summaries).toEqual(['two', 'three']);
  expect(await chat.recent('newsroom', { limit: 0 })).toEqual([]);
});

it('knows its channels only', () => {
  const chat = startedChat();
  expect(chat.channel('asia-desk')).toEqual(otherChannel);
  expect(chat.channel('__proto__')).toBeUndefined();
});

it('tells watchers of what another process posts and edits, once, and of none of it twice', async () => {
  const options = { posts: createMemoryPosts(), clock: { now: () => Temporal.Now.instant() }, lookEveryMs: 1 };
  const [mine, other] = [0, 1].map(() => createLocalChat({ ...options, channels: [{ id: 'newsroom' }] }));
  if (!mine || !other) throw new Error('There are two');
  await other.post(channel, saying('Before.'));
  const told: string[] = [];
  mine.watch((event) => {
    if (event.kind !== 'removed') told.push(`${event.kind} ${event.post.message.summary}`);
  });
  // What is posted before the first look is among what a page loads.
  await eventually(async () => {
    const post = await other.post(channel, saying('Probe.'));
    await new Promise(setImmediate);
    await other.remove(post);
    if (!told.includes('posted Probe.')) throw new Error('It does not look yet');
  });
  told.length = 0;

  const post = await other.post(channel, saying('News.'));
  await eventually(() => expect(told).toContain('posted News.'));
  await other.edit(post, saying('Corrected news.'));
  await eventually(() => expect(told).toContain('edited Corrected news.'));
  await mine.post(channel, saying('Mine.'));
  await other.post(channel, saying('Last.'));
  await eventually(() => expect(told).toContain('posted Last.'));
  expect(told.filter((one) => !one.includes('Probe'))).toEqual([
    ...['posted News.', 'edited Corrected news.', 'posted Mine.', 'posted Last.'],
  ]);
  await mine.stop();
});
