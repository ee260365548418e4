import { randomBytes } from 'node:crypto';
import { UserError } from '../user-error.ts';
import type { ActionCall, Asker, ChatHandlers, CommandCall, Responder } from './chat.ts';
import { checkOptions, checkRights } from './check-call.ts';
import type { DispatchedAction, DispatchOptions } from './dispatch-options.ts';
import type { Message } from './message.ts';
import { createSharedCalls, withSharer } from './share.ts';
import { paragraph } from './write.ts';

/**
 * Turns what arrives from any chat into commands, buttons and forms: checks options and rights, acknowledges at once, and makes a
 * message of whatever goes wrong. People see a UserError as written; everything else is logged with an id that they are told.
 */
export function createDispatch<Services>(options: DispatchOptions<Services>): ChatHandlers {
  const { commands, actions, forms, services, log } = options;
  const sharedCalls = createSharedCalls();
  return {
    onCommand: (call, responder) =>
      guarded({ command: call.command, asker: call.asker }, responder, async () => {
        const { command, checked } = readCall(call);
        const onlyAsker = command.onlyAsker ?? true;
        await responder.acknowledge({ onlyAsker });
        const share = command.shareable ? { share: sharedCalls.write(call) } : {};
        await responder.respond(await command.run(checked, { asker: call.asker, services }), { onlyAsker, ...share });
      }),

    onAction: (call, responder) =>
      guarded({ action: call.action, asker: call.asker }, responder, async () => {
        if (call.action === 'share') return responder.respond(await shared(call), { onlyAsker: false });
        const action = readAction(call);
        const result = await action.run({ value: call.value, asker: call.asker, services });
        if (result.kind === 'form') return responder.openForm(result.form);
        if (result.kind === 'update') return responder.update(result.message);
        const share = action.shareable ? { share: sharedCalls.write(call) } : {};
        return responder.respond(result.message, { onlyAsker: true, ...share });
      }),

    onMessageCommand: ({ command, text, asker }, responder) =>
      guarded({ command: `${command} of a message`, asker }, responder, async () => {
        await responder.acknowledge({ onlyAsker: true });
        const message = await options.messageCommands[command]({ text, asker, services });
        await responder.respond(message, { onlyAsker: true });
      }),

    async unfurl(call) {
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
        if (!form) throw new UserError('That form is of an older version. Give the command again.');
        checkRights(true, call.asker);
        await responder.acknowledge({ onlyAsker: true });
        const { reference = '', answers, asker } = call;
        await responder.respond(await form({ reference, answers, asker, services }), { onlyAsker: true });
      }),

    async complete(call) {
      const completes = commands.find(({ name }) => name === call.command)?.options[call.option]?.completes;
      if (!completes) return [];
      try {
        return await options.complete(completes, call.typed, call.asker);
      } catch (error) {
        log.warn({ err: error, option: call.option }, 'completion failed');
        return [];
      }
    },
  };

  function readCall({ command: name, options: given, asker }: CommandCall) {
    const command = commands.find((each) => each.name === name);
    if (!command) throw new UserError(`Unknown command "${name}". /help lists all.`);
    checkRights(command.managesChannel, asker);
    return { command, checked: checkOptions(command, given) };
  }

  function readAction({ action: name, asker }: Pick<ActionCall, 'action' | 'asker'>): DispatchedAction<Services> {
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (!action) throw new UserError('That button is of an older version. Give the command again.');
    checkRights(action.managesChannel, asker);
    return action;
  }

  /** The answer that somebody wants everybody to see, found anew. */
  async function shared({ value, asker }: ActionCall): Promise<Message> {
    const call = sharedCalls.read(value);
    if (call && 'command' in call) {
      const { command, checked } = readCall({ ...call, asker });
      if (command.shareable) return withSharer(await command.run(checked, { asker, services }), asker.userName);
    } else if (call) {
      const action = readAction({ ...call, asker });
      const result = action.shareable ? await action.run({ ...call, asker, services }) : undefined;
      if (result?.kind === 'answer') return withSharer(result.message, asker.userName);
    }
    throw new UserError('That answer cannot be shared any more. Give the command again.');
  }

  async function guarded(facts: CallFacts, responder: Responder, work: () => Promise<void>): Promise<void> {
    const started = performance.now();
    try {
      await work();
      log.debug({ ...factsOf(facts), ms: Math.round(performance.now() - started) }, 'answered');
    } catch (error) {
      await respondTrouble(error, facts, responder);
    }
  }

  async function respondTrouble(error: unknown, facts: CallFacts, responder: Responder): Promise<void> {
    const message = error instanceof UserError ? troubleMessage(error.message) : unexpected(error, facts);
    try {
      const field = error instanceof UserError ? error.field : undefined;
      await responder.respond(message, { onlyAsker: true, trouble: field === undefined ? {} : { field } });
    } catch (failure) {
      log.error({ ...factsOf(facts), err: failure }, 'an answer could not be sent');
    }
  }

  function unexpected(error: unknown, facts: CallFacts): Message {
    const errorId = randomBytes(4).toString('hex');
    log.error({ ...factsOf(facts), errorId, err: error }, 'a command failed');
    return troubleMessage(
      `Something went wrong here, not with you. Try again; if it stays, tell the operator this id: ${errorId}.`,
    );
  }
}

interface CallFacts {
  readonly asker: Asker;
  readonly command?: string;
  readonly action?: string;
  readonly form?: string;
}

function factsOf({ asker, ...facts }: CallFacts): object {
  return { ...facts, platform: asker.channel.platform, channel: asker.channel.channelId, user: asker.userId };
}

function troubleMessage(text: string): Message {
  return { summary: text.split('\n')[0] ?? text, blocks: text.split('\n').map((line) => paragraph(line)) };
}
