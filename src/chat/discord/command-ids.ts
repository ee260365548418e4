import {
  type APIApplicationCommand,
  type APIInteraction,
  ApplicationCommandType,
  InteractionType,
  Routes,
} from 'discord.js';
import type { Log } from '../../runtime/log.ts';
import type { ChannelFactsCache } from './channel-facts.ts';
import type { DiscordRest } from './rest.ts';

/** The ids of our registered slash commands, by name: with one a text shows a command that can be pressed. */
export interface CommandIds {
  /** As far as they are known now; asks Discord in the background where that is long ago. */
  known(): ReadonlyMap<string, string>;
  /** An interaction names the id of the command that was used, which may have been registered since. */
  learn(interaction: APIInteraction): void;
}

interface CommandIdsOptions {
  readonly rest: Pick<DiscordRest, 'get'>;
  readonly channels: Pick<ChannelFactsCache, 'own'>;
  readonly log: Log;
  readonly nowMs?: () => number;
}

const askAgainMs = 600_000;

/** Starts without any and never throws: a command whose id is not known is shown as plain text. */
export function createCommandIds({
  rest,
  channels,
  log,
  nowMs = () => performance.now(),
}: CommandIdsOptions): CommandIds {
  let ids = new Map<string, string>();
  let askedAt = Number.NEGATIVE_INFINITY;

  return {
    known() {
      if (nowMs() - askedAt >= askAgainMs) {
        askedAt = nowMs();
        ask().catch((err) => log.warn({ err }, 'the ids of the commands are not known; texts name commands plainly'));
      }
      return ids;
    },
    learn({ type, data }) {
      // One that cannot be read is answered by whoever reads it.
      if (type !== InteractionType.ApplicationCommand || data?.type !== ApplicationCommandType.ChatInput) return;
      // One of a single server cannot be used in others.
      if (data.guild_id === undefined) ids.set(data.name, data.id);
    },
  };

  async function ask(): Promise<void> {
    const { applicationId } = await channels.own();
    const present = (await rest.get(Routes.applicationCommands(applicationId))) as APIApplicationCommand[];
    const slash = present.filter(({ type }) => type === ApplicationCommandType.ChatInput);
    ids = new Map(slash.map(({ name, id }) => [name, id]));
  }
}
