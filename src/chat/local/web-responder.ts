import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { ChannelRef, PostRef, Responder } from '../chat.ts';
import { inDirection } from '../direction.ts';
import type { Form, FormField, Message } from '../message.ts';
import { withShareButton } from '../share.ts';
import type { LocalChat } from './local-chat.ts';
import type { Asked } from './local-posts.ts';

/** What a web request brought about, for the page that sent it. What everybody sees arrives as an event instead. */
export interface Outcome {
  /** Answers only the caller sees. */
  readonly answers: readonly { readonly id: string; readonly message: Message; readonly postedAt: string }[];
  /** The answer whose button was pressed, as it reads now. */
  readonly updated?: { readonly id: string; readonly message: Message };
  readonly form?: Form;
  /** What is wrong with a form that was sent: it stays open. */
  readonly trouble?: { readonly message: string; readonly field?: string };
  /** The id of the answer posted for everybody. */
  readonly posted?: string;
}

export interface WebResponder extends Responder {
  outcome(): Outcome;
}

export interface WebResponderOptions {
  readonly chat: LocalChat;
  readonly channel: ChannelRef;
  readonly asked?: Asked;
  /** The message whose button was pressed. */
  readonly pressed?: PostRef;
  readonly privateAnswers: PrivateAnswers;
  /** It answers a form, which stays open where there is trouble with it. */
  readonly ofForm?: boolean;
  /** In which the caller is answered. */
  readonly language: string;
}

// Marks messages that one page alone holds, so that the server stores none of them.
const privatePrefix = 'only-you-';

/** Answers a web request: what is for everybody is posted, the rest is collected for the response. */
export function createWebResponder(options: WebResponderOptions): WebResponder {
  const { chat, channel, asked, pressed, privateAnswers, language, ofForm = false } = options;
  let outcome: Outcome = { answers: [] };
  /** A channel is chosen from those that the page has. */
  const asField = ({ picks, ...field }: FormField): FormField =>
    picks === 'channel'
      ? {
          ...field,
          choices: chat.channels.map(({ id, purpose }) => ({
            label: `#${id}`,
            value: id,
            ...(purpose && { description: purpose }),
          })),
        }
      : field;

  return {
    outcome: () => outcome,
    opensForms: !ofForm,
    keepsForms: ofForm,
    // The page shows by itself that a request of its own is under way.
    async acknowledge() {},

    async respond(said, { onlyCaller, share, trouble }) {
      if (ofForm && trouble) {
        const { field } = trouble;
        outcome = { ...outcome, trouble: { message: said.summary, ...(field !== undefined && { field }) } };
        return;
      }
      const message = inDirection({
        language,
        ...(onlyCaller && share !== undefined ? withShareButton(said, share) : said),
      });
      if (onlyCaller) {
        const answer = { id: privatePrefix + randomUUID(), message, postedAt: chat.clock.now().toString() };
        privateAnswers.keep(answer.id, message);
        outcome = { ...outcome, answers: [...outcome.answers, answer] };
        return;
      }
      const { messageId } = await chat.post(channel, message, { asked });
      outcome = { ...outcome, posted: messageId };
    },

    async update(said) {
      const message = inDirection({ language, ...said });
      if (!pressed) return this.respond(message, { onlyCaller: true });
      const { messageId: id } = pressed;
      if (!id.startsWith(privatePrefix)) {
        await chat.edit(pressed, message);
        return;
      }
      privateAnswers.keep(id, message);
      outcome = { ...outcome, updated: { id, message } };
    },

    async openForm(form) {
      outcome = { ...outcome, form: { ...form, fields: form.fields.map(asField) } };
    },
  };
}

/** Answers that one person alone saw, for as long as they may want to look at them as another platform would show them. */
export interface PrivateAnswers {
  keep(id: string, message: Message): void;
  find(id: string): Message | undefined;
}

/** In memory alone, the newest of them: nothing of what one person asked is stored. */
export function createPrivateAnswers({ most = 100 }: { readonly most?: number } = {}): PrivateAnswers {
  const answers = new LRUCache<string, Message>({ max: most });
  return {
    keep: (id, message) => void answers.set(id, message),
    find: (id) => answers.get(id),
  };
}
