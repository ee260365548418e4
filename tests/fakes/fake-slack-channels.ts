import { checkMessage } from '../chat/slack/block-rules.ts';
import type { FakeSlackFiles } from './fake-slack-files.ts';

export interface FakeMessage {
  readonly ts: string;
  readonly channel: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly thread_ts?: string;
  readonly metadata?: unknown;
  /** Set where only this person sees it. */
  readonly user?: string;
  /** The sender's look, where it is not the bot's. */
  readonly username?: string;
  readonly icon_url?: string;
}

export interface FakeChannel {
  members: string[];
  isArchived?: boolean;
  /** It is public, and nobody invited the bot. */
  isPublic?: boolean;
  /** Whether the bot was invited. */
  hasBot?: boolean;
  /** The code with which every post there is refused. */
  refuses?: string;
  /** Its admins let nobody reply in threads. */
  hasNoThreads?: boolean;
}

type Answer = Record<string, unknown>;
type Args = Readonly<Record<string, string>>;

/** https://docs.slack.dev/reference/methods/chat.update */
const mostUpdateText = 4_000;

/** Channels and what stands in them, as strict as Slack where it is documented. */
export class FakeSlackChannels {
  readonly all = new Map<string, FakeChannel>();
  /** What stands in the channels, and what single persons were shown, oldest first. */
  messages: FakeMessage[] = [];
  /** Blocks together, as JSON; longer ones are refused. Slack does not document it. */
  mostBlocksJson = 15_000;
  /** Refuses every message that has blocks. */
  refusesBlocks = false;
  /** Types of blocks that this workspace does not have. */
  lacksBlocks: readonly string[] = [];
  /** Distributed outside the Marketplace: 15 messages of a history at once. */
  isUnlisted = false;
  readonly problems: string[] = [];
  readonly unfurls: unknown[] = [];
  readonly #files: FakeSlackFiles;
  #clock = 1_700_000_000;

  constructor(files: FakeSlackFiles) {
    this.#files = files;
  }

  nextTs(): string {
    this.#clock += 1;
    return `${this.#clock}.000100`;
  }

  post(args: Args): Answer {
    const refusal = this.#refusal(args.channel) ?? this.#check(args);
    if (refusal) return { ok: false, error: refusal };
    if (args.thread_ts && this.all.get(args.channel ?? '')?.hasNoThreads)
      return { ok: false, error: 'restricted_action_non_threadable_channel' };
    const ts = this.nextTs();
    const { channel = '', text = '', thread_ts, metadata, user, username, icon_url } = args;
    this.messages.push({
      ts,
      channel,
      text,
      blocks: blocksOf(args),
      ...(thread_ts && { thread_ts }),
      ...(metadata && { metadata: JSON.parse(metadata) as unknown }),
      ...(user && { user }),
      ...(username && { username }),
      ...(icon_url && { icon_url }),
    });
    return { ok: true, ts, channel };
  }

  update(args: Args): Answer {
    if ((args.text ?? '').length > mostUpdateText) return { ok: false, error: 'msg_too_long' };
    const refusal = this.#check(args);
    if (refusal) return { ok: false, error: refusal };
    const known = this.messages.find(({ ts, channel }) => ts === args.ts && channel === args.channel);
    if (!known) return { ok: false, error: 'message_not_found' };
    const changed = { ...known, text: args.text ?? '', blocks: blocksOf(args) };
    this.messages = this.messages.map((each) => (each === known ? changed : each));
    return { ok: true, ts: args.ts };
  }

  delete(args: Args): Answer {
    const before = this.messages.length;
    this.messages = this.messages.filter(({ ts, channel }) => ts !== args.ts || channel !== args.channel);
    return this.messages.length < before ? { ok: true } : { ok: false, error: 'message_not_found' };
  }

  history(args: Args): Answer {
    return this.#page(args, (each) => each.thread_ts === undefined, true);
  }

  replies(args: Args): Answer {
    return this.#page(args, (each) => each.ts === args.ts || each.thread_ts === args.ts, false);
  }

  /** https://docs.slack.dev/reference/methods/conversations.info; a private channel that we are not in is not found. */
  info(args: Args): Answer {
    const channel = this.all.get(args.channel ?? '');
    if (!channel || channel.hasBot === false) return { ok: false, error: 'channel_not_found' };
    const { isArchived = false, isPublic = false } = channel;
    return {
      ok: true,
      channel: { id: args.channel, is_archived: isArchived, is_private: !isPublic, is_member: !isPublic },
    };
  }

  members(args: Args): Answer {
    const channel = this.all.get(args.channel ?? '');
    if (!channel || channel.hasBot === false) return { ok: false, error: 'channel_not_found' };
    return { ok: true, members: channel.members };
  }

  unfurl(args: Args): Answer {
    const unfurls = JSON.parse(args.unfurls ?? '{}') as Record<string, { fallback?: unknown; blocks: unknown }>;
    for (const { blocks, fallback } of Object.values(unfurls))
      this.problems.push(...checkMessage({ text: fallback, blocks }));
    this.unfurls.push({ channel: args.channel, ts: args.ts, unfurls });
    return { ok: true };
  }

  #page(args: Args, isWanted: (message: FakeMessage) => boolean, newestFirst: boolean): Answer {
    const refusal = this.#refusal(args.channel);
    if (refusal) return { ok: false, error: refusal };
    const visible = this.messages.filter((each) => each.channel === args.channel && each.user === undefined);
    const since = visible.filter(({ ts }) => Number(ts) > Number(args.oldest ?? 0) || ts === args.ts);
    const all = newestFirst ? since.filter(isWanted).toReversed() : since.filter(isWanted);
    const start = Number(args.cursor ?? 0);
    const most = this.isUnlisted ? 15 : 999;
    const end = start + Math.min(Number(args.limit ?? 100), most);
    const messages = all.slice(start, end).map(({ metadata, ...rest }) => ({
      ...rest,
      ...(args.include_all_metadata === 'true' && metadata ? { metadata } : {}),
    }));
    return { ok: true, messages, response_metadata: { next_cursor: end < all.length ? String(end) : '' } };
  }

  #refusal(id: string | undefined): string | undefined {
    const isPerson = id?.startsWith('U');
    const channel = this.all.get(id ?? '');
    if (!channel && !isPerson) return 'channel_not_found';
    if (channel?.isArchived) return 'is_archived';
    if (channel?.refuses) return channel.refuses;
    return channel?.hasBot === false ? 'not_in_channel' : undefined;
  }

  #check(args: Args): string | undefined {
    if (!args.blocks || args.blocks === '[]') return args.text ? undefined : 'no_text';
    if (this.refusesBlocks || this.lacks(blocksOf(args))) return 'invalid_blocks';
    if (args.blocks.length > this.mostBlocksJson) return 'msg_blocks_too_long';
    const problems = checkMessage({ text: args.text, blocks: blocksOf(args) });
    this.problems.push(...problems);
    return problems.length > 0 || !this.hasPictures(blocksOf(args)) ? 'invalid_blocks' : undefined;
  }

  /** Whether there are blocks that this workspace does not have. */
  lacks(blocks: readonly unknown[]): boolean {
    return (blocks as { type: string }[]).some(({ type }) => this.lacksBlocks.includes(type));
  }

  /** Whether the files that blocks show are there and ready. */
  hasPictures(blocks: readonly unknown[]): boolean {
    return this.#files.problemsOf(blocks).length === 0;
  }
}

function blocksOf(args: Args): unknown[] {
  return JSON.parse(args.blocks ?? '[]') as unknown[];
}
