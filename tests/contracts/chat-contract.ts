import { describe, expect, it } from 'vitest';
import type { ChannelRef, Chat, ChatHandlers, PostRef } from '../../src/chat/chat.ts';
import type { Message } from '../../src/chat/message.ts';

export interface ChatUnderTest {
  readonly chat: Chat;
  readonly channel: ChannelRef;
  readonly otherChannel: ChannelRef;
  /** A channel that does not exist, or no more. */
  readonly lostChannel: ChannelRef;
  /** The texts that stand in a channel now, oldest first, replies in threads included. */
  texts(channel: ChannelRef): Promise<readonly string[]>;
}

/** What every chat platform promises, its fake included. `create` makes a chat with nothing in its channels. */
export function chatContract(name: string, create: () => Promise<ChatUnderTest>): void {
  describe(`${name} keeps the contract of a chat`, () => {
    it('posts a message in the channel named', async () => {
      const { chat, channel, otherChannel, texts } = await create();

      const post = await chat.post(channel, saying('The council meets.'));

      expect(post).toMatchObject(channel);
      expect(await texts(channel)).toEqual(['The council meets.']);
      expect(await texts(otherChannel)).toEqual([]);
    });

    it('posts once however often the same delivery is sent', async () => {
      const { chat, channel, texts } = await create();

      const first = await chat.post(channel, saying('Once.'), { deliveryId: 'delivery-1' });
      const second = await chat.post(channel, saying('Once.'), { deliveryId: 'delivery-1' });

      expect(second).toEqual(first);
      expect(await texts(channel)).toEqual(['Once.']);
    });

    it('posts twice what carries no delivery id, or another one', async () => {
      const { chat, channel, texts } = await create();

      await chat.post(channel, saying('Again.'));
      await chat.post(channel, saying('Again.'));
      await chat.post(channel, saying('Again.'), { deliveryId: 'delivery-1' });
      await chat.post(channel, saying('Again.'), { deliveryId: 'delivery-2' });

      expect(await texts(channel)).toHaveLength(4);
    });

    it('finds a delivery in the channel it went to, and nowhere else', async () => {
      const { chat, channel, otherChannel } = await create();

      const post = await chat.post(channel, saying('Found.'), { deliveryId: 'delivery-1' });

      expect(await chat.findDelivery(channel, 'delivery-1')).toEqual(post);
      expect(await chat.findDelivery(channel, 'delivery-2')).toBeUndefined();
      expect(await chat.findDelivery(otherChannel, 'delivery-1')).toBeUndefined();
    });

    it('edits a post in place', async () => {
      const { chat, channel, texts } = await create();
      const post = await chat.post(channel, saying('Twelve dead.'));
      await chat.post(channel, saying('Later.'));

      await chat.edit(post, saying('Eleven dead.'));

      expect(await texts(channel)).toEqual(['Eleven dead.', 'Later.']);
    });

    it('still finds a delivery after an edit', async () => {
      const { chat, channel } = await create();
      const post = await chat.post(channel, saying('Before.'), { deliveryId: 'delivery-1' });

      await chat.edit(post, saying('After.'));

      expect(await chat.findDelivery(channel, 'delivery-1')).toEqual(post);
    });

    it('removes a post, and does no harm when it is gone already', async () => {
      const { chat, channel, texts } = await create();
      const post = await chat.post(channel, saying('Gone soon.'));

      await chat.remove(post);
      await chat.remove(post);

      expect(await texts(channel)).toEqual([]);
    });

    it('refuses to edit a post that is gone', async () => {
      const { chat, channel } = await create();
      const post = await chat.post(channel, saying('Gone.'));
      await chat.remove(post);

      await expect(chat.edit(post, saying('Back.'))).rejects.toMatchObject({ name: 'ChatError', kind: 'lost-post' });
    });

    it('says that a channel is lost', async () => {
      const { chat, lostChannel } = await create();

      await expect(chat.post(lostChannel, saying('Hello?'))).rejects.toMatchObject({
        name: 'ChatError',
        kind: 'lost-channel',
      });
    });

    it('continues in the thread under a post, also from a reply there', async () => {
      const { chat, channel, texts } = await create();
      const root = await chat.post(channel, saying('The story.'));

      const reply = await chat.post(channel, saying('More of it.'), { thread: root });
      const further = await chat.post(channel, saying('And more.'), { thread: reply });

      expect(threadOf(reply)).toBe(threadOf(further));
      expect(reply.messageId).not.toBe(root.messageId);
      expect(await texts(channel)).toEqual(['The story.', 'More of it.', 'And more.']);
    });

    it('starts, and stops as often as asked', async () => {
      const { chat } = await create();

      await chat.start(silentHandlers);
      await chat.stop();
      await chat.stop();
    });
  });
}

const silentHandlers: ChatHandlers = {
  onCommand: async () => {},
  onAction: async () => {},
  onForm: async () => {},
  complete: async () => [],
};

function saying(text: string): Message {
  return { summary: text, blocks: [{ kind: 'paragraph', spans: [{ kind: 'text', text }] }] };
}

function threadOf({ threadId }: PostRef): string {
  expect(threadId).toBeDefined();
  return threadId ?? '';
}
