import { Counter, collectDefaultMetrics, Gauge, Histogram, type Registry } from 'prom-client';
import type { CallOutcome } from '../chat/dispatch-options.ts';
import type { PollResult } from '../ingest/poll-feed.ts';
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
  /** Time from when a briefing was due until it was sent. */
  recordDelivered(secondsLate: number): void;
  /** Statements that readers were shown. */
  recordStatements(count: number): void;
  /** A reader reported a line: wrong, outdated, other-story or told-before. */
  recordReport(kind: string): void;
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
  const polls = counter('kurzwelle_polls_total', 'Polls of feeds by outcome; failed ones by the problem.', ['outcome']);
  const entries = counter('kurzwelle_entries_total', 'New and changed entries of feeds, by what became of them.', [
    'state',
  ]);
  const givenUp = counter(
    'kurzwelle_documents_given_up_total',
    'Feeds and pages given up, by the limit they exceeded: time, memory, or depth of nesting.',
    ['kind', 'limit'],
  );
  const articles = counter('kurzwelle_articles_archived_total', 'Archived articles; each revision counts.');
  const calls = counter('kurzwelle_calls_total', 'Commands, buttons and forms by name and outcome.', [
    'kind',
    'name',
    'outcome',
  ]);
  const callSeconds = histogram('kurzwelle_call_seconds', 'Time from a call to the end of its answer.', quick, [
    'kind',
  ]);
  const requests = counter(
    'kurzwelle_chat_requests_total',
    'Posts, edits and lookups of posts by platform and outcome: ok, or the kind of error.',
    ['platform', 'what', 'outcome'],
  );
  const requestSeconds = histogram('kurzwelle_chat_request_seconds', 'How long the platform took to respond.', quick, [
    'platform',
  ]);
  const pauses = counter(
    'kurzwelle_chat_pauses_total',
    'Pauses that a platform asked for, by the scope of its limit.',
    ['platform', 'scope'],
  );
  const pauseSeconds = counter('kurzwelle_chat_pause_seconds_total', 'Total length of these pauses.', ['platform']);
  const late = histogram(
    'kurzwelle_delivery_delay_seconds',
    'Time from when a briefing was due until it was sent.',
    minutes,
  );
  const steps = histogram('kurzwelle_step_seconds', 'Duration of each step of the work.', quick, ['step']);
  const unexpected = counter(
    'kurzwelle_unexpected_errors_total',
    'Uncaught errors by origin: outside (a packet or connection), or inside, which makes the service restart.',
    ['origin'],
  );
  const statements = counter('kurzwelle_statements_shown_total', 'Quoted statements in posts and answers.');
  const reports = counter('kurzwelle_line_reports_total', 'Lines that readers reported, by what is wrong with them.', [
    'kind',
  ]);
  const reportRate = new Gauge({
    name: 'kurzwelle_line_reports_per_thousand_statements',
    help: 'Reported lines per 1,000 statements shown since the start.',
    registers,
  });
  const since = { reports: 0, statements: 0 };
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
    recordStatements(count) {
      statements.inc(count);
      since.statements += count;
    },
    recordReport(kind) {
      reports.inc({ kind });
      since.reports += 1;
    },
    recordStep: (step, seconds) => steps.observe({ step }, seconds),
    recordUnexpected: (origin) => unexpected.inc({ origin }),
    async render(figures) {
      renderGauges(figures);
      reportRate.set(since.statements === 0 ? 0 : (since.reports / since.statements) * 1_000);
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}

/** The metrics of the service; without those from the archive if it cannot be read. */
export interface ServiceFigures {
  readonly feeds?: readonly {
    readonly id: string;
    readonly health: string;
    readonly lastSuccessAt?: Temporal.Instant;
  }[];
  readonly articles?: number;
  readonly stories?: number;
  readonly subscriptions?: number;
  readonly deliveries?: Readonly<Partial<Record<string, number>>>;
  readonly model?: { readonly written: number; readonly quoted: number; readonly dropped: number };
  /** Bytes; unknown on a database server. */
  readonly disk?: { readonly free: number; readonly database: number };
  /** Why the service is not ready, by what was looked at. */
  readonly unready: readonly { readonly check: string }[];
}

const healths = ['ok', 'new', 'failing', 'gone', 'html', 'empty', 'stale'];
const states = ['due', 'claimed', 'sent', 'retrying', 'suspended', 'dead', 'missed'];

/** Gauges that are set from the figures whenever somebody asks for the metrics. */
function createServiceGauges(registry: Registry): (figures: ServiceFigures) => void {
  const gauge = (name: string, help: string, labelNames: string[] = []): Gauge =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const feeds = gauge('kurzwelle_feeds', 'Configured feeds by health.', ['health']);
  const lastRead = gauge('kurzwelle_feed_last_read_timestamp_seconds', 'When each feed was last read.', ['feed']);
  const articles = gauge('kurzwelle_articles', 'Articles in the archive.');
  const stories = gauge('kurzwelle_stories', 'Stories in the archive.');
  const subscriptions = gauge('kurzwelle_subscriptions', 'Subscriptions of all channels.');
  const deliveries = gauge('kurzwelle_deliveries', 'Stored deliveries by state.', ['state']);
  const texts = gauge('kurzwelle_model_texts', 'Texts since the start: written by the model, or quoted instead.', [
    'outcome',
  ]);
  const dropped = gauge(
    'kurzwelle_model_statements_dropped',
    'Statements by the model that the gate dropped since the start.',
  );
  const free = gauge('kurzwelle_disk_free_bytes', 'Free space on the disk of the data folder.');
  const size = gauge('kurzwelle_database_bytes', 'Size of the SQLite database including its write-ahead log.');
  const ready = gauge('kurzwelle_ready', '1 if /readyz reports that the service is ready, otherwise 0.');
  const unready = gauge('kurzwelle_unready', '1 for each reason why the service is not ready.', ['check']);
  return (figures) => {
    for (const health of healths) feeds.set({ health }, count(figures.feeds, health));
    lastRead.reset();
    for (const { id, lastSuccessAt } of figures.feeds ?? [])
      if (lastSuccessAt) lastRead.set({ feed: id }, lastSuccessAt.epochMilliseconds / 1_000);
    articles.set(figures.articles ?? Number.NaN);
    stories.set(figures.stories ?? Number.NaN);
    subscriptions.set(figures.subscriptions ?? Number.NaN);
    for (const state of states)
      deliveries.set({ state }, figures.deliveries ? (figures.deliveries[state] ?? 0) : Number.NaN);
    texts.set({ outcome: 'written' }, figures.model?.written ?? 0);
    texts.set({ outcome: 'quoted' }, figures.model?.quoted ?? 0);
    dropped.set(figures.model?.dropped ?? 0);
    free.set(figures.disk?.free ?? Number.NaN);
    size.set(figures.disk?.database ?? Number.NaN);
    ready.set(figures.unready.length === 0 ? 1 : 0);
    unready.reset();
    for (const { check } of figures.unready) unready.set({ check }, 1);
  };
}

function count(feeds: ServiceFigures['feeds'], wanted: string): number {
  return feeds === undefined ? Number.NaN : feeds.filter(({ health }) => health === wanted).length;
}
