import {
  type ChannelRef,
  type Chat,
  ChatError,
  type DeliveryPace,
  type Platform,
  type PostOptions,
  type PostRef,
  type UserRef,
} from '../../src/chat/chat.ts';
import type { Message } from '../../src/chat/message.ts';
import type { PlatformAnswer, PlatformRequest } from './fake-platform.ts';

/** The way to a fake platform: in this process, or over the network. */
export interface PlatformApi {
  post(request: PlatformRequest): Promise<PlatformAnswer>;
  /** Undefined where the platform's history cannot be searched. */
  find?(channelId: string, deliveryId: string): Promise<string | undefined>;
}

export interface PlatformChatOptions {
  readonly platform: Platform;
  readonly api: PlatformApi;
  readonly pace?: DeliveryPace;
}

/** A chat over a fake platform, as thin as an adapter can be. */
export class PlatformChat implements Chat {
  readonly platform: Platform;
  readonly pace: DeliveryPace;
  /** What the next messages to persons meet, in turn. */
  readonly refusals: ChatError[] = [];
  readonly directMessages: { readonly user: UserRef; readonly message: Message }[] = [];
  readonly #api: PlatformApi;

  constructor({ platform, api, pace = {} }: PlatformChatOptions) {
    this.platform = platform;
    this.pace = pace;
    this.#api = api;
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  async edit(post: PostRef): Promise<PostRef> {
    return post;
  }
  async remove(): Promise<void> {}

  async post(channel: ChannelRef, _message: Message, { deliveryId = '' }: PostOptions = {}): Promise<PostRef> {
    const { workspaceId, channelId } = channel;
    const answer = await this.#api.post({ workspaceId, channelId, deliveryId });
    if (answer.kind === 'posted') return { ...channel, messageId: answer.messageId };
    throw errorOf(answer);
  }

  async findDelivery(channel: ChannelRef, deliveryId: string): Promise<PostRef | undefined> {
    const messageId = await this.#api.find?.(channel.channelId, deliveryId);
    return messageId === undefined ? undefined : { ...channel, messageId };
  }

  async messageUser(user: UserRef, message: Message): Promise<void> {
    const refusal = this.refusals.shift();
    if (refusal) throw refusal;
    this.directMessages.push({ user, message });
  }
}

function errorOf(answer: Exclude<PlatformAnswer, { kind: 'posted' }>): ChatError {
  switch (answer.kind) {
    case 'limited':
      return new ChatError('Too many requests', {
        kind: 'retryable',
        retryAfterMs: answer.retryAfterMs,
        retryScope: answer.scope,
      });
    case 'broken':
      return new ChatError('The platform is broken', { kind: 'retryable' });
    case 'silent':
      return new ChatError('No answer in time', { kind: 'ambiguous' });
    case 'refused':
      return new ChatError(`The platform refuses: ${answer.why}`, { kind: answer.why });
  }
}
