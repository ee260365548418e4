import { Counter, Gauge, type Registry } from 'prom-client';
import type { DiscordState } from '../chat/discord/discord-chat.ts';

/** Metrics on the Discord connection, collected on each scrape. */
export function createDiscordMetrics(registry: Registry, state: () => DiscordState): void {
  const registers = [registry];
  new Gauge({
    name: 'kurzwelle_discord_gateway_connections',
    help: 'Gateway connections by state; a lost one does not come back by itself.',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [name, count] of Object.entries(state().gateway)) this.set({ state: name }, count);
    },
  });
  new Gauge({
    name: 'kurzwelle_discord_invalid_requests',
    help: 'Requests that Discord refused in the last ten minutes; it bans an address at 10,000, we stop at 1,000.',
    registers,
    collect() {
      this.set(state().invalidRequests);
    },
  });
  new Gauge({
    name: 'kurzwelle_discord_channels_without_own_look',
    help: 'Channels where a subscription cannot have a name and picture of its own, for want of Manage Webhooks.',
    registers,
    collect() {
      this.set(state().withoutOwnLook);
    },
  });
  new Counter({
    name: 'kurzwelle_discord_unreadable_packets_total',
    help: 'Events from Discord that could not be read and were left out; the log has each with an id.',
    registers,
    collect() {
      this.reset();
      this.inc(state().unreadablePackets);
    },
  });
  new Counter({
    name: 'kurzwelle_discord_rate_limited_total',
    help: 'Answers 429 by whose limit it was: user, global or shared.',
    labelNames: ['scope'],
    registers,
    collect() {
      this.reset();
      for (const [scope, count] of Object.entries(state().rateLimited)) this.inc({ scope }, count);
    },
  });
}
