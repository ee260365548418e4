import type { Span } from '../../chat/message.ts';
import { paragraph, words } from '../../chat/write.ts';
import type { FeedStatus } from '../../ingest/feed-status.ts';
import { reasonInEnglish } from '../../wording/reason.ts';
import { printJson, printMessage } from '../print.ts';
import { openForAnswers } from '../temporary-newsroom.ts';

/** `kurzwelle feeds`: which feeds are read and which are not, from the archive's own record. */
export async function feeds({ json }: { readonly json?: boolean }): Promise<void> {
  const { services, storage } = await openForAnswers({});
  try {
    const { feeds: states } = await services.status();
    if (json) return printJson(states);
    printMessage({
      summary: `${states.length} feeds`,
      blocks:
        states.length === 0
          ? [paragraph('No feed was polled yet. Start the service with npm start.')]
          : [{ kind: 'list', items: states.map((state) => feedSpans(state, services.zone)) }],
    });
  } finally {
    await storage.close();
  }
}

function feedSpans(
  { name, health, problem, notes, interval, lastSuccessAt, nextPollAt }: FeedStatus,
  zone: string,
): Span[] {
  const time = (at: Temporal.Instant): Span => ({ kind: 'time', at: at.toString(), zone, precision: 'minute' });
  return [
    words(name, 'strong'),
    words(`  ${health}${problem ? `: ${reasonInEnglish(problem)}` : ''}`),
    ...(interval ? [words(` · ${interval}`)] : []),
    ...(lastSuccessAt ? [words(' · read '), time(lastSuccessAt)] : [words(' · never read')]),
    ...(nextPollAt ? [words(' · next '), time(nextPollAt)] : []),
    ...notes.map((note) => words(` · ${note}`, 'muted')),
  ];
}
