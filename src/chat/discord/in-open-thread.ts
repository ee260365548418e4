import { RESTJSONErrorCodes, Routes } from 'discord.js';
import { hasCode } from './discord-error.ts';
import type { DiscordRest } from './discord-rest.ts';

/**
 * Changes a message; where its thread fell asleep meanwhile, wakes it and tries again. Only a new message wakes a thread by itself, and ours
 * sleep after a day, https://docs.discord.com/developers/topics/threads#active-archived-threads.
 */
export async function inOpenThread<Result>(
  threadId: string | undefined,
  rest: Pick<DiscordRest, 'patch'>,
  change: () => Promise<Result>,
): Promise<Result> {
  try {
    return await change();
  } catch (error) {
    if (threadId === undefined || !hasCode(error, RESTJSONErrorCodes.InvalidActionOnArchivedThread)) throw error;
    await rest.patch(Routes.channel(threadId), { body: { archived: false } });
    return change();
  }
}
