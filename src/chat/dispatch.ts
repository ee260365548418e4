import { randomBytes } from 'node:crypto';
import type { Log } from '../runtime/log.ts';
import { UserError } from '../user-error.ts';
import type { Asker, ChatHandlers, Responder } from './chat.ts';
import type { Command, Completion } from './command.ts';
import type { Form, Message } from './message.ts';
import { paragraph } from './write.ts';

export type ActionResult =
  | { readonly kind: 'answer' | 'update'; readonly message: Message }
  | { readonly kind: 'form'; readonly form: Form };

export interface DispatchOptions<Services> {
  readonly commands: readonly Command<Services>[];
  readonly actions: Readonly<
    Record<
      string,
      {
        readonly managesChannel?: boolean;
        run(request: { value: string; asker: Asker; services: Services }): Promise<ActionResult>;
      }
    >
  >;
  /** Forms all manage the channel. */
  readonly forms: Readonly<
    Record<
      string,
      (request: {
        reference: string;
        answers: Readonly<Record<string, string>>;
        asker: Asker;
        services: Services;
      }) => Promise<Message>
    >
  >;
  readonly complete: (
    completion: Completion,
    typed: string,
    asker: Asker,
  ) => Promise<readonly { readonly label: string; readonly value: string }[]>;
  readonly services: Services;
  readonly log: Log;
}

/**
 * Turns what arrives from any chat into commands, buttons and forms: checks options and rights, acknowledges at once, and makes a
 * message of whatever goes wrong. People see a UserError as written; everything else is logged with an id that they are told.
 */
export function createDispatch<Services>(options: DispatchOptions<Services>): ChatHandlers {
  const { commands, actions, forms, services, log } = options;
  return {
    onCommand: (call, responder) =>
      guarded({ command: call.command, asker: call.asker }, responder, async () => {
        const command = commands.find(({ name }) => name === call.command);
        if (!command) throw new UserError(`Unknown command "${call.command}". /help lists all.`);
        checkRights(command.managesChannel, call.asker);
        const checked = checkOptions(command, call.options);
        const onlyAsker = command.onlyAsker ?? true;
        await responder.acknowledge({ onlyAsker });
        await responder.respond(await command.run(checked, { asker: call.asker, services }), { onlyAsker });
      }),

    onAction: (call, responder) =>
      guarded({ action: call.action, asker: call.asker }, responder, async () => {
        const action = Object.hasOwn(actions, call.action) ? actions[call.action] : undefined;
        if (!action) throw new UserError('That button is of an older version. Give the command again.');
        checkRights(action.managesChannel, call.asker);
        const result = await action.run({ value: call.value, asker: call.asker, services });
        if (result.kind === 'form') return responder.openForm(result.form);
        if (result.kind === 'update') return responder.update(result.message);
        return responder.respond(result.message, { onlyAsker: true });
      }),

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

function checkRights(managesChannel: boolean | undefined, asker: Asker): void {
  if (managesChannel && !asker.mayManage)
    throw new UserError('Only who may manage this channel can change its subscriptions. Ask one of its managers.');
}

function checkOptions(
  command: Command<never> | Command<unknown>,
  given: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(command.options, name));
  if (unknown !== undefined) {
    throw new UserError(
      `/${command.name} has no option "${unknown}"; it has ${Object.keys(command.options).join(', ') || 'none'}.`,
    );
  }
  for (const [name, definition] of Object.entries(command.options)) {
    const value = given[name]?.trim();
    if (definition.required && !value)
      throw new UserError(`/${command.name} needs ${name}: ${definition.description}. Example: /${command.example}`, {
        field: name,
      });
    if (value && definition.choices && !definition.choices.some((choice) => choice.value === value)) {
      throw new UserError(
        `Unknown ${name} "${value}"; use ${definition.choices.map((choice) => choice.value).join(', ')}.`,
        { field: name },
      );
    }
  }
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]])),
  );
}
