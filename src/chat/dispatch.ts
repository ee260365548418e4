import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Log } from '../runtime/log.ts';
import { cutTo, lengthLimits } from '../text/limits.ts';
import { UserError } from '../user-error.ts';
import { type Catalog, localize } from '../wording/catalog.ts';
import { wordingFor } from '../wording/wording-for.ts';
import type { ActionCall, Caller, ChatHandlers, CommandCall, FormCall, LineCall, Responder } from './chat.ts';
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
      guarded({ command: typed.command, caller: typed.caller }, responder, async () => {
        const call = await inNamedChannel(typed);
        const bare = responder.opensForms ? bareCommand(call) : undefined;
        if (bare) return responder.openForm(commandForm(commandIn(bare, await wordsFor(call.caller))));
        const { command } = readCall(call);
        await responder.acknowledge({ onlyCaller: command.onlyCaller ?? true });
        await runCommand(call, await wordsFor(call.caller), responder);
      }),

    ...(options.readLine && {
      onLine: (call: LineCall, responder: Responder) =>
        guarded({ command: 'line', caller: call.caller }, responder, async () => {
          const { caller } = call;
          await responder.acknowledge({ onlyCaller: true });
          const say = await wordsFor(caller);
          if (call.text.length > lengthLimits.line)
            throw new UserError(({ refusals }) =>
              refusals.lineTooLong(String(call.text.length), String(lengthLimits.line)),
            );
          const outcome = await options.readLine?.({ ...call, services, say });
          if (outcome?.kind === 'answer') {
            checkRights(outcome.managesChannel, caller);
            return responder.respond(await outcome.run(), { onlyCaller: !outcome.managesChannel });
          }
          if (outcome) await runCommand({ caller, ...outcome }, say, responder);
        }),
    }),

    onAction: (call, responder) =>
      guarded({ action: call.action, caller: call.caller }, responder, async () => {
        // Longer than any that we wrote.
        if (call.value.length > lengthLimits.button) throw new UserError(({ refusals }) => refusals.oldButton);
        if (call.action === correcting) return responder.openForm(await formAgain(call));
        if (call.action === 'share') return responder.respond(await shared(call), { onlyCaller: false });
        const action = readAction(call);
        const say = await wordsFor(call.caller);
        const result = await action.run({ value: call.value, caller: call.caller, services, say });
        if (result.kind === 'form') return responder.openForm(result.form);
        if (result.kind === 'update') return responder.update(result.message);
        const share = action.shareable ? { share: shareButton(sharedCalls.write(call), say) } : {};
        return responder.respond(result.message, { onlyCaller: true, ...share });
      }),

    onMessageCommand: ({ command, text: written, caller }, responder) =>
      guarded({ command: `${command} of a message`, caller }, responder, async () => {
        await responder.acknowledge({ onlyCaller: true });
        const say = await wordsFor(caller);
        const text = cutTo('message', written);
        const message = await options.messageCommands[command]({ text, caller, services, say });
        await responder.respond(message, { onlyCaller: true });
      }),

    ...(options.greet && {
      async greet(place) {
        const caller = { userId: '', userName: '', mayManage: false, ...place };
        const say = await wordsFor(caller);
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
      guarded({ form: call.action, caller: call.caller }, responder, async () => {
        const form = Object.hasOwn(forms, call.action) ? forms[call.action] : undefined;
        const { reference = '', answers, caller, callerInPicked } = call;
        if (call.action === commandFormAction) return runForm(call, responder);
        if (!form || reference.length > lengthLimits.button) throw new UserError(({ refusals }) => refusals.oldForm);
        checkRights(true, caller);
        if (callerInPicked) checkRights(true, callerInPicked);
        checkAnswers(answers);
        await responder.acknowledge({ onlyCaller: true });
        const say = await wordsFor(caller);
        const request = { reference, answers, caller, ...(callerInPicked && { callerInPicked }), services, say };
        await correctable(call, responder, async () => responder.respond(await form(request), { onlyCaller: true }));
      }),

    async complete(call) {
      const completes = commands.find(({ name }) => name === call.command)?.options[call.option]?.completes;
      if (!completes || call.typed.length > lengthLimits.value) return [];
      try {
        return await options.complete(completes, call.typed, call.caller, await wordsFor(call.caller));
      } catch (error) {
        log.warn({ err: error, option: call.option }, 'completion failed');
        return [];
      }
    },
  };

  /** A call for another channel, by its caller as they stand there. */
  async function inNamedChannel({ channelNamed, ...call }: CommandCall): Promise<CommandCall> {
    if (channelNamed === undefined) return call;
    const { inChannel } = call.caller;
    if (!inChannel) throw new UserError(({ refusals }) => refusals.noChannelHere, { field: 'channel' });
    return { ...call, caller: await inChannel(channelNamed) };
  }

  /** By the channel's setting, else by the user's locale. A failing lookup does not prevent an answer. */
  async function wordsFor({ channel, locale }: Caller): Promise<Catalog> {
    try {
      return wordingFor(await options.languageOf?.(channel), locale);
    } catch (err) {
      log.warn({ err, channel: channel.channelId }, "a channel's language could not be looked up");
      return wordingFor(locale);
    }
  }

  async function runCommand(
    { caller, command: name, options: given }: CommandCall,
    say: Catalog,
    responder: Responder,
  ) {
    const call = { caller, command: name, options: given };
    const { command, checked } = readCall(call);
    const onlyCaller = command.onlyCaller ?? true;
    const share = command.shareable ? { share: shareButton(sharedCalls.write(call), say) } : {};
    await responder.respond(await command.run(checked, { caller, services, say }), { onlyCaller, ...share });
  }

  /** A command that opens its form, called without a word. */
  function bareCommand({ caller, command: name, options: given }: CommandCall) {
    const command = commands.find((each) => each.name === name);
    if (!command?.opensForm || Object.values(given).some((value) => value.trim() !== '')) return undefined;
    checkRights(command.managesChannel, caller);
    return command;
  }

  /** The filled-in form of a command is the command. */
  async function runForm(call: FormCall, responder: Responder): Promise<void> {
    const { caller, answers, reference = '' } = call;
    const { command } = readCall({ caller, command: reference, options: answers }, { isChecked: false });
    await responder.acknowledge({ onlyCaller: command.onlyCaller ?? true });
    const say = await wordsFor(caller);
    await correctable(call, responder, () =>
      runCommand({ caller, command: reference, options: answers }, say, responder),
    );
  }

  /** Where a form closes when it is sent, its mistake is answered with a button that opens it again as it was filled in. */
  async function correctable(call: FormCall, responder: Responder, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof UserError) || responder.keepsForms || !responder.opensForms) throw error;
      const say = await wordsFor(call.caller);
      const key = randomBytes(9).toString('base64url');
      mistaken.set(key, call);
      const button = { kind: 'button', label: say.lines.correctIt, action: correcting, value: key } as const;
      const { summary, blocks } = troubleMessage(error.textIn(say));
      const message = { summary, blocks: [...blocks, { kind: 'actions', items: [button] } as const] };
      await responder.respond(message, { onlyCaller: true, trouble: {} });
    }
  }

  async function formAgain({ value, caller }: ActionCall): Promise<Form> {
    const call = mistaken.get(value);
    if (!call || call.caller.userId !== caller.userId) throw new UserError(({ refusals }) => refusals.oldForm);
    const { action, answers, reference = '' } = call;
    const say = await wordsFor(caller);
    const command = commands.find(({ name }) => name === reference);
    if (action === commandFormAction && command) return withAnswers(commandForm(commandIn(command, say)), answers);
    const opened = await readAction({ action, caller }).run({ value: reference, caller, services, say });
    if (opened.kind !== 'form') throw new UserError(({ refusals }) => refusals.oldForm);
    return withAnswers(opened.form, answers);
  }

  function readCall({ command: name, options: given, caller }: CommandCall, { isChecked = true } = {}) {
    const command = commands.find((each) => each.name === name);
    if (!command) throw new UserError((say) => say.refusals.unknownCommand(name, '/help'));
    checkRights(command.managesChannel, caller);
    return { command, checked: isChecked ? checkOptions(command, given) : {} };
  }

  function readAction({ action: name, caller }: Pick<ActionCall, 'action' | 'caller'>): DispatchedAction<Services> {
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (!action) throw new UserError(({ refusals }) => refusals.oldButton);
    checkRights(action.managesChannel, caller);
    return action;
  }

  /** Recomputes an answer that a user shares with everybody. */
  async function shared({ value, caller }: ActionCall): Promise<Message> {
    const say = await wordsFor(caller);
    const call = sharedCalls.read(value);
    if (call && 'command' in call) {
      const { command, checked } = readCall({ ...call, caller });
      if (command.shareable) {
        const message = await command.run(checked, { caller, services, say });
        return withSharer(message, caller.userName, say);
      }
    } else if (call) {
      const action = readAction({ ...call, caller });
      const result = action.shareable ? await action.run({ ...call, caller, services, say }) : undefined;
      if (result?.kind === 'answer') return withSharer(result.message, caller.userName, say);
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
  readonly wordsFor: (caller: Caller) => Promise<Catalog>;
  readonly log: Log;
  readonly explain?: DispatchOptions<never>['explain'] | undefined;
}

/** Tells the caller what went wrong: a UserError as written, trouble with a known reason as `explain` has it, everything else as a plain sentence with the id that the log has it under. Never throws. */
function createTroubleReporter({ wordsFor, log, explain }: TroubleReporterOptions) {
  return async (error: unknown, call: AnsweredCall, responder: Responder): Promise<void> => {
    const say = await wordsFor(call.caller);
    const isExpected = error instanceof UserError;
    const message = isExpected ? troubleMessage(error.textIn(say)) : unexpected(error, call, say);
    const trouble = isExpected && error.field !== undefined ? { field: error.field } : {};
    try {
      await responder.respond(message, { onlyCaller: true, trouble });
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
function factsOf({ caller, ...facts }: AnsweredCall): object {
  return { ...facts, platform: caller.channel.platform, channel: caller.channel.channelId, user: caller.userId };
}

/** Under the sentence may stand what was typed, with a mark under the wrong place: platforms narrow plain blanks and letters to other widths. */
function troubleMessage(text: string): Message {
  const [sentence = text, ...typed] = text.split('\n');
  const shown = typed.map((line) => paragraph(words(line.replaceAll(' ', '\u00A0'), 'code')));
  return { summary: sentence, blocks: [paragraph(sentence), ...shown] };
}
