export interface StoredMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly author: { readonly id: string; readonly username: string; readonly bot: boolean };
  readonly nonce?: string;
  readonly [property: string]: unknown;
}

export interface StoredChannel {
  readonly id: string;
  readonly type: number;
  readonly guild_id?: string;
  readonly name?: string;
  readonly parent_id?: string;
  readonly owner_id?: string;
  readonly flags?: number;
  readonly available_tags?: readonly { readonly id: string; readonly name: string; readonly moderated?: boolean }[];
  readonly applied_tags?: readonly string[];
  readonly permission_overwrites?: readonly object[];
  readonly thread_metadata?: { readonly archived: boolean; readonly locked: boolean };
}

export interface StoredWebhook {
  readonly id: string;
  readonly token: string;
  readonly type: 1;
  readonly name: string;
  readonly channel_id: string;
  readonly application_id: string | null;
}

const hasThread = 1 << 5;

/** What a fake Discord holds. Ids rise like Discord's, so that newer is greater. */
export class FakeDiscordStore {
  readonly bot = { id: '900000000000000001', username: 'kurzwelle', discriminator: '0000', bot: true };
  readonly applicationId = '900000000000000001';
  readonly channels = new Map<string, StoredChannel>();
  readonly messages = new Map<string, StoredMessage>();
  readonly crossposted: string[] = [];
  readonly webhooks = new Map<string, StoredWebhook>();
  readonly roles: { readonly id: string; readonly permissions: string }[] = [];
  readonly botRoles: string[] = [];
  /** Channels where the bot may open no thread. */
  readonly deniesThreads = new Set<string>();
  commands: Record<string, unknown>[] = [];
  #last = 1_100_000_000_000_000_000n;

  nextId(): string {
    this.#last += 1n;
    return String(this.#last);
  }

  addChannel(channel: Omit<StoredChannel, 'id'> & { readonly id?: string }): StoredChannel {
    const stored = { ...channel, id: channel.id ?? this.nextId() };
    this.channels.set(stored.id, stored);
    return stored;
  }

  addMessage(channelId: string, body: Record<string, unknown>, id = this.nextId()): StoredMessage {
    const { nonce, enforce_nonce, allowed_mentions: mentions, ...kept } = body;
    const twin = enforce_nonce ? [...this.messages.values()].find((message) => message.nonce === nonce) : undefined;
    if (twin) return twin;
    const message = {
      content: '',
      ...kept,
      id,
      channel_id: channelId,
      author: this.bot,
      mention_roles: (mentions as { roles?: string[] } | undefined)?.roles ?? [],
      ...(typeof nonce === 'string' && { nonce }),
    };
    this.messages.set(id, message);
    this.archive(channelId, false);
    return message;
  }

  addWebhook(channelId: string, name: string, owner: string | null = this.applicationId): StoredWebhook {
    const id = this.nextId();
    const webhook = { id, token: `secret-${id}`, type: 1 as const, name, channel_id: channelId, application_id: owner };
    this.webhooks.set(id, webhook);
    return webhook;
  }

  /** A message under which a thread was opened says so, whatever is edited of it. */
  markThread(messageId: string): void {
    const message = this.messages.get(messageId);
    if (message) this.messages.set(messageId, { ...message, flags: Number(message.flags ?? 0) | hasThread });
  }

  /** A thread falls asleep when nobody wrote for long, and wakes when somebody does. */
  archive(channelId: string, archived = true): void {
    const channel = this.channels.get(channelId);
    if (channel?.type !== 11) return;
    this.channels.set(channelId, {
      ...channel,
      thread_metadata: { locked: false, ...channel.thread_metadata, archived },
    });
  }

  isArchived(channelId: string): boolean {
    return this.channels.get(channelId)?.thread_metadata?.archived === true;
  }

  in(channelId: string): StoredMessage[] {
    return [...this.messages.values()].filter((message) => message.channel_id === channelId);
  }

  /** In a channel and the threads under it, oldest first. */
  everyIn(channelId: string): StoredMessage[] {
    const threads = [...this.channels.values()].filter(({ parent_id: parent }) => parent === channelId);
    return [channelId, ...threads.map(({ id }) => id)]
      .flatMap((id) => this.in(id))
      .toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
  }
}
