import { describe, expect, it, vi } from 'vitest';
import { createDiscordChat } from '../../../src/chat/discord/discord-chat.ts';
import type { Message, MessageBlock } from '../../../src/chat/message.ts';
import { context, paragraph } from '../../../src/chat/write.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { rateLimited } from '../../fakes/fake-discord.ts';
import { shownText, startDiscord } from './discord-service.ts';

const byStory = { deliveryId: 'd-1', look: { storyThreads: true } } as const;

function story(number: number, title: string, topic: string, says = 'It happened.'): MessageBlock[] {
  const url = `https://news.example/${number}`;
  return [
    {
      kind: 'heading',
      level: 2,
      spans: [
        { kind: 'text', text: `${number}  ` },
        { kind: 'link', text: title, url },
      ],
      topics: [topic],
    },
    {
      kind: 'paragraph',
      spans: [
        { kind: 'text', text: `${says} ` },
        { kind: 'citation', number, url: `${url}/source` },
      ],
    },
  ];
}

function briefingOf(says?: string): Message {
  const numbers = [1, 2, 3];
  return {
    summary: 'Harbor reopens · Vote in Estrel · Flood in the valley · News briefing',
    blocks: [
      { kind: 'heading', level: 1, spans: [{ kind: 'text', text: 'News briefing' }] },
      ...story(1, 'Harbor reopens', 'business'),
      ...story(2, 'Vote in Estrel', 'middle-east', says),
      ...story(3, 'Flood in the valley', 'environment'),
      { kind: 'divider' },
      {
        kind: 'sources',
        sources: numbers.map((number) => ({
          number,
          title: `Source ${number}`,
          url: `https://news.example/${number}/source`,
          publishedAt: '2024-03-05T08:00:00Z',
        })),
      },
      context('Next tomorrow'),
    ],
  };
}

describe('a briefing with a thread for each story', () => {
  it('is a message and a thread for each, mentioned and heard once', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();

    const post = await chat.post(refTo(newsroom.id), briefingOf(), { ...byStory, mention: '123456789012345678' });

    const posted = fake.store.in(newsroom.id);
    expect(posted.map(shownText)).toEqual([
      expect.stringMatching(
        /^<@&123456789012345678>\n## News briefing\n### 1 {2}\[Harbor reopens\][\s\S]*\[Source 1\]/u,
      ),
      expect.stringMatching(/^### 2 {2}\[Vote in Estrel\][\s\S]*\[Source 2\]/u),
      expect.stringMatching(/^### 3 {2}\[Flood in the valley\][\s\S]*\[Source 3\][\s\S]*-# Next tomorrow$/u),
    ]);
    expect(shownText(posted[1] ?? {})).not.toContain('Source 3');
    expect(posted.map(({ id }) => fake.store.channels.get(id)?.name)).toEqual([
      'Harbor reopens',
      'Vote in Estrel',
      'Flood in the valley',
    ]);
    expect(posted.map(({ flags }) => Number(flags) & 4_096)).toEqual([0, 4_096, 4_096]);
    expect(post).toMatchObject({ messageId: posted[2]?.id, stories: [posted[0]?.id, posted[1]?.id] });
  });

  it('is corrected, also after a restart, and removed', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    await chat.post(refTo(newsroom.id), briefingOf(), byStory);
    const restarted = createDiscordChat({ token: fake.token, api: fake.api, log: silentLog });
    const found = await restarted.findDelivery(refTo(newsroom.id), 'd-1');
    if (!found) throw new Error('the delivery is not found');

    expect(await restarted.edit(found, briefingOf('Nobody voted.'))).toEqual(found);

    expect(
      fake.store
        .everyIn(newsroom.id)
        .map(shownText)
        .map((text) => text.includes('Nobody voted.')),
    ).toEqual([false, true, false]);
    await restarted.remove(found);
    expect(fake.store.everyIn(newsroom.id)).toEqual([]);
  });

  it.each([
    ['a long wait for the first thread', { path: /\/threads$/, response: rateLimited(60) }, 'retryable'],
    ['an answer that is lost', { path: /\/messages$/, response: 'drop-after' }, 'ambiguous'],
  ] as const)('that %s interrupts is finished by a process started since', async (_name, fault, kind) => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    fake.addFault({ method: 'POST', ...fault });
    await expect(chat.post(refTo(newsroom.id), briefingOf(), byStory)).rejects.toMatchObject({ kind });
    expect(fake.store.in(newsroom.id)).toHaveLength(1);

    const restarted = createDiscordChat({ token: fake.token, api: fake.api, log: silentLog });
    expect(await restarted.findDelivery(refTo(newsroom.id), 'd-1')).toBeUndefined();
    await restarted.post(refTo(newsroom.id), briefingOf(), byStory);

    const posted = fake.store.in(newsroom.id);
    expect(posted.map((each) => /Harbor|Vote|Flood/u.exec(shownText(each))?.[0])).toEqual(['Harbor', 'Vote', 'Flood']);
    expect(posted.every(({ id }) => fake.store.channels.has(id))).toBe(true);
  });

  it('stands in the channel where no threads may be opened, of which its managers hear once', async () => {
    const onChannelLimited = vi.fn();
    const { fake, chat, newsroom, refTo } = await startDiscord({ chat: { onChannelLimited } });
    fake.store.deniesThreads.add(newsroom.id);

    await chat.post(refTo(newsroom.id), briefingOf(), byStory);

    expect(fake.store.in(newsroom.id)).toHaveLength(3);
    expect(onChannelLimited.mock.calls).toEqual([[refTo(newsroom.id), 'no-threads']]);
    expect(fake.requests.filter(({ path }) => path.endsWith('/threads'))).toHaveLength(1);
  });

  it('is one post where it has no story, and in a thread', async () => {
    const { fake, chat, newsroom, refTo } = await startDiscord();
    const thread = fake.store.addChannel({ type: 11, guild_id: fake.guildId, parent_id: newsroom.id, name: 'talk' });

    await chat.post(refTo(thread.id), briefingOf(), byStory);
    await chat.post(
      refTo(newsroom.id),
      { summary: 'Quiet', blocks: [paragraph('Nothing new.')] },
      { ...byStory, deliveryId: 'd-2' },
    );

    expect(fake.store.in(thread.id)).toHaveLength(1);
    expect(fake.store.in(newsroom.id).map(shownText)).toEqual(['Nothing new.']);
  });

  it('in a forum is a post for each, tagged by its topic, once', async () => {
    const { fake, chat, refTo } = await startDiscord();
    const available_tags = [
      { id: '55', name: 'Middle East' },
      { id: '56', name: 'Environment' },
    ];
    const forum = fake.store.addChannel({ type: 15, guild_id: fake.guildId, name: 'stories', available_tags });

    const post = await chat.post(refTo(forum.id), briefingOf(), byStory);
    const restarted = createDiscordChat({ token: fake.token, api: fake.api, log: silentLog });
    expect(await restarted.post(refTo(forum.id), briefingOf(), byStory)).toEqual(post);

    const posts = [...fake.store.channels.values()].filter(({ parent_id: parent }) => parent === forum.id);
    expect(posts.map(({ name, applied_tags: tags }) => [name, tags])).toEqual([
      ['Harbor reopens', []],
      ['Vote in Estrel', ['55']],
      ['Flood in the valley', ['56']],
    ]);
    await restarted.edit(post, briefingOf('Nobody voted.'));
    expect(shownText(fake.store.in(posts[1]?.id ?? '')[0] ?? {})).toContain('Nobody voted.');
    await restarted.remove(post);
    expect(fake.store.everyIn(forum.id)).toEqual([]);
  });

  it.each(['components', 'embeds'] as const)('comes from its own name in %s, a message for each', async (style) => {
    const { fake, chat, newsroom, refTo } = await startDiscord({ chat: { style } });
    const look = { storyThreads: true, name: 'Asia desk' };

    const post = await chat.post(refTo(newsroom.id), briefingOf(), { deliveryId: 'd-1', look });
    expect(await chat.post(refTo(newsroom.id), briefingOf(), { deliveryId: 'd-1', look })).toEqual(post);

    expect(fake.store.in(newsroom.id)).toHaveLength(3);
    expect(
      fake.store.in(newsroom.id).every(({ webhook_id: id }) => (id !== undefined) === (style === 'components')),
    ).toBe(true);
  });
});
