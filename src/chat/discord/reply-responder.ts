import type { Catalog } from '../../wording/catalog.ts';
import { en } from '../../wording/en/index.ts';
import type { Responder } from '../chat.ts';
import type { Message } from '../message.ts';
import { paragraph } from '../write.ts';
import { nonceOf } from './delivery-mark.ts';
import { type MessageStyle, renderMessage } from './render-message.ts';
import type { Sender } from './sender.ts';

export interface ReplyOptions {
  readonly sender: Sender;
  readonly style: MessageStyle;
  readonly channelId: string;
  /** What is replied to; an event that comes twice is answered once. */
  readonly messageId: string;
  /** Our own words; English where a message does not tell its author's language. */
  readonly say?: Catalog;
}

/** Answers a message with replies to it, that everybody in the channel sees. */
export function createReplyResponder({ sender, style, channelId, messageId, say = en }: ReplyOptions): Responder {
  let replies = 0;
  const reply = async (message: Message): Promise<void> => {
    for (const part of renderMessage(message, style)) {
      const nonce = nonceOf(`reply to ${messageId}`, replies);
      replies += 1;
      await sender.message(channelId, part, { nonce, replyTo: messageId });
    }
  };
  return {
    acknowledge: () => sender.typing(channelId),
    respond: reply,
    update: reply,
    openForm: ({ title }) => reply({ summary: title, blocks: [paragraph(say.refusals.formNotHere)] }),
  };
}
