import {
  type ChannelRef,
  type Chat,
  ChatError,
  type ChatHandlers,
  type PostOptions,
  type PostRef,
  type UserRef,
} from '../../src/chat/chat.ts';
import type { Message } from '../../src/chat/message.ts';

export interface SentPost {
  readonly post: PostRef;
  readonly message: Message;
  readonly options: PostOptions;
}

/** A chat that remembers what was sent to it. Knows the channels it is given, or any when given none. */
export class FakeChat implements Chat {
  readonly platform = 'local';
  /** What stands in the channels now, in the order it was posted: edited as edited, removed as gone. */
  readonly sent: SentPost[] = [];
  /** Direct messages, in order. */
  readonly directMessages: { readonly user: UserRef; readonly message: Message }[] = [];
  handlers: ChatHandlers | undefined;
  readonly #channels: readonly string[] | undefined;
  readonly #postsAgain: boolean;
  readonly #failures: { readonly error: ChatError; readonly afterPosting: boolean }[] = [];
  #posted = 0;

  /** `postsAgain`: the platform has no nonce, so that the same delivery posted twice stands there twice. */
  constructor({
    channels,
    postsAgain = false,
  }: { readonly channels?: readonly string[]; readonly postsAgain?: boolean } = {}) {
    this.#channels = channels;
    this.#postsAgain = postsAgain;
  }

  /** The next call of `post` or `edit` throws this instead; several wait in line. `afterPosting`: it throws, and yet has posted. */
  failNext(error: ChatError, { afterPosting = false }: { readonly afterPosting?: boolean } = {}): void {
    this.#failures.push({ error, afterPosting });
  }

  async start(handlers: ChatHandlers): Promise<void> {
    this.handlers = handlers;
  }

  async stop(): Promise<void> {
    this.handlers = undefined;
  }

  async post(channel: ChannelRef, message: Message, options: PostOptions = {}): Promise<PostRef> {
    const failure = this.#failures.shift();
    if (failure && !failure.afterPosting) throw failure.error;
    if (this.#channels && !this.#channels.includes(channel.channelId)) {
      throw new ChatError(`There is no channel "${channel.channelId}"`, { kind: 'lost-channel' });
    }
    const known =
      options.deliveryId === undefined || this.#postsAgain
        ? undefined
        : await this.findDelivery(channel, options.deliveryId);
    if (known) return known;
    this.#posted += 1;
    const { thread } = options;
    const post = {
      ...channel,
      messageId: `post-${this.#posted}`,
      ...(thread && { threadId: thread.threadId ?? thread.messageId }),
    };
    this.sent.push({ post, message, options });
    if (failure) throw failure.error;
    return post;
  }

  async edit(post: PostRef, message: Message): Promise<PostRef> {
    const failure = this.#failures.shift();
    if (failure) throw failure.error;
    const index = this.#indexOf(post);
    const sent = this.sent[index];
    if (!sent) throw new ChatError(`There is no post ${post.messageId} to edit`, { kind: 'lost-post' });
    this.sent[index] = { ...sent, message };
    return post;
  }

  async remove(post: PostRef): Promise<void> {
    const index = this.#indexOf(post);
    if (index >= 0) this.sent.splice(index, 1);
  }

  async findDelivery({ channelId, workspaceId }: ChannelRef, deliveryId: string): Promise<PostRef | undefined> {
    return this.sent.find(
      ({ post, options }) =>
        post.channelId === channelId && post.workspaceId === workspaceId && options.deliveryId === deliveryId,
    )?.post;
  }

  async messageUser(user: UserRef, message: Message): Promise<void> {
    this.directMessages.push({ user, message });
  }

  #indexOf({ messageId, channelId }: PostRef): number {
    return this.sent.findIndex(({ post }) => post.messageId === messageId && post.channelId === channelId);
  }
}
