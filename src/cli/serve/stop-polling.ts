import type { Poller } from '../../ingest/poll-feeds.ts';
import { systemTimer } from '../../runtime/timer.ts';

/** So long a page that is being read may take when the service stops. */
const lastPageMs = 3_000;

/** Entries in hand are archived; a host that takes longer is cut off and asked anew by the next start. */
export async function stopPolling(poller: Poller, http: { stop(): Promise<void> }): Promise<void> {
  const ended = new AbortController();
  const polled = poller.stop().finally(() => ended.abort());
  await Promise.race([polled, systemTimer.wait(lastPageMs, ended.signal)]);
  await http.stop();
  await polled;
}
