import type { Log } from '../../runtime/log.ts';
import type { ChannelRef, PostLook } from '../chat.ts';
import { type PostMarks, postArguments } from './post-arguments.ts';
import { lookOf } from './post-look.ts';
import type { SlackPayload } from './render-message.ts';
import { sendWithPictures } from './send-with-pictures.ts';
import type { SlackApi } from './slack-api.ts';
import { slackCode } from './slack-errors.ts';

/** Single messages over the Web API, in one workspace, each by its time stamp. */
export interface MessageSender {
  send(channel: ChannelRef, payload: SlackPayload, options: SendOptions): Promise<string>;
  update(channel: ChannelRef, ts: string, payload: SlackPayload): Promise<void>;
  /** One that is gone already does no harm. */
  remove(channel: ChannelRef, ts: string): Promise<void>;
}

export interface SendOptions extends PostMarks {
  readonly look?: PostLook | undefined;
}

interface SenderOptions {
  readonly api: SlackApi;
  readonly log: Log;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Over the Web API; a picture that Slack does not get is told in words. */
export function createMessageSender({ api, log, sleep }: SenderOptions): MessageSender {
  return {
    async send({ channelId }, payload, options) {
      const shown = await lookOf(options.look, api);
      const { ts } = await sendWithPictures(
        payload,
        (page) => api.call(({ chat }) => chat.postMessage({ ...postArguments(channelId, page, options), ...shown })),
        picturesOf(channelId),
      );
      return ts ?? '';
    },

    async update({ channelId }, ts, payload) {
      await sendWithPictures(
        payload,
        ({ text, blocks }) => api.call(({ chat }) => chat.update({ text, blocks, channel: channelId, ts })),
        picturesOf(channelId),
      );
    },

    async remove({ channelId }, ts) {
      await api.call(async ({ chat }) => {
        try {
          await chat.delete({ channel: channelId, ts });
        } catch (error) {
          if (slackCode(error) !== 'message_not_found') throw error;
        }
      });
    },
  };

  function picturesOf(channelId: string) {
    const onWithout = () =>
      log.warn({ channel: channelId }, 'Slack cannot get a picture; the message goes with its words');
    return { sleep: (waitMs: number) => sleep(waitMs), onWithout };
  }
}
