import type { App } from '@slack/bolt';

/** Bolt believes a signature for five minutes, so that what is older cannot be sent again. */
const rememberedMs = 6 * 60_000;

/** Slack sends again what it saw no acknowledgement for, and a request that was recorded may be: each is obeyed once. */
export function ignoreRepeats(app: App): void {
  const isNew = createRecentIds();
  app.use(async ({ body, next, ...rest }) => {
    const { event_id: eventId, trigger_id: triggerId, type } = body as Record<string, unknown>;
    const id = type === 'block_suggestion' ? undefined : (eventId ?? triggerId);
    if (typeof id === 'string' && !isNew(id)) return acknowledge(rest);
    await next();
  });
}

/** Says of each id whether it is heard for the first time within six minutes. */
export function createRecentIds(nowMs: () => number = () => performance.now()): (id: string) => boolean {
  const heardAt = new Map<string, number>();
  return (id) => {
    for (const [oldest, at] of heardAt) {
      if (at > nowMs() - rememberedMs) break;
      heardAt.delete(oldest);
    }
    if (heardAt.has(id)) return false;
    heardAt.set(id, nowMs());
    return true;
  };
}

/** A repeat is still to be acknowledged, or it comes a third time. */
async function acknowledge(args: object): Promise<void> {
  const { ack } = args as { ack?: () => Promise<void> };
  await ack?.();
}
