import { GatewayCloseCodes } from 'discord.js';
import { UserError } from '../../user-error.ts';

/** What to do where connecting again is of no use, https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway. */
const remedies: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'Discord does not take the token. Set DISCORD_TOKEN to the bot token of your application.',
  [GatewayCloseCodes.InvalidShard]: 'Discord does not take the shards. Correct chat.discord.shards, or leave it out.',
  [GatewayCloseCodes.ShardingRequired]:
    'Discord wants more connections for so many servers. Set chat.discord.shards to auto, or raise its count.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord does not let the bot read messages. Switch on Message Content Intent under Bot in the developer portal, or set chat.discord.reads to mentions.',
};

/** Why a connection is refused for good, and what to do. */
export function refusalOf(code: number): UserError {
  return new UserError(remedies[code] ?? `Discord's gateway refuses the connection (code ${code}). Update Kurzwelle.`);
}
