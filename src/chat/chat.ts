import type { ChatHandlers } from './chat-calls.ts';
import type { Message } from './message.ts';
import type { ChannelRef, Platform, PostRef, UserRef } from './platforms.ts';

export type {
  ActionCall,
  Caller,
  ChannelLimit,
  ChatHandlers,
  CommandCall,
  CompletionCall,
  FormCall,
  LineCall,
  LinkCall,
  MessageCommandCall,
  Responder,
  RespondOptions,
} from './chat-calls.ts';
export { ChatError, type RetryScope } from './chat-error.ts';
export type { ChannelRef, Platform, PostRef, UserRef } from './platforms.ts';

export interface PostOptions {
  /** Marks the message on the platform (Discord nonce, Slack metadata), so that a retry cannot duplicate it. */
  readonly deliveryId?: string;
  /** Post into the thread of this message. */
  readonly thread?: PostRef;
  /** Without sound or badge, if the platform supports that. */
  readonly quiet?: boolean;
  /** The single role (Discord) or user group (Slack) that the subscription mentions, by id. Never taken from text. */
  readonly mention?: string;
  /** The subscription's own appearance, if the platform and our rights allow it; else the bot's. */
  readonly look?: PostLook;
}

/** The appearance of a post's sender, and how far it goes. */
export interface PostLook {
  readonly name?: string;
  /** https address of the avatar. */
  readonly pictureUrl?: string;
  /** "#rrggbb", instead of the topic's. */
  readonly color?: string;
  /** Whether posts in an announcement channel of Discord are published to its followers; without it as the operator set. */
  readonly publish?: boolean;
  /** Discord: each story is posted by itself, with a thread of its own, or as a forum's post; without it all are one post. */
  readonly storyThreads?: boolean;
}

/** A number of messages per time span. */
export interface Rate {
  readonly messages: number;
  readonly perMs: number;
}

/** The documented rate limits of a platform. Limits at run time arrive as a ChatError with `retryAfterMs`. */
export interface DeliveryPace {
  /** For all workspaces together. */
  readonly platform?: Rate;
  readonly workspace?: Rate;
  readonly channel?: Rate;
}

/** The port to a chat platform. Throws only ChatError. */
export interface Chat {
  readonly platform: Platform;
  /** Absent without limits. */
  readonly pace?: DeliveryPace;
  start(handlers: ChatHandlers): Promise<void>;
  /** Finishes the work in progress, then disconnects. */
  stop(): Promise<void>;
  post(channel: ChannelRef, message: Message, options?: PostOptions): Promise<PostRef>;
  /** Gives the post as it is now: how many parts it has may have changed. */
  edit(post: PostRef, message: Message): Promise<PostRef>;
  remove(post: PostRef): Promise<void>;
  /** The post that carries this delivery id, if the platform has it: resolves a send whose end is not known. */
  findDelivery(channel: ChannelRef, deliveryId: string, where?: LookupOptions): Promise<PostRef | undefined>;
  /** A direct message to one person, where the platform has such. */
  messageUser?(user: UserRef, message: Message): Promise<void>;
}

/** What narrows the search for a post down. */
export interface LookupOptions {
  /** It was not posted before. */
  readonly since?: Temporal.Instant;
  /** It is in the thread of this post. */
  readonly thread?: PostRef;
}
