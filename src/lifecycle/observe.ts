import { Registry } from 'prom-client';
import { readSecret } from '../config/environment.ts';
import type { Log } from '../runtime/log.ts';
import { createMetrics, type Metrics } from '../runtime/metrics.ts';
import type { Redact } from '../runtime/redact.ts';
import { type Trace, timed } from '../runtime/trace.ts';
import { openTracing } from '../runtime/tracing.ts';

/** What a service reports of its work, besides the log. */
export interface Observation {
  readonly registry: Registry;
  readonly metrics: Metrics;
  /** Each span is a step of the metrics, too. */
  readonly trace: Trace;
  stop(): Promise<void>;
}

/** Metrics always, traces where the environment names a collector. */
export async function openObservation(
  env: Readonly<Record<string, string | undefined>>,
  { log, redact }: { readonly log: Log; readonly redact: Redact },
): Promise<Observation> {
  const registry = new Registry();
  const metrics = createMetrics(registry);
  const tracing = await openTracing({
    endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    headers: readSecret('OTEL_EXPORTER_OTLP_HEADERS', env),
    serviceName: env.OTEL_SERVICE_NAME,
    redact,
    log,
  });
  return { registry, metrics, trace: timed(tracing.trace, metrics.recordStep), stop: tracing.stop };
}
