import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Log } from '../runtime/log.ts';
import { cutTo, lengthLimits } from '../text/limits.ts';
import { UserError } from '../user-error.ts';
import { type Catalog, localize } from '../wording/catalog.ts';
import { wordingFor } from '../wording/wording-for.ts';
import type { ActionCall, Asker, ChatHandlers, CommandCall, FormCall, LineCall, Responder } from './chat.ts';
import { checkAnswers, checkOptions, checkRights } from './check-call.ts';
import { commandIn } from './command.ts';
import { commandForm, commandFormAction, withAnswers } from './command-form.ts';
import type { AnsweredCall, CallOutcome, DispatchedAction, DispatchOptions } from './dispatch-options.ts';
import type { Form, Message } from './message.ts';
import { createSharedCalls, shareButton, withSharer } from './share.ts';
import { paragraph, words } from './write.ts';

const correcting = 'correct-form';
const mostMistaken = 1_000;

/**
 * Dispatches events from any chat to commands, buttons and forms: checks options and rights, acknowledges immediately, and turns errors
 * into messages. Users see a UserError as written; everything else is logged with an id that the message includes.
 */
export function createDispatch<Services>(options: DispatchOptions<Services>): ChatHandlers {
  const { commands, actions, forms, services, log } = options;
  const sharedCalls = createSharedCalls();
  /** Forms that were sent with a mistake, as they were filled in. */
  const mistaken = new LRUCache<string, FormCall>({ max: mostMistaken });
  const reportTrouble = createTroubleReporter({ wordsFor, log, explain: options.explain });
  return {
    wordsFor,

    onCommand: (typed, responder) =>
      guarded({ command: typed.command, asker: typed.asker }, responder, async () => {
        const call = await inNamedChannel(typed);
        const bare = responder.opensForms ? bareCommand(call) : undefined;
        if (bare) return responder.openForm(commandForm(commandIn(bare, await wordsFor(call.asker))));
        const { command } = readCall(call);
        await responder.acknowledge({ onlyAsker: command.onlyAsker ?? true });
        await runCommand(call, await wordsFor(call.asker), responder);
      }),

    ...(options.readLine && {
      onLine: (call: LineCall, responder: Responder) =>
        guarded({ command: 'line', asker: call.asker }, responder, async () => {
          const { asker } = call;
          await responder.acknowledge({ onlyAsker: true });
          const say = await wordsFor(asker);
          if (call.text.length > lengthLimits.line)
            throw new UserError(({ refusals }) =>
              refusals.lineTooLong(String(call.text.length), String(lengthLimits.line)),
            );
          const outcome = await options.readLine?.({ ...call, services, say });
          if (outcome?.kind === 'answer') {
            checkRights(outcome.managesChannel, asker);
            return responder.respond(await outcome.run(), { onlyAsker: !outcome.managesChannel });
          }
          if (outcome) await runCommand({ asker, ...outcome }, say, responder);
        }),
    }),

    onAction: (call, responder) =>
      guarded({ action: call.action, asker: call.asker }, responder, async () => {
        // Longer than any that we wrote.
        if (call.value.length > lengthLimits.button) throw new UserError(({ refusals }) => refusals.oldButton);
        if (call.action === correcting) return responder.openForm(await formAgain(call));
        if (call.action === 'share') return responder.respond(await shared(call), { onlyAsker: false });
        const action = readAction(call);
        const say = await wordsFor(call.asker);
        const result = await action.run({ value: call.value, asker: call.asker, services, say });
        if (result.kind === 'form') return responder.openForm(result.form);
        if (result.kind === 'update') return responder.update(result.message);
        const share = action.shareable ? { share: shareButton(sharedCalls.write(call), say) } : {};
        return responder.respond(result.message, { onlyAsker: true, ...share });
      }),

    onMessageCommand: ({ command, text: written, asker }, responder) =>
      guarded({ command: `${command} of a message`, asker }, responder, async () => {
        await responder.acknowledge({ onlyAsker: true });
        const say = await wordsFor(asker);
        const text = cutTo('message', written);
        const message = await options.messageCommands[command]({ text, asker, services, say });
        await responder.respond(message, { onlyAsker: true });
      }),

    ...(options.greet && {
      async greet(place) {
        const asker = { userId: '', userName: '', mayManage: false, ...place };
        const say = await wordsFor(asker);
        return options.greet?.({ say }) ?? { summary: '', blocks: [] };
      },
    }),

    async unfurl(call) {
      if (call.url.length > lengthLimits.link) return undefined;
      try {
        return await options.unfurl(call, services);
      } catch (err) {
        log.warn({ err, channel: call.channel.channelId }, 'a posted link could not be told');
        return undefined;
      }
    },

    onForm: (call, responder) =>
      guarded({ form: call.action, asker: call.asker }, responder, async () => {
        const form = Object.hasOwn(forms, call.action) ? forms[call.action] : undefined;
        const { reference = '', answers, asker, askerInPicked } = call;
        if (call.action === commandFormAction) return runForm(call, responder);
        if (!form || reference.length > lengthLimits.button) throw new UserError(({ refusals }) => refusals.oldForm);
        checkRights(true, asker);
        if (askerInPicked) checkRights(true, askerInPicked);
        checkAnswers(answers);
        await responder.acknowledge({ onlyAsker: true });
        const say = await wordsFor(asker);
        const request = { reference, answers, asker, ...(askerInPicked && { askerInPicked }), services, say };
        await correctable(call, responder, async () => responder.respond(await form(request), { onlyAsker: true }));
      }),

    async complete(call) {
      const completes = commands.find(({ name }) => name === call.command)?.options[call.option]?.completes;
      if (!completes || call.typed.length > lengthLimits.value) return [];
      try {
        return await options.complete(completes, call.typed, call.asker, await wordsFor(call.asker));
      } catch (error) {
        log.warn({ err: error, option: call.option }, 'completion failed');
        return [];
      }
    },
  };

  /** A call for another channel, by its asker as they stand there. */
  async function inNamedChannel({ channelNamed, ...call }: CommandCall): Promise<CommandCall> {
    if (channelNamed === undefined) return call;
    const { inChannel } = call.asker;
    if (!inChannel) throw new UserError(({ refusals }) => refusals.noChannelHere, { field: 'channel' });
    return { ...call, asker: await inChannel(channelNamed) };
  }

  /** By the channel's setting, else by the user's locale. A failing lookup does not prevent an answer. */
  async function wordsFor({ channel, locale }: Asker): Promise<Catalog> {
    try {
      return wordingFor(await options.languageOf?.(channel), locale);
    } catch (err) {
      log.warn({ err, channel: channel.channelId }, "a channel's language could not be looked up");
      return wordingFor(locale);
    }
  }

  async function runCommand({ asker, command: name, options: given }: CommandCall, say: Catalog, responder: Responder) {
    const call = { asker, command: name, options: given };
    const { command, checked } = readCall(call);
    const onlyAsker = command.onlyAsker ?? true;
    const share = command.shareable ? { share: shareButton(sharedCalls.write(call), say) } : {};
    await responder.respond(await command.run(checked, { asker, services, say }), { onlyAsker, ...share });
  }

  /** A command that opens its form, called without a word. */
  function bareCommand({ asker, command: name, options: given }: CommandCall) {
    const command = commands.find((each) => each.name === name);
    if (!command?.opensForm || Object.values(given).some((value) => value.trim() !== '')) return undefined;
    checkRights(command.managesChannel, asker);
    return command;
  }

  /** The filled-in form of a command is the command. */
  async function runForm(call: FormCall, responder: Responder): Promise<void> {
    const { asker, answers, reference = '' } = call;
    const { command } = readCall({ asker, command: reference, options: answers }, { isChecked: false });
    await responder.acknowledge({ onlyAsker: command.onlyAsker ?? true });
    const say = await wordsFor(asker);
    await correctable(call, responder, () =>
      runCommand({ asker, command: reference, options: answers }, say, responder),
    );
  }

  /** Where a form closes when it is sent, its mistake is answered with a button that opens it again as it was filled in. */
  async function correctable(call: FormCall, responder: Responder, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof UserError) || responder.keepsForms || !responder.opensForms) throw error;
      const say = await wordsFor(call.asker);
      const key = randomBytes(9).toString('base64url');
      mistaken.set(key, call);
      const button = { kind: 'button', label: say.lines.correctIt, action: correcting, value: key } as const;
      const { summary, blocks } = troubleMessage(error.textIn(say));
      const message = { summary, blocks: [...blocks, { kind: 'actions', items: [button] } as const] };
      await responder.respond(message, { onlyAsker: true, trouble: {} });
    }
  }

  async function formAgain({ value, asker }: ActionCall): Promise<Form> {
    const call = mistaken.get(value);
    if (!call || call.asker.userId !== asker.userId) throw new UserError(({ refusals }) => refusals.oldForm);
    const { action, answers, reference = '' } = call;
    const say = await wordsFor(asker);
    const command = commands.find(({ name }) => name === reference);
    if (action === commandFormAction && command) return withAnswers(commandForm(commandIn(command, say)), answers);
    const opened = await readAction({ action, asker }).run({ value: reference, asker, services, say });
    if (opened.kind !== 'form') throw new UserError(({ refusals }) => refusals.oldForm);
    return withAnswers(opened.form, answers);
  }

  function readCall({ command: name, options: given, asker }: CommandCall, { isChecked = true } = {}) {
    const command = commands.find((each) => each.name === name);
    if (!command) throw new UserError((say) => say.refusals.unknownCommand(name, '/help'));
    checkRights(command.managesChannel, asker);
    return { command, checked: isChecked ? checkOptions(command, given) : {} };
  }

  function readAction({ action: name, asker }: Pick<ActionCall, 'action' | 'asker'>): DispatchedAction<Services> {
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (!action) throw new UserError(({ refusals }) => refusals.oldButton);
    checkRights(action.managesChannel, asker);
    return action;
  }

  /** Recomputes an answer that a user shares with everybody. */
  async function shared({ value, asker }: ActionCall): Promise<Message> {
    const say = await wordsFor(asker);
    const call = sharedCalls.read(value);
    if (call && 'command' in call) {
      const { command, checked } = readCall({ ...call, asker });
      if (command.shareable) {
        const message = await command.run(checked, { asker, services, say });
        return withSharer(message, asker.userName, say);
      }
    } else if (call) {
      const action = readAction({ ...call, asker });
      const result = action.shareable ? await action.run({ ...call, asker, services, say }) : undefined;
      if (result?.kind === 'answer') return withSharer(result.message, asker.userName, say);
    }
    throw new UserError(({ refusals }) => refusals.notShared);
  }

  async function guarded(facts: AnsweredCall, responder: Responder, work: () => Promise<void>): Promise<void> {
    const answer = async (): Promise<CallOutcome> => {
      const started = performance.now();
      try {
        await work();
        log.debug({ ...factsOf(facts), ms: Math.round(performance.now() - started) }, 'answered');
        return 'answered';
      } catch (error) {
        await reportTrouble(error, facts, responder);
        return error instanceof UserError ? 'refused' : 'failed';
      }
    };
    await (options.around ? options.around(facts, answer) : answer());
  }
}

interface TroubleReporterOptions {
  readonly wordsFor: (asker: Asker) => Promise<Catalog>;
  readonly log: Log;
  readonly explain?: DispatchOptions<never>['explain'] | undefined;
}

/** Tells the asker what went wrong: a UserError as written, trouble with a known reason as `explain` has it, everything else as a plain sentence with the id that the log has it under. Never throws. */
function createTroubleReporter({ wordsFor, log, explain }: TroubleReporterOptions) {
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
function factsOf({ asker, ...facts }: AnsweredCall): object {
  return { ...facts, platform: asker.channel.platform, channel: asker.channel.channelId, user: asker.userId };
}

/** Under the sentence may stand what was typed, with a mark under the wrong place: platforms narrow plain blanks and letters to other widths. */
function troubleMessage(text: string): Message {
  const [sentence = text, ...typed] = text.split('\n');
  const shown = typed.map((line) => paragraph(words(line.replaceAll(' ', '\u00A0'), 'code')));
  return { summary: sentence, blocks: [paragraph(sentence), ...shown] };
}
