import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { reason } from '../../wording/reason.ts';
import { ChatError } from '../chat.ts';
import { TooManyInvalidRequests } from './rest.ts';

/** Runs a call to Discord; whatever it throws becomes a ChatError that says what was to be done. */
export async function asChat<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw toChatError(error, what);
  }
}

/** Whether Discord refused with one of these codes. */
export function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  const cause = error instanceof ChatError ? error.cause : error;
  return cause instanceof DiscordAPIError && codes.includes(Number(cause.code));
}

function toChatError(error: unknown, what: string): ChatError {
  if (error instanceof ChatError) return error;
  if (error instanceof DiscordAPIError) return refusal(error, what);
  if (error instanceof RateLimitError) {
    return new ChatError(`Discord wants us to wait before we ${what}`, {
      kind: 'retryable',
      retryAfterMs: error.retryAfter,
      retryScope: error.global ? 'platform' : 'channel',
      cause: error,
    });
  }
  if (error instanceof TooManyInvalidRequests) {
    const { retryAfterMs } = error;
    return new ChatError(error.message, { kind: 'retryable', retryAfterMs, retryScope: 'platform', cause: error });
  }
  if (error instanceof HTTPError) {
    return new ChatError(`Discord failed (${error.status}) when we were to ${what}`, {
      kind: 'retryable',
      cause: error,
    });
  }
  return new ChatError(`Discord was not reached when we were to ${what}`, {
    kind: neverSent(error) ? 'retryable' : 'ambiguous',
    cause: error,
  });
}

// https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
const kinds: Readonly<Record<number, ChatError['kind']>> = {
  [RESTJSONErrorCodes.UnknownChannel]: 'lost-channel',
  [RESTJSONErrorCodes.UnknownGuild]: 'lost-workspace',
  [RESTJSONErrorCodes.UnknownMessage]: 'lost-post',
  [RESTJSONErrorCodes.MissingAccess]: 'missing-permission',
  [RESTJSONErrorCodes.MissingPermissions]: 'missing-permission',
  [RESTJSONErrorCodes.ThreadLocked]: 'missing-permission',
  // Somebody shut their direct messages, or left the last server that they shared with us.
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: 'missing-permission',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: 'missing-permission',
  // A forum that demands a tag and lets us use none.
  [RESTJSONErrorCodes.TagRequiredToCreateAForumPostInThisChannel]: 'missing-permission',
  // Old threads and posts fall asleep by themselves.
  [RESTJSONErrorCodes.MaximumActiveThreads]: 'retryable',
  [RESTJSONErrorCodes.MaximumActiveAnnouncementThreads]: 'retryable',
};

function refusal(error: DiscordAPIError, what: string): ChatError {
  const kind = kinds[Number(error.code)];
  if (kind === undefined && error.status === 401) {
    return new ChatError('Discord rejects the token; set a new DISCORD_TOKEN', {
      kind: 'retryable',
      retryScope: 'platform',
      cause: error,
    });
  }
  return new ChatError(reason('discordRefused', { what, message: error.message, code: String(error.code) }), {
    kind: kind ?? 'rejected',
    cause: error,
  });
}

function neverSent(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(String(code));
}
