import type { Span, Tracer } from '@opentelemetry/api';
import type { Log } from './log.ts';
import type { Redact } from './redact.ts';
import { type SpanFacts, type Trace, untraced } from './trace.ts';

/** Where traces are sent; without an endpoint none are made. */
export interface TracingOptions {
  /** A collector of OTLP over HTTP, such as http://127.0.0.1:4318; undefined: no traces. */
  readonly endpoint: string | undefined;
  /** Sent to it with each request, `name=value,name=value`; a secret. */
  readonly headers?: string | undefined;
  readonly serviceName?: string | undefined;
  readonly redact: Redact;
  readonly log: Pick<Log, 'warn'>;
}

/** Makes traces, and sends what is left of them when it stops. */
export interface Tracing {
  readonly trace: Trace;
  /** Sends what is left, within two seconds. */
  stop(): Promise<void>;
}

/** A collector that does not answer must hold up neither the service nor its stop. */
const exportTimeoutMs = 3_000;
const stopMs = 2_000;

/**
 * Spans by OpenTelemetry, whose code is loaded only where a collector is named. The exporter goes its own way out: the collector is the
 * operator's, mostly inside a private network, which the guard of feeds and pages would refuse.
 */
export async function openTracing(options: TracingOptions): Promise<Tracing> {
  const { endpoint, redact, log } = options;
  if (!endpoint) return { trace: untraced, stop: async () => undefined };
  const [{ context, diag, DiagLogLevel, SpanStatusCode }, { AsyncLocalStorageContextManager }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/context-async-hooks'),
  ]);
  const warn = (message: string): void => log.warn({ what: redact(message) }, 'traces are not sent as they should be');
  const quiet = (): void => undefined;
  diag.setLogger(
    { error: warn, warn, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const provider = await createProvider(endpoint, options);
  return {
    trace: traceWith(provider.getTracer('kurzwelle'), (span, error) => {
      span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
      const message = redact(error instanceof Error ? error.message : String(error));
      span.setStatus({ code: SpanStatusCode.ERROR, message });
    }),
    async stop() {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, stopMs);
      await Promise.race([provider.shutdown().catch((error: unknown) => warn(String(error))), promise]);
      clearTimeout(timer);
      context.disable();
      diag.disable();
    },
  };
}

async function createProvider(endpoint: string, { headers = '', serviceName = 'kurzwelle' }: TracingOptions) {
  const [{ BatchSpanProcessor, TracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all(
    [
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ],
  );
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/(?<!\/)\/+$/, '')}/v1/traces`,
    headers: readHeaders(headers),
    timeoutMillis: exportTimeoutMs,
  });
  return new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: exportTimeoutMs })],
  });
}

/** https://opentelemetry.io/docs/specs/otel/protocol/exporter/#specifying-headers-via-environment-variables */
function readHeaders(text: string): Record<string, string> {
  const pairs = text.split(',').map((pair) => pair.split('='));
  return Object.fromEntries(
    pairs.flatMap(([name = '', ...value]) =>
      name.trim() === '' ? [] : [[name.trim(), decodeURIComponent(value.join('=').trim())]],
    ),
  );
}

function traceWith(tracer: Tracer, fail: (span: Span, error: unknown) => void): Trace {
  return (name, facts, work) =>
    tracer.startActiveSpan(name, { attributes: attributesOf(facts) }, async (span) => {
      try {
        return await work();
      } catch (error) {
        fail(span, error);
        throw error;
      } finally {
        span.end();
      }
    });
}

function attributesOf(facts: SpanFacts): Record<string, string | number | boolean> {
  const known = Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return Object.fromEntries(known.map(([name, value]) => [`kurzwelle.${name}`, value]));
}
