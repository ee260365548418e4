import { Counter, Histogram, type Registry } from 'prom-client';
import type { SlackFigures } from '../chat/slack/slack-api.ts';

/** Slack gives three seconds; what matters is how near to them we come. */
const acknowledgementSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

/** The figures of the Slack adapter, in the registry of the service. */
export function createSlackMetrics(registry: Registry): SlackFigures {
  const registers = [registry];
  const calls = new Counter({
    name: 'kurzwelle_slack_calls_total',
    help: "Calls of Slack's Web API by method and outcome: ok, or Slack's error code.",
    labelNames: ['method', 'outcome'],
    registers,
  });
  const arrivals = new Counter({
    name: 'kurzwelle_slack_arrivals_total',
    help: 'Commands, events, buttons and forms that came from Slack, by kind.',
    labelNames: ['kind'],
    registers,
  });
  const refusals = new Counter({
    name: 'kurzwelle_slack_refusals_total',
    help: 'What came from Slack and was not served, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const acknowledgements = new Histogram({
    name: 'kurzwelle_slack_acknowledgement_seconds',
    help: 'From the arrival to the acknowledgement, for which Slack waits three seconds.',
    buckets: acknowledgementSeconds,
    registers,
  });
  return {
    countCall: (method, outcome) => calls.inc({ method, outcome }),
    countArrival: (kind) => arrivals.inc({ kind }),
    countRefusal: (reason) => refusals.inc({ reason }),
    recordAcknowledgement: (milliseconds) => acknowledgements.observe(milliseconds / 1_000),
  };
}
