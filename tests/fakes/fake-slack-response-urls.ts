import { randomUUID } from 'node:crypto';
import { checkMessage } from '../chat/slack/block-rules.ts';
import type { FakeSlackChannels } from './fake-slack-channels.ts';

interface Place {
  readonly channel: string;
  readonly user: string;
  /** The message whose button was pressed. */
  readonly ts?: string;
}

interface Answer {
  readonly text: string;
  readonly blocks: unknown[];
  readonly response_type: string;
  readonly replace_original: boolean;
  readonly thread_ts?: string;
}

const mostUses = 5;

/** Addresses that take answers to a command or a button, each five. */
export class FakeSlackResponseUrls {
  readonly #places = new Map<string, Place & { left: number }>();
  readonly #channels: FakeSlackChannels;

  constructor(channels: FakeSlackChannels) {
    this.#channels = channels;
  }

  add(place: Place): string {
    const id = randomUUID();
    this.#places.set(id, { ...place, left: mostUses });
    return id;
  }

  /** Slack knows none of them any more. */
  kill(): void {
    this.#places.clear();
  }

  /** The HTTP status of an answer. */
  take(id: string, body: string): number {
    const place = this.#places.get(id);
    if (!place || place.left === 0) return 404;
    place.left -= 1;
    const answer = JSON.parse(body) as Answer;
    const { thread_ts: _, ...said } = answer;
    this.#channels.problems.push(...checkMessage(said));
    if (this.#channels.lacks(answer.blocks) || !this.#channels.hasPictures(answer.blocks)) return 400;
    this.#show(answer, place);
    return 200;
  }

  #show({ text, blocks, response_type, replace_original, thread_ts }: Answer, { channel, user, ts }: Place): void {
    const channels = this.#channels;
    if (replace_original)
      channels.messages = channels.messages.map((each) => (each.ts === ts ? { ...each, text, blocks } : each));
    else {
      const seenBy = response_type === 'in_channel' ? {} : { user };
      channels.messages.push({
        ts: channels.nextTs(),
        channel,
        text,
        blocks,
        ...seenBy,
        ...(thread_ts && { thread_ts }),
      });
    }
  }
}
