import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import type { DiscordState } from '../../src/chat/discord/discord-chat.ts';
import { createDiscordMetrics } from '../../src/runtime/platform-metrics.ts';

it('shows how Discord stands each time it is asked', async () => {
  const registry = new Registry();
  let state: DiscordState = {
    gateway: { ready: 2, reconnecting: 1, lost: 0 },
    invalidRequests: 3,
    withoutOwnLook: 1,
    unreadablePackets: 2,
    rateLimited: { user: 4, global: 1, shared: 0 },
  };
  createDiscordMetrics(registry, () => state);
  await registry.metrics();
  state = { ...state, gateway: { ready: 3, reconnecting: 0, lost: 0 }, rateLimited: { ...state.rateLimited, user: 5 } };

  const lines = (await registry.metrics()).split('\n').filter((line) => line && !line.startsWith('#'));

  expect(lines).toEqual([
    'kurzwelle_discord_gateway_connections{state="ready"} 3',
    'kurzwelle_discord_gateway_connections{state="reconnecting"} 0',
    'kurzwelle_discord_gateway_connections{state="lost"} 0',
    'kurzwelle_discord_invalid_requests 3',
    'kurzwelle_discord_channels_without_own_look 1',
    'kurzwelle_discord_unreadable_packets_total 2',
    'kurzwelle_discord_rate_limited_total{scope="user"} 5',
    'kurzwelle_discord_rate_limited_total{scope="global"} 1',
    'kurzwelle_discord_rate_limited_total{scope="shared"} 0',
  ]);
});
