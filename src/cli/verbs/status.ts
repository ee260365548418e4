import { statusMessage } from '../../../commands/status.ts';
import type { Span } from '../../chat/message.ts';
import { paragraph, words } from '../../chat/write.ts';
import { type FeedStatus, intervalWords } from '../../ingest/feed-health.ts';
import { en } from '../../wording/en/index.ts';
import { reasonInEnglish } from '../../wording/reason.ts';
import { openForAnswers } from '../temporary-newsroom.ts';
import { printJson, printMessage } from '../terminal-output.ts';

/** `kurzwelle status`: what `/status` says, from the archive, also beside a running service. */
export async function status({ json }: { readonly json?: boolean }): Promise<void> {
  const { services, storage } = await openForAnswers({});
  try {
    // Since when the service runs is not in the archive: what this process knows of that is itself.
    const { startedAt: _own, ...facts } = await services.status();
    if (json) printJson(facts);
    else printMessage(statusMessage(facts, { zone: services.zone, say: en }));
  } finally {
    await storage.close();
  }
}

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
          ? [paragraph('No feed has been polled yet. Start the service with npm start.')]
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
    ...(interval ? [words(` · ${intervalWords(interval, en)}`)] : []),
    ...(lastSuccessAt ? [words(' · read '), time(lastSuccessAt)] : [words(' · never read')]),
    ...(nextPollAt ? [words(' · next '), time(nextPollAt)] : []),
    ...notes.map((note) => words(` · ${reasonInEnglish(note)}`, 'muted')),
  ];
}
