import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { Log } from '../../runtime/log.ts';
import { textRoom } from './pieces.ts';

/** How many characters of text we put into one message: as many as Discord documents, until it refuses that as too long. */
export interface TextBudget {
  room(): number;
  /** Whether the refusal was for length and there is room to give; messages are smaller from then on, and it can be tried again. */
  learn(error: unknown): boolean;
  /** Does it, and again in smaller pages for as long as Discord refuses it as too long. */
  fitting<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Each refusal takes a fifth; below this something else than length is wrong. */
const share = 0.8;
const leastRoom = 800;

export function createTextBudget(log: Log): TextBudget {
  let room = textRoom;
  const learn = (error: unknown): boolean => {
    if (!isTooLong(error) || room * share < leastRoom) return false;
    room = Math.floor(room * share);
    log.warn({ err: error, room }, 'Discord refused a message as too long; messages are shorter from now on');
    return true;
  };
  return {
    room: () => room,
    learn,
    async fitting(work) {
      for (;;) {
        try {
          return await work();
        } catch (error) {
          if (!learn(error)) throw error;
        }
      }
    },
  };
}

/** A form body error for length, of whatever field: `BASE_TYPE_MAX_LENGTH`, `..._TEXT_SIZE_EXCEEDED`, `MAX_EMBED_SIZE_EXCEEDED`. */
function isTooLong(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError) || error.code !== RESTJSONErrorCodes.InvalidFormBodyOrContentType)
    return false;
  return codesIn((error.rawError as { errors?: unknown }).errors).some((code) =>
    /(?:MAX|BAD)_LENGTH|SIZE_EXCEEDED/u.test(code),
  );
}

/** Discord nests them by field, https://docs.discord.com/developers/reference#error-messages. */
function codesIn(errors: unknown): readonly string[] {
  if (typeof errors !== 'object' || errors === null) return [];
  const { _errors: own, ...inner } = errors as { readonly _errors?: readonly { readonly code?: unknown }[] };
  return [...(own ?? []).map(({ code }) => String(code)), ...Object.values(inner).flatMap(codesIn)];
}
