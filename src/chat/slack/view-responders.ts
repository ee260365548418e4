import type { types } from '@slack/bolt';
import type { Log } from '../../runtime/log.ts';
import { wordingFor } from '../../wording/wording-for.ts';
import { type Caller, ChatError, type Responder } from '../chat.ts';
import type { Message } from '../message.ts';
import { paragraph } from '../write.ts';
import { openForm, readMetadata, writeMetadata } from './forms.ts';
import { limits } from './limits.ts';
import type { ViewPayload } from './payloads.ts';
import { nameCommands, renderViewBlocks } from './render-message.ts';
import type { AnswerTools } from './workspace.ts';

/** What Slack takes in answer to a submitted modal, within three seconds. */
export type AcknowledgeView = (
  response?:
    | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
    | { readonly response_action: 'update'; readonly view: types.View }
    | { readonly response_action: 'clear' },
) => Promise<void>;

export interface SubmitResponderOptions extends AnswerTools {
  /** Looked up while the acknowledgement waits. */
  readonly caller: Promise<Caller>;
  readonly ack: AcknowledgeView;
  readonly viewId: string;
  /** Names of the modal's fields, in order. */
  readonly fields: readonly string[];
  readonly log: Log;
  readonly patienceMs?: number;
}

/**
 * Answers a submitted modal. The acknowledgement waits for the result, so that a mistake is shown at its field; where that takes too long,
 * the modal says so and is replaced afterwards. `finish` ends the modal where nothing was said.
 */
export function createSubmitResponder(options: SubmitResponderOptions): Responder & { finish(): Promise<void> } {
  const { api, ack, fields, log, naming, poster, viewId, patienceMs = limits.acknowledgeMs - 1_000 } = options;
  let isAcknowledged = false;
  let caller: Caller | undefined;
  const known = options.caller.then((found) => {
    caller = found;
    return found;
  });
  // Whoever awaits it gets the error.
  known.catch(() => {});
  const working = setTimeout(() => {
    isAcknowledged = true;
    // The connection may be gone just then; what comes afterwards goes another way.
    ack({ response_action: 'update', view: resultView(note(wordsFor(caller).oneMoment), caller) }).catch(
      (err: unknown) => log.warn({ err, viewId }, 'Slack did not hear that a form is being worked on'),
    );
  }, patienceMs);

  async function show(message: Message, { keepsUndo = true } = {}): Promise<void> {
    clearTimeout(working);
    const view = resultView(nameCommands(message, naming), caller, { keepsUndo });
    if (isAcknowledged) await api.call(({ views }) => views.update({ view_id: viewId, view }));
    else await ack({ response_action: 'update', view });
    isAcknowledged = true;
  }

  return {
    keepsForms: true,
    async acknowledge() {},
    async respond(message, { onlyCaller, trouble }) {
      const field = fields.find((name) => name === trouble?.field) ?? fields[0];
      if (trouble && field !== undefined && !isAcknowledged) {
        clearTimeout(working);
        isAcknowledged = true;
        return ack({ response_action: 'errors', errors: { [field]: nameCommands(message, naming).summary } });
      }
      if (onlyCaller || trouble) return show(message);
      const announced = await announceChannel(message, await known);
      // What the channel was shown has its own Undo there.
      return show(announced, { keepsUndo: announced !== message });
    },
    update: (message) => show(message),
    async openForm() {
      throw new ChatError('Slack opens no form from a form', { kind: 'rejected' });
    },
    async finish() {
      clearTimeout(working);
      if (isAcknowledged) return;
      isAcknowledged = true;
      await ack();
    },
  };

  /** What the modal shows when its outcome is for the channel. */
  async function announceChannel(message: Message, { channel, locale }: Caller): Promise<Message> {
    try {
      await poster.post(channel, message);
      return message;
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      return { ...message, blocks: [...note(wordingFor(locale).slack.notSaid).blocks, ...message.blocks] };
    }
  }
}

export interface ViewButtonResponderOptions extends AnswerTools {
  readonly caller: Caller;
  readonly triggerId: string;
  readonly view: { readonly id: string; readonly type: string };
  /** Of a home tab: the conversation of the person whose it is. */
  readonly home?: string;
  /** Redraws the home tab, with this panel in it. */
  readonly publishHome: (panel: Message) => Promise<void>;
}

/** Answers a button pressed in the home tab or in a modal. */
export function createViewButtonResponder(options: ViewButtonResponderOptions): Responder {
  const { api, caller, naming, poster, publishHome, triggerId, view } = options;
  const isHome = view.type === 'home';
  return {
    async acknowledge() {},
    async respond(message) {
      const shown = resultView(nameCommands(message, naming), caller);
      try {
        if (isHome) await api.call(({ views }) => views.open({ trigger_id: triggerId, view: shown }));
        else await api.call(({ views }) => views.push({ trigger_id: triggerId, view: shown }));
      } catch (error) {
        if (!(error instanceof ChatError)) throw error;
        // A trigger lives for three seconds; a direct message always arrives.
        await poster.post({ ...caller.channel, channelId: caller.userId }, message);
      }
    },
    async update(message) {
      if (isHome) return publishHome(message);
      const shown = resultView(nameCommands(message, naming), caller);
      await api.call(({ views }) => views.update({ view_id: view.id, view: shown }));
    },
    openForm: (form) => openForm(form, caller, { api, triggerId, home: options.home }),
  };
}

/** Beside ids, metadata has room for much more. */
const longestSummary = 500;

/** The callback_id of modals that only show. */
export const resultCallback = 'result';

/** A modal that only shows. Slack reports when one with Undo is closed, unless that button is also elsewhere. */
function resultView(
  message: Message,
  caller: Caller | undefined,
  { keepsUndo = true }: { readonly keepsUndo?: boolean } = {},
): types.ModalView {
  const words = wordsFor(caller);
  const blocks = renderViewBlocks(message, words);
  const undoBlocks = keepsUndo ? blocksWithUndo(message, blocks) : 0;
  return {
    type: 'modal',
    callback_id: resultCallback,
    title: { type: 'plain_text', text: 'Kurzwelle', emoji: false },
    close: { type: 'plain_text', text: words.close, emoji: false },
    private_metadata: writeMetadata({
      ...(caller && { channelId: caller.channel.channelId }),
      ...(undoBlocks > 0 && { undo: { blocks: undoBlocks, summary: message.summary.slice(0, longestSummary) } }),
    }),
    ...(undoBlocks > 0 && { notify_on_close: true }),
    blocks,
  };
}

/** How many blocks there are up to the one with Undo; 0 where there is none. */
function blocksWithUndo(message: Message, blocks: readonly types.KnownBlock[]): number {
  const items = message.blocks.flatMap((block) => (block.kind === 'actions' ? block.items : []));
  const undo = items.find((item) => item.kind === 'button' && item.isUndo);
  if (undo?.kind !== 'button') return 0;
  const isIt = (block: types.KnownBlock) =>
    block.type === 'actions' && block.elements.some((element) => 'value' in element && element.value === undo.value);
  return blocks.findIndex(isIt) + 1;
}

/** Where a modal was closed that reported a change, the report and its Undo stay in the channel, for that person alone. */
export async function keepUndo({ user, view }: ViewPayload, { api }: Pick<AnswerTools, 'api'>): Promise<void> {
  const { channelId: channel, undo } = readMetadata(view.private_metadata);
  if (channel === undefined || !undo) return;
  const blocks = view.blocks.slice(0, undo.blocks) as object[] as types.KnownBlock[];
  const text = undo.summary;
  const isDirect = channel.startsWith('D');
  await api.call(({ chat }) =>
    isDirect
      ? chat.postMessage({ channel, text, blocks })
      : chat.postEphemeral({ channel, user: user.id, text, blocks }),
  );
}

function wordsFor(caller: Caller | undefined) {
  return wordingFor(caller?.locale).slack;
}

function note(text: string): Message {
  return { summary: text, blocks: [paragraph(text)] };
}
