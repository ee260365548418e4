import { Gauge, type Registry } from 'prom-client';

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
export function createServiceGauges(registry: Registry): (figures: ServiceFigures) => void {
  const gauge = (name: string, help: string, labelNames: string[] = []): Gauge =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const feeds = gauge('kurzwelle_feeds', 'Configured feeds by health.', ['health']);
  const lastRead = gauge('kurzwelle_feed_last_read_timestamp_seconds', 'When each feed was last read.', ['feed']);
  const articles = gauge('kurzwelle_articles', 'Articles in the archive.');
  const stories = gauge('kurzwelle_stories', 'Stories in the archive.');
  const subscriptions = gauge('kurzwelle_subscriptions', 'Subscriptions of all channels.');
  const deliveries = gauge('kurzwelle_deliveries', 'Deliveries that are kept, by state.', ['state']);
  const texts = gauge('kurzwelle_model_texts', 'Texts since the start: worded by the model, or quoted in its place.', [
    'outcome',
  ]);
  const dropped = gauge(
    'kurzwelle_model_statements_dropped',
    'Statements of the model, dropped by the gate, since the start.',
  );
  const free = gauge('kurzwelle_disk_free_bytes', 'Free space where the data directory is.');
  const size = gauge('kurzwelle_database_bytes', 'Size of the SQLite database with its log.');
  const ready = gauge('kurzwelle_ready', '1 where /readyz says that the service is ready, else 0.');
  const unready = gauge('kurzwelle_unready', '1 for each check that says why the service is not ready.', ['check']);
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
