/**
 * One message a second in a channel, of which "short bursts" may be more, and "several hundred" a minute in a workspace. How many exactly Slack
 * does not say: a burst of three, and three hundred. https://docs.slack.dev/apis/web-api/rate-limits
 */
const documented = { burst: 3, perChannelMs: 1_000, perWorkspace: 300, workspaceMs: 60_000 };

/** Counts messages as Slack does, parts of a thread for their channel. Messages that were refused are not counted. */
export class FakeSlackPace {
  readonly #nowMs: () => number;
  /** When a channel has its whole burst again. */
  readonly #restedAtMs = new Map<string, number>();
  #posted: readonly number[] = [];

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Counts a message; gives the seconds of a Retry-After where it comes too soon. */
  take(channel: string): number | undefined {
    const { burst, perChannelMs, perWorkspace, workspaceMs } = documented;
    const now = this.#nowMs();
    const restedAt = Math.max(this.#restedAtMs.get(channel) ?? now, now);
    this.#posted = this.#posted.filter((at) => at > now - workspaceMs);
    const [oldest = now] = this.#posted;
    const channelWaitMs = restedAt - now - (burst - 1) * perChannelMs;
    const workspaceWaitMs = this.#posted.length < perWorkspace ? 0 : oldest + workspaceMs - now;
    const waitMs = Math.max(channelWaitMs, workspaceWaitMs);
    if (waitMs > 0) return Math.ceil(waitMs / 1_000);
    this.#restedAtMs.set(channel, restedAt + perChannelMs);
    this.#posted = [...this.#posted, now];
    return undefined;
  }
}
