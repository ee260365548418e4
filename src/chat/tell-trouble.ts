import { randomBytes } from 'node:crypto';
import type { Log } from '../runtime/log.ts';
import { UserError } from '../user-error.ts';
import type { Catalog } from '../wording/catalog.ts';
import { localize } from '../wording/localized-text.ts';
import type { Asker, Responder } from './chat.ts';
import type { AnsweredCall, DispatchOptions } from './dispatch-options.ts';
import type { Message } from './message.ts';
import { paragraph, words } from './write.ts';

interface TroubleReporterOptions {
  readonly wordsFor: (asker: Asker) => Promise<Catalog>;
  readonly log: Log;
  readonly explain?: DispatchOptions<never>['explain'] | undefined;
}

/** Tells the asker what went wrong: a UserError as written, trouble with a known reason as `explain` has it, everything else as a plain sentence with the id that the log has it under. Never throws. */
export function createTroubleReporter({ wordsFor, log, explain }: TroubleReporterOptions) {
  return async (error: unknown, call: AnsweredCall, responder: Responder): Promise<void> => {
    const say = await wordsFor(call.asker);
    const isExpected = error instanceof UserError;
    const message = isExpected ? troubleMessage(error.textIn(say)) : unexpected(error, call, say);
    const trouble = isExpected && error.field !== undefined ? { field: error.field } : {};
    try {
      await responder.respond(message, { onlyAsker: true, trouble });
    } catch (failure) {
      log.error({ ...factsOf(call), err: failure }, 'an answer could not be sent');
    }
  };

  function unexpected(error: unknown, call: AnsweredCall, say: Catalog): Message {
    const errorId = randomBytes(4).toString('hex');
    log.error({ ...factsOf(call), errorId, err: error }, 'a command failed');
    return troubleMessage(localize(explain?.(error) ?? (({ refusals }) => refusals.unexpected(errorId)), say));
  }
}

/** What the log has of a call. */
export function factsOf({ asker, ...facts }: AnsweredCall): object {
  return { ...facts, platform: asker.channel.platform, channel: asker.channel.channelId, user: asker.userId };
}

/** Under the sentence may stand what was typed, with a mark under the wrong place: platforms narrow plain blanks and letters to other widths. */
function troubleMessage(text: string): Message {
  const [sentence = text, ...typed] = text.split('\n');
  const shown = typed.map((line) => paragraph(words(line.replaceAll(' ', '\u00A0'), 'code')));
  return { summary: sentence, blocks: [paragraph(sentence), ...shown] };
}
