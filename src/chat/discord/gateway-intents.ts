import { GatewayIntentBits } from 'discord.js';

/**
 * What we read of what people write: nothing, what is said to us (an @mention, a direct message), or links to articles too, for which
 * Discord wants the privileged intent Message Content, https://docs.discord.com/developers/events/gateway#message-content-intent.
 */
export type Reads = 'nothing' | 'mentions' | 'links';

/** The least that Discord has to send us. Commands and buttons need no intent; `Guilds` tells of channels, roles and servers. */
export function intentsFor(reads: Reads): readonly GatewayIntentBits[] {
  const messages = [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
  return [
    GatewayIntentBits.Guilds,
    ...(reads === 'nothing' ? [] : messages),
    ...(reads === 'links' ? [GatewayIntentBits.MessageContent] : []),
  ];
}
