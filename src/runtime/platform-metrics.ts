import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { DiscordState } from '../chat/discord/discord-chat.ts';
import type { SlackFigures } from '../chat/slack/slack-api.ts';

/** Metrics on the Discord connection, collected on each scrape. */
export function createDiscordMetrics(registry: Registry, state: () => DiscordState): void {
  const registers = [registry];
  new Gauge({
    name: 'kurzwelle_discord_gateway_connections',
    help: 'Gateway connections by state; a lost one is not restored automatically.',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [name, count] of Object.entries(state().gateway)) this.set({ state: name }, count);
    },
  });
  new Gauge({
    name: 'kurzwelle_discord_invalid_requests',
    help: 'Requests that Discord refused in the last ten minutes. Discord bans an address at 10,000; we stop at 1,000.',
    registers,
    collect() {
      this.set(state().invalidRequests);
    },
  });
  new Gauge({
    name: 'kurzwelle_discord_channels_without_own_look',
    help: 'Channels where subscriptions cannot have their own name and picture because Manage Webhooks is missing.',
    registers,
    collect() {
      this.set(state().withoutOwnLook);
    },
  });
  new Counter({
    name: 'kurzwelle_discord_unreadable_packets_total',
    help: 'Events from Discord that could not be read and were skipped; the log has each with an id.',
    registers,
    collect() {
      this.reset();
      this.inc(state().unreadablePackets);
    },
  });
  new Counter({
    name: 'kurzwelle_discord_rate_limited_total',
    help: 'Answers with status 429 by the scope of the limit: user, global or shared.',
    labelNames: ['scope'],
    registers,
    collect() {
      this.reset();
      for (const [scope, count] of Object.entries(state().rateLimited)) this.inc({ scope }, count);
    },
  });
}

/** Slack gives three seconds; what matters is how near to them we come. */
const acknowledgementSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

/** The figures of the Slack adapter, in the registry of the service. */
export function createSlackMetrics(registry: Registry): SlackFigures {
  const registers = [registry];
  const calls = new Counter({
    name: 'kurzwelle_slack_calls_total',
    help: "Calls to Slack's Web API by method and outcome: ok, or Slack's error code.",
    labelNames: ['method', 'outcome'],
    registers,
  });
  const arrivals = new Counter({
    name: 'kurzwelle_slack_arrivals_total',
    help: 'Commands, events, buttons and forms received from Slack, by kind.',
    labelNames: ['kind'],
    registers,
  });
  const refusals = new Counter({
    name: 'kurzwelle_slack_refusals_total',
    help: 'Requests from Slack that were refused, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const feedback = new Counter({
    name: 'kurzwelle_slack_feedback_total',
    help: 'Presses of the feedback buttons under answers, by verdict: helpful or not-helpful.',
    labelNames: ['verdict'],
    registers,
  });
  const acknowledgements = new Histogram({
    name: 'kurzwelle_slack_acknowledgement_seconds',
    help: 'Time from arrival to acknowledgement, for which Slack waits three seconds.',
    buckets: acknowledgementSeconds,
    registers,
  });
  return {
    countCall: (method, outcome) => calls.inc({ method, outcome }),
    countArrival: (kind) => arrivals.inc({ kind }),
    countRefusal: (reason) => refusals.inc({ reason }),
    countFeedback: (verdict) => feedback.inc({ verdict }),
    recordAcknowledgement: (milliseconds) => acknowledgements.observe(milliseconds / 1_000),
  };
}
