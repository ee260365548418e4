import { createInterface, type Interface } from 'node:readline';
import type { Catalog } from '../../wording/catalog.ts';
import { eitherOf } from '../../wording/formats.ts';
import { wordingFor } from '../../wording/wording-for.ts';
import type { Caller, ChatHandlers, PostRef, Responder } from '../chat.ts';
import { wordsFor } from '../chat-calls.ts';
import type { Form, FormField, Message } from '../message.ts';
import { obeyLine } from '../obey-line.ts';
import { type CommandSyntax, isStrict, parseCommandLine } from '../parse-command-line.ts';
import { completeLine } from './complete-line.ts';
import type { LocalChat } from './local-chat.ts';
import { cleanText } from './render-spans.ts';
import { numberedActions, renderTerminal } from './render-terminal.ts';

export interface TerminalChatOptions {
  readonly commands: readonly CommandSyntax[];
  readonly handlers: ChatHandlers;
  readonly caller: Caller;
  readonly input: NodeJS.ReadableStream;
  readonly output: Output;
  /** The command that answers a line without a slash. */
  readonly plainTextCommand?: string;
  readonly width?: () => number;
  readonly color?: boolean;
  /** Gets the answers that are for everybody; what is posted there meanwhile is printed. */
  readonly chat?: Pick<LocalChat, 'post' | 'watch'>;
}

type Output = NodeJS.WritableStream;

const maxWidth = 100;

/** Talks with one person in a terminal, until /quit or the end of the input. */
export async function runTerminalChat(options: TerminalChatOptions): Promise<void> {
  const terminal = openTerminal(options);
  const unwatch = options.chat?.watch((event) => {
    if (event.kind === 'posted' && event.post.channelId === options.caller.channel.channelId) {
      terminal.show(event.post.message, event.post.id);
    }
  });
  terminal.say(wordingFor(options.caller.locale).chat.intro);
  for (let line = await terminal.read('> '); line !== undefined; line = await terminal.read('> ')) {
    const text = line.trim();
    if (text === '/quit' || text === '/exit') break;
    if (text) await obey(text, options, terminal);
  }
  unwatch?.();
  terminal.close();
}

/** What of the terminal the conversation uses. */
interface Terminal {
  say(text: string): void;
  /** Prints a message; its buttons are from now on those that numbers press. */
  show(message: Message, id?: string): void;
  readonly shown: { readonly message: Message; readonly id: string } | undefined;
  /** Undefined at the end of the input. */
  read(prompt: string): Promise<string | undefined>;
  close(): void;
}

async function obey(text: string, options: TerminalChatOptions, terminal: Terminal): Promise<void> {
  const { commands, handlers, caller, plainTextCommand } = options;
  const say = await wordsFor(caller, handlers);
  const actions = terminal.shown ? numberedActions(terminal.shown.message) : [];
  if (/^\d{1,3}$/u.test(text) && actions.length > 0) {
    const action = actions[Number(text) - 1];
    if (!action) return terminal.say(say.chat.noButton(text, String(actions.length)));
    if ('opens' in action) return terminal.show(action.opens, terminal.shown?.id);
    const post: PostRef = { ...caller.channel, messageId: terminal.shown?.id ?? '' };
    return attend(options, terminal, (responder) => handlers.onAction({ caller, ...action, post }, responder));
  }
  const reading = plainTextCommand === undefined ? { say } : { plainTextCommand, say };
  const parsed = parseCommandLine(text, commands, reading);
  const isRead = handlers.onLine !== undefined && !isStrict(text, parsed, commands);
  if (parsed.kind === 'unclear' && !isRead) return terminal.say(parsed.problem);
  const place = text.startsWith('/') ? 'slash' : 'dm';
  return attend(options, terminal, (responder) =>
    obeyLine({ text, place, parsed, commands }, caller, { handlers, responder }),
  );
}

/** Lets a handler answer, then goes through the form it may have opened. */
async function attend(
  options: TerminalChatOptions,
  terminal: Terminal,
  handle: (responder: Responder) => Promise<void>,
): Promise<void> {
  const { caller, chat, handlers } = options;
  const { locale: language } = await wordsFor(caller, handlers);
  let form: Form | undefined;
  await handle({
    async acknowledge() {},
    async respond(said, { onlyCaller }) {
      const message = { language, ...said };
      if (onlyCaller || !chat) terminal.show(message);
      else await chat.post(caller.channel, message);
    },
    update: async (message) => terminal.show({ language, ...message }),
    async openForm(given) {
      form = given;
    },
  });
  if (!form) return;
  const { action, reference } = form;
  const say = await wordsFor(caller, handlers);
  const answers = await fillForm(form, { ...terminal, words: say });
  if (!answers) return terminal.say(say.chat.nothingSent);
  const call = { caller, action, answers, ...(reference !== undefined && { reference }) };
  await attend(options, terminal, (responder) => handlers.onForm(call, responder));
}

function openTerminal(options: TerminalChatOptions): Terminal {
  const { input, output, color = false, width = () => columnsOf(output) } = options;
  const readline = createInterface({ input, output, completer: completer(options) });
  const lines = readline[Symbol.asyncIterator]();
  let shown: Terminal['shown'];
  let isReading = false;

  const print = (text: string) => {
    // Over the prompt that waits; afterwards the prompt and what was typed come back.
    output.write(`${isReading ? '\r' : ''}${text}\n`);
    if (isReading) readline.prompt(true);
  };
  readline.on('SIGINT', () => readline.close());

  return {
    say: print,
    show(message, id = '') {
      shown = { message, id };
      print(`\n${renderTerminal(message, { width: width(), color, firstAction: 1 })}\n`);
    },
    get shown() {
      return shown;
    },
    async read(prompt) {
      isReading = true;
      showPrompt(readline, prompt, output);
      const { value, done } = await lines.next();
      isReading = false;
      return done ? undefined : value;
    },
    close: () => readline.close(),
  };
}

/** Piped input may have ended already while lines of it still wait. */
function showPrompt(readline: Interface & { readonly closed?: boolean }, prompt: string, output: Output): void {
  if (readline.closed) return void output.write(`${prompt}\n`);
  readline.setPrompt(prompt);
  readline.prompt();
}

function completer({ commands, handlers, caller }: TerminalChatOptions) {
  return (line: string, done: (error: null, result: [string[], string]) => void): void => {
    completeLine(line, { commands, values: (query) => handlers.complete({ caller, ...query }) }).then(
      ({ from, items }) => done(null, [items.map(({ text }) => text), line.slice(from)]),
      () => done(null, [[], line]),
    );
  };
}

function columnsOf(output: Output): number {
  const columns = 'columns' in output && typeof output.columns === 'number' ? output.columns : maxWidth;
  return Math.min(columns, maxWidth);
}

interface FormTerminal {
  say(text: string): void;
  read(prompt: string): Promise<string | undefined>;
  readonly words: Catalog;
}

/** Asks for one field of a form after the other; undefined when the input ends first. */
async function fillForm(form: Form, terminal: FormTerminal): Promise<Record<string, string> | undefined> {
  terminal.say(`\n${cleanText(form.title)}\n${terminal.words.chat.howToFill}`);
  const answers: Record<string, string> = {};
  for (const field of form.fields) {
    const answer = await askField(field, terminal);
    if (answer === undefined) return undefined;
    answers[field.name] = answer;
  }
  return answers;
}

async function askField(field: FormField, terminal: FormTerminal): Promise<string | undefined> {
  const { choices, hint, required } = field;
  const { words } = terminal;
  if (hint) terminal.say(`  ${cleanText(hint)}`);
  choices?.forEach(({ label }, index) => {
    terminal.say(`  ${index + 1}  ${cleanText(label)}`);
  });
  for (;;) {
    const typed = await terminal.read(promptFor(field));
    if (typed === undefined) return undefined;
    const answer = answerFrom(typed.trim(), field);
    if (answer === undefined) terminal.say(words.chat.useOneOf(eitherOf(valuesOf(field), words)));
    else if (required && !answer) terminal.say(words.chat.required);
    else return answer;
  }
}

function valuesOf({ choices = [] }: FormField): readonly string[] {
  return choices.map(({ value }) => value);
}

function promptFor({ label, value, choices }: FormField): string {
  const kept = choices?.find((choice) => choice.value === value)?.label ?? value;
  return `${cleanText(label)}${kept ? ` [${cleanText(kept)}]` : ''}: `;
}

/** Undefined for what is none of the choices. */
function answerFrom(typed: string, { value = '', choices }: FormField): string | undefined {
  if (typed === '') return value;
  if (typed === '-') return '';
  if (!choices) return typed;
  const word = typed.toLowerCase();
  const named = choices.find((choice) => [choice.value, choice.label].some((text) => text.toLowerCase() === word));
  return (named ?? choices[Number(typed) - 1])?.value;
}
