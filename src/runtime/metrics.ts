import { Counter, collectDefaultMetrics, Histogram, type Registry } from 'prom-client';
import type { CallOutcome } from '../chat/dispatch-options.ts';
import type { PollResult } from '../ingest/poll-feed.ts';
import { createServiceGauges, type ServiceFigures } from './service-gauges.ts';
import type { ErrorOrigin } from './unexpected-errors.ts';

/** A command, button or form of a person. `name` is one of ours: what people typed would make ever new series. */
export interface CountedCall {
  readonly kind: 'command' | 'action' | 'form';
  readonly name: string;
}

/** What the service counts, in the text format of Prometheus. Described for operators in docs/observability.md. */
export interface Metrics {
  recordPoll(result: PollResult): void;
  /** A feed or page whose reading took more time or memory than any real one takes. */
  recordGivenUp(kind: string, limit: string): void;
  recordCall(call: CountedCall, outcome: CallOutcome, seconds: number): void;
  /** A post, edit or look for one on a platform; the outcome is `ok` or a ChatError's kind. */
  recordRequest(platform: string, what: 'post' | 'edit' | 'look', outcome: string, seconds: number): void;
  /** A platform asked for a pause. */
  recordPause(platform: string, scope: string, seconds: number): void;
  /** From when a briefing was due to when it was sent. */
  recordDelivered(secondsLate: number): void;
  /** A step of the work, such as a span of it. */
  recordStep(step: string, seconds: number): void;
  /** An uncaught error, by its origin. */
  recordUnexpected(origin: ErrorOrigin): void;
  /** All of it, with figures of now. */
  render(figures: ServiceFigures): Promise<{ readonly contentType: string; readonly body: string }>;
}

const quick = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];
const minutes = [1, 5, 15, 30, 60, 120, 300, 900, 3_600, 14_400];

/** Counters of the service in a registry of its own, with those of the process. */
export function createMetrics(registry: Registry): Metrics {
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string, labelNames: string[] = []): Counter =>
    new Counter({ name, help, labelNames, registers });
  const histogram = (name: string, help: string, buckets: number[], labelNames: string[] = []): Histogram =>
    new Histogram({ name, help, buckets, labelNames, registers });
  const polls = counter('kurzwelle_polls_total', 'Polls of feeds by outcome; a failed one by its trouble.', [
    'outcome',
  ]);
  const entries = counter(
    'kurzwelle_entries_total',
    'Entries of feeds that were new or changed, by what became of them.',
    ['state'],
  );
  const givenUp = counter(
    'kurzwelle_documents_given_up_total',
    'Feeds and pages given up, by what they took too much of: time, memory, or depth of nesting.',
    ['kind', 'limit'],
  );
  const articles = counter('kurzwelle_articles_archived_total', 'Articles archived, each revision counted.');
  const calls = counter('kurzwelle_calls_total', 'Commands, buttons and forms by name and outcome.', [
    'kind',
    'name',
    'outcome',
  ]);
  const callSeconds = histogram('kurzwelle_call_seconds', 'From a call to the end of its answer.', quick, ['kind']);
  const requests = counter(
    'kurzwelle_chat_requests_total',
    "Posts, edits and looks for a post by platform and outcome: ok, or the error's kind.",
    ['platform', 'what', 'outcome'],
  );
  const requestSeconds = histogram('kurzwelle_chat_request_seconds', 'How long a platform takes.', quick, ['platform']);
  const pauses = counter('kurzwelle_chat_pauses_total', 'Pauses that a platform asked for, by whose limit it was.', [
    'platform',
    'scope',
  ]);
  const pauseSeconds = counter('kurzwelle_chat_pause_seconds_total', 'Length of these pauses.', ['platform']);
  const late = histogram(
    'kurzwelle_delivery_delay_seconds',
    'From when a briefing was due to when it was sent.',
    minutes,
  );
  const steps = histogram('kurzwelle_step_seconds', 'How long the steps of the work take, by step.', quick, ['step']);
  const unexpected = counter(
    'kurzwelle_unexpected_errors_total',
    'Errors that nobody caught, by origin: outside (a packet or connection), or inside, after which the service starts anew.',
    ['origin'],
  );
  const renderGauges = createServiceGauges(registry);
  return {
    recordPoll(result) {
      polls.inc({ outcome: result.kind === 'failed' ? `failed-${result.trouble}` : result.kind });
      if (result.kind !== 'read') return;
      articles.inc(result.stored);
      for (const [state, count] of Object.entries(result.states)) entries.inc({ state }, count);
    },
    recordGivenUp: (kind, limit) => givenUp.inc({ kind, limit }),
    recordCall({ kind, name }, outcome, seconds) {
      calls.inc({ kind, name, outcome });
      callSeconds.observe({ kind }, seconds);
    },
    recordRequest(platform, what, outcome, seconds) {
      requests.inc({ platform, what, outcome });
      requestSeconds.observe({ platform }, seconds);
    },
    recordPause(platform, scope, seconds) {
      pauses.inc({ platform, scope });
      pauseSeconds.inc({ platform }, seconds);
    },
    recordDelivered: (secondsLate) => late.observe(Math.max(0, secondsLate)),
    recordStep: (step, seconds) => steps.observe({ step }, seconds),
    recordUnexpected: (origin) => unexpected.inc({ origin }),
    async render(figures) {
      renderGauges(figures);
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}
